import type { ReceiptReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/index.ts';
import { applicantOnly, Cases, roleOf } from '../../progress/index.ts';
import type { Receipt } from '../domain/receipt.ts';
import { factsIn, Receipts, stillTells } from '../domain/receipt.ts';
import { FreezeReceipt } from './freeze-receipt.ts';

/** The receipt of one's own settled case: the same at every reading. */
@Injectable()
export class ShowReceipt {
  constructor(
    private readonly cases: Cases,
    private readonly freeze: FreezeReceipt,
  ) {}

  /** @throws Refusal `request.not-found`, `case.state-conflict` for who only borrows too, and those of FreezeReceipt */
  async execute(personId: string, caseId: string): Promise<ReceiptReply> {
    const one = await this.cases.byId(caseId);
    const role = one === undefined ? undefined : roleOf(one, personId);
    if (one === undefined || role === undefined) throw new Refusal('request.not-found');
    if (role !== 'applicant') throw applicantOnly();
    const receipt = await this.freeze.execute(one);
    return { receiptId: receipt.receiptId, caseId, ...factsIn(receipt) };
  }
}

/** One's own receipt by its id, while its case stands as it says; another person's does not exist. */
@Injectable()
export class OwnReceipt {
  constructor(
    private readonly receipts: Receipts,
    private readonly cases: Cases,
  ) {}

  /** @throws Refusal `request.not-found`, `receipt.not-settled` when what was paid came back */
  async of(personId: string, receiptId: string): Promise<Receipt> {
    const receipt = await this.receipts.byId(receiptId);
    if (receipt === 'altered') throw new Error('a receipt is not what it was');
    if (receipt === undefined || receipt.personId !== personId) throw new Refusal('request.not-found');
    if (!stillTells(receipt, await this.cases.byId(receipt.caseId))) throw new Refusal('receipt.not-settled');
    return receipt;
  }
}
