import type { VerifyReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Clock, Log } from '../../platform/index.ts';
import { Cases } from '../../progress/index.ts';
import { ReceiptSigner } from '../domain/receipt-signer.ts';
import { factsIn, Receipts, stillTells } from '../domain/receipt.ts';
import { isAlive, Shares } from '../domain/share.ts';

/** Tells anybody whether a code is real. Why one is over, and whose one was that is not real, is nobody's business. */
@Injectable()
export class VerifyCode {
  constructor(
    private readonly receipts: Receipts,
    private readonly shares: Shares,
    private readonly cases: Cases,
    private readonly signer: ReceiptSigner,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(code: string): Promise<VerifyReply> {
    const moment = this.clock.now();
    const now = moment.toISOString();
    const shareId = this.signer.shareIn(code);
    const share = shareId === undefined ? undefined : await this.shares.byId(shareId);
    const receipt = share === undefined ? undefined : await this.receipts.byId(share.receiptId);
    if (receipt === 'altered') this.log.event('receipt.altered', { receiptId: share?.receiptId });
    if (share === undefined || receipt === undefined || receipt === 'altered') return { state: 'not-genuine', now };
    if (!this.signer.holds(code, { ...share, facts: receipt.facts })) return { state: 'not-genuine', now };
    if (!isAlive(share, moment.getTime())) return { state: 'lapsed', now };
    // What was paid and came back is not paid, whatever its receipt says.
    if (!stillTells(receipt, await this.cases.byId(receipt.caseId))) return { state: 'lapsed', now };
    return { state: 'genuine', receipt: factsIn(receipt), until: new Date(share.expiresAt).toISOString(), now };
  }
}
