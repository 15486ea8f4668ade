import type { ItemParams } from '@anju/shared/contract';
import { IsString } from 'class-validator';

export class ItemParamsDto implements ItemParams {
  @IsString()
  readonly item!: string;
}
