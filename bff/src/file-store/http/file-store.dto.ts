import type { FileParams } from '@anju/shared/contract';
import { IsString } from 'class-validator';

export class FileParamsDto implements FileParams {
  @IsString()
  readonly fileId!: string;
}
