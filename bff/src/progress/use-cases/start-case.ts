import type { CaseStarted } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { isWithdrawalRoute, WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { Notices } from '../../notification/index.ts';
import { AskedOnce, Clock, Log, Outbox, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Cases } from '../domain/cases.ts';
import type { ServiceCase } from '../domain/service-case.ts';
import { auditActionOf, toldOf } from '../domain/service-case.ts';
import { FORWARD_TOPIC } from './forward-case.ts';

/** A case as it would be, and what the rules judged it by. */
export interface CaseStart {
  /** Without its number. */
  readonly wished: ServiceCase;
  readonly judgedBy: { readonly state: 'fresh' | 'stale'; readonly askedAt: Date };
  /** Until when the person waits, in epoch milliseconds. */
  readonly until: number;
  /** The refusal that names the case that is on its way already. */
  readonly running: (other: ServiceCase) => Refusal;
  /** What else must become true with the case, or still hold when it is written; false when that has been overtaken, and a refusal refuses. */
  readonly also?: () => Promise<boolean>;
}

/** Called inside the unit of work in which another case takes a case's place. */
export type ReplacedListener = (caseId: string) => Promise<void>;

/** Thrown inside the unit of work, so that nothing of it stays. */
class Overtaken extends Error {}

/** Takes a case in, once, and sees it to the core within the person's time. */
@Injectable()
export class StartCase {
  private readonly replaced: ReplacedListener[] = [];

  constructor(
    private readonly cases: Cases,
    private readonly notices: Notices,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onReplaced(listener: ReplacedListener): void {
    this.replaced.push(listener);
  }

  /**
   * Undefined when the case was overtaken and must be judged anew; nothing was written then.
   * @throws Refusal what `running` makes, or `core.unreachable` when what it was judged by is old and cannot be had anew
   */
  async execute(start: CaseStart): Promise<CaseStarted | undefined> {
    const messageId = await this.take(start);
    return messageId === undefined ? undefined : this.forwarded(start, messageId);
  }

  /** Case, outbox row, reply and audit become true together. */
  private async take(start: CaseStart): Promise<string | undefined> {
    try {
      return await this.unitOfWork.run(() => this.write(start));
    } catch (error) {
      if (error instanceof Overtaken) return undefined;
      throw error;
    }
  }

  private async write(start: CaseStart): Promise<string> {
    const { wished, judgedBy } = start;
    const { caseId, personId, route, resubmits } = wished;
    const number = await this.cases.nextNumber(chinaDateOf(wished.submittedAt));
    if (!(await this.cases.add({ ...wished, number }))) await this.assertNoneRuns(start);
    // Another case may have come or been paid since the overview was read, and the rules have not seen that yet: any withdrawal, they share the account.
    const matters = isWithdrawalRoute(route) ? WITHDRAWAL_ROUTES : [route];
    if (await this.cases.changedSince(personId, matters, judgedBy.askedAt, caseId)) {
      throw judgedBy.state === 'fresh' ? new Overtaken() : new Refusal('core.unreachable');
    }
    await this.cases.note(caseId, [{ stage: 'submitted', at: wished.submittedAt }]);
    if (start.also !== undefined && !(await start.also())) throw new Overtaken();
    if (resubmits !== null) for (const listener of this.replaced) await listener(resubmits);
    for (const told of toldOf(wished)) await this.notices.tell({ ...wished, ...told, number, at: wished.submittedAt });
    const messageId = await this.outbox.record({ topic: FORWARD_TOPIC, key: caseId, payload: { caseId } });
    await this.askedOnce.complete({ caseId, number, state: 'submitted' } satisfies CaseStarted);
    await this.audit.record({ personId, action: auditActionOf(route, 'submitted'), subject: caseId, outcome: 'done' });
    return messageId;
  }

  /** The unique column kept a second case out; the first one is named, unless it has just come to its end. */
  private async assertNoneRuns({ wished: { personId, route }, running }: CaseStart): Promise<never> {
    const other = (await this.cases.liveOf(personId)).find((one) => one.route === route);
    throw other === undefined ? new Overtaken() : running(other);
  }

  /** One try at once, so that the answer can already say paid; whatever comes of it, the number stands. */
  private async forwarded({ wished: { caseId }, until }: CaseStart, messageId: string): Promise<CaseStarted> {
    this.log.event('case.submitted', { caseId });
    const left = until - this.clock.now().getTime();
    if (left > 0) await this.outbox.tryNow(messageId, left);
    const one = await this.cases.byId(caseId);
    if (one === undefined) throw new Error('a case that was just written is not there');
    const reply: CaseStarted = { caseId, number: one.number, state: one.stage };
    if (one.stage !== 'submitted') await this.unitOfWork.run(() => this.askedOnce.complete(reply));
    return reply;
  }
}
