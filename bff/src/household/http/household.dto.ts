import type { InvitationParams } from '@anju/shared/contract';
import { IsString } from 'class-validator';

/** What is no code is a wrong code, and counts as one. */
export class InvitationParamsDto implements InvitationParams {
  @IsString()
  readonly code!: string;
}
