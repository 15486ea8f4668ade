import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/index.ts';
import { ReceiptPrinter } from '../domain/receipt-printer.ts';
import { factsIn } from '../domain/receipt.ts';
import { ShareReceipt } from './share-receipt.ts';
import { OwnReceipt } from './show-receipt.ts';

const AGAIN_SECONDS = 3;

/** The receipt as a document, with a code in it that is good until midnight. */
@Injectable()
export class PrintReceipt {
  constructor(
    private readonly own: OwnReceipt,
    private readonly share: ShareReceipt,
    private readonly printer: ReceiptPrinter,
  ) {}

  /** @throws Refusal `request.not-found`, `receipt.shares-used-up`, `request.too-many` while too many documents are being drawn */
  async execute(personId: string, receiptId: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const receipt = await this.own.of(personId, receiptId);
    const facts = factsIn(receipt);
    const { url, expiresAt } = await this.share.forFile(receipt);
    const bytes = await this.printer.print({ facts, share: { url, expiresAt: Date.parse(expiresAt) } });
    if (bytes === undefined) throw new Refusal('request.too-many', { retryAfter: AGAIN_SECONDS });
    return { name: `${facts.number}.pdf`, bytes };
  }
}
