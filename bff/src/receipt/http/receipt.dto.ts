import type { ReceiptOfCaseParams, ReceiptParams, ShareParams, VerifyParams } from '@anju/shared/contract';
import { IsString } from 'class-validator';

/** An id that is none is answered like one that does not exist. */
export class ReceiptOfCaseParamsDto implements ReceiptOfCaseParams {
  @IsString()
  readonly caseId!: string;
}
export class ReceiptParamsDto implements ReceiptParams {
  @IsString()
  readonly receiptId!: string;
}
export class ShareParamsDto extends ReceiptParamsDto implements ShareParams {
  @IsString()
  readonly shareId!: string;
}
/** What is no code is not genuine. */
export class VerifyParamsDto implements VerifyParams {
  @IsString()
  readonly code!: string;
}
