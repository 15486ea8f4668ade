import { endpoints } from '@anju/shared/contract';
import type { ReceiptReply, ReceiptShare, SharesReply, VerifyReply } from '@anju/shared/contract';
import { Controller, Param, StreamableFile } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { PrintReceipt } from '../use-cases/print-receipt.ts';
import { ShareReceipt } from '../use-cases/share-receipt.ts';
import { ShowReceipt } from '../use-cases/show-receipt.ts';
import { VerifyCode } from '../use-cases/verify-code.ts';
import { ReceiptOfCaseParamsDto, ReceiptParamsDto, ShareParamsDto, VerifyParamsDto } from './receipt.dto.ts';

@Controller()
export class ReceiptController {
  constructor(
    private readonly show: ShowReceipt,
    private readonly print: PrintReceipt,
    private readonly share: ShareReceipt,
    private readonly verify: VerifyCode,
  ) {}

  @Serves(endpoints.showReceipt)
  showReceipt(@CurrentPerson() caller: PersonCaller, @Param() params: ReceiptOfCaseParamsDto): Promise<ReceiptReply> {
    return this.show.execute(caller.personId, params.caseId);
  }

  @Serves(endpoints.downloadReceipt)
  async downloadReceipt(@CurrentPerson() caller: PersonCaller, @Param() params: ReceiptParamsDto): Promise<StreamableFile> {
    const { name, bytes } = await this.print.execute(caller.personId, params.receiptId);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${name}"`, length: bytes.length });
  }

  @Serves(endpoints.shareReceipt)
  shareReceipt(@CurrentPerson() caller: PersonCaller, @Param() params: ReceiptParamsDto): Promise<ReceiptShare> {
    return this.share.execute(caller.personId, params.receiptId);
  }

  @Serves(endpoints.listShares)
  listShares(@CurrentPerson() caller: PersonCaller, @Param() params: ReceiptParamsDto): Promise<SharesReply> {
    return this.share.list(caller.personId, params.receiptId);
  }

  @Serves(endpoints.withdrawShare)
  withdrawShare(@CurrentPerson() caller: PersonCaller, @Param() params: ShareParamsDto): Promise<void> {
    return this.share.withdraw(caller.personId, params.receiptId, params.shareId);
  }

  @Serves(endpoints.verifyReceipt)
  verifyReceipt(@Param() params: VerifyParamsDto): Promise<VerifyReply> {
    return this.verify.execute(params.code);
  }
}
