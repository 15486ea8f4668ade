import type { ReceiptShare, SharesReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { Config } from '../../config.ts';
import { Identities } from '../../identity/index.ts';
import { AskedOnce, Clock, Refusal, UnitOfWork } from '../../platform/index.ts';
import { ReceiptSigner } from '../domain/receipt-signer.ts';
import type { Receipt } from '../domain/receipt.ts';
import { Receipts } from '../domain/receipt.ts';
import type { Share } from '../domain/share.ts';
import { A_DAY_AT_MOST, midnightAfter, Shares } from '../domain/share.ts';
import { OwnReceipt } from './show-receipt.ts';

const DAY_MS = 86_400_000;
/** The page that anybody may open. The code stands behind the `#`, which a browser sends to no server. */
const PAGE = '/#/features/receipt/pages/verify/index?code=';

/** Gives out the code of a receipt, lists it while it lives, and takes it back. One lives at a time, on the screen and in every document. */
@Injectable()
export class ShareReceipt implements OnModuleInit {
  constructor(
    private readonly own: OwnReceipt,
    private readonly receipts: Receipts,
    private readonly shares: Shares,
    private readonly signer: ReceiptSigner,
    private readonly identities: Identities,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Who unbinds shows nothing to anybody any more. */
  onModuleInit(): void {
    this.identities.onUnbound((personId) => this.shares.withdrawAll(personId, this.now()));
  }

  /** The code that lives, or a new one, good until midnight in China. @throws Refusal `request.not-found`, `receipt.shares-used-up` */
  async execute(personId: string, receiptId: string): Promise<ReceiptShare> {
    const receipt = await this.own.of(personId, receiptId);
    return this.unitOfWork.run(async () => {
      const reply = this.replyOf(receipt, await this.living(receipt, 'shown'));
      await this.askedOnce.complete(reply);
      await this.audit.record({ personId, action: 'receipt.shared', subject: receiptId, outcome: 'done' });
      return reply;
    });
  }

  /** The same code, to be drawn into the document. @throws Refusal `receipt.shares-used-up` */
  async forFile(receipt: Receipt): Promise<ReceiptShare> {
    return this.unitOfWork.run(async () => {
      const share = await this.living(receipt, 'file');
      await this.audit.record({ personId: receipt.personId, action: 'receipt.printed', subject: receipt.receiptId, outcome: 'done' });
      return this.replyOf(receipt, share);
    });
  }

  /** @throws Refusal `request.not-found` */
  async list(personId: string, receiptId: string): Promise<SharesReply> {
    const receipt = await this.own.of(personId, receiptId);
    const now = this.clock.now();
    const alive = await this.shares.aliveOf(receiptId, now.getTime());
    return { items: alive.map((share) => this.replyOf(receipt, share)), now: now.toISOString() };
  }

  /** Ends whatever lives of the receipt, whichever of its codes is named; what is over already is as wished. @throws Refusal `request.not-found` */
  async withdraw(personId: string, receiptId: string, shareId: string): Promise<void> {
    const receipt = await this.own.of(personId, receiptId);
    await this.unitOfWork.run(async () => {
      await this.receipts.hold(receipt);
      const known = await this.shares.byId(shareId);
      if (known === undefined || known.receiptId !== receiptId) throw new Refusal('request.not-found');
      const done = await this.shares.withdraw(receiptId, this.now());
      await this.askedOnce.complete(undefined);
      if (done) await this.audit.record({ personId, action: 'receipt.share-withdrawn', subject: receiptId, outcome: 'done' });
    });
  }

  private async living(receipt: Receipt, purpose: Share['purpose']): Promise<Share> {
    const { receiptId, personId } = receipt;
    await this.receipts.hold(receipt);
    const now = this.clock.now();
    const [alive] = await this.shares.aliveOf(receiptId, now.getTime());
    if (alive !== undefined) return alive;
    if ((await this.shares.countSince(receiptId, now.getTime() - DAY_MS)) >= A_DAY_AT_MOST) throw new Refusal('receipt.shares-used-up');
    const share: Share = { shareId: this.signer.newShareId(), receiptId, personId, purpose, createdAt: now.getTime(), expiresAt: midnightAfter(now), withdrawnAt: null };
    await this.shares.add(share);
    return share;
  }

  private replyOf({ receiptId, facts }: Receipt, { shareId, createdAt, expiresAt }: Share): ReceiptShare {
    const code = this.signer.codeOf({ shareId, receiptId, expiresAt, facts });
    return { shareId, code, url: `${this.config.publicUrl}${PAGE}${code}`, createdAt: new Date(createdAt).toISOString(), expiresAt: new Date(expiresAt).toISOString() };
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
