import type { CentreParams } from '@anju/shared/contract';
import { IsString } from 'class-validator';

export class CentreParamsDto implements CentreParams {
  @IsString()
  readonly centre!: string;
}
