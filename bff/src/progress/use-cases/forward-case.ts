import type { CaseMatter } from '@anju/shared/contract';
import { isWithdrawalRoute } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreCase, CoreOutcome, CoreRefusalCode } from '../../core-fund/index.ts';
import { Clock, Log, Outbox, UnitOfWork } from '../../platform/index.ts';
import type { Delivery, DeliveryTry } from '../../platform/index.ts';
import { renumbered } from '../domain/case-news.ts';
import { Cases } from '../domain/cases.ts';
import type { ServiceCase, Wish } from '../domain/service-case.ts';
import { requestNoOf } from '../domain/service-case.ts';
import { isSameCase, newsOf, refusedNews } from './core-news.ts';
import { MoveCase } from './move-case.ts';

/** The name it had when there were withdrawals only: messages that wait under it must be delivered too. */
export const FORWARD_TOPIC = 'withdrawal.forward';

/** Below this nothing is sent any more: an answer could not be waited for. */
const LEAST_MS = 200;
/** Reading again after somebody else wrote, or sending again under a new number, within one delivery. */
const STEPS = 4;
/** How soon a case looks again whether its turn has come. */
const IN_TURN_MS = 1000;

export type Prepared = { readonly kind: 'ready'; readonly wish: Wish } | { readonly kind: 'refused'; readonly code: CoreRefusalCode } | { readonly kind: 'later' };

/** How the cases of some matters are handed to the core. */
export interface CaseSender {
  readonly matters: readonly CaseMatter[];
  /** What must stand before the request leaves; it may be asked for again and again. */
  prepare(one: ServiceCase, wish: Wish): Promise<Prepared>;
  /** Sends the wish under the case's request number, with the moment the person asked. Called once a number. */
  send(one: ServiceCase, wish: Wish): Promise<CoreOutcome<CoreCase>>;
}

/**
 * Brings a case to the core, exactly once. Before a request leaves, the case is marked `asked`; from then on the only way forward is to ask
 * what became of that number, also after a crash. A number the core closed unseen is replaced; none is ever sent twice.
 */
@Injectable()
export class ForwardCase implements OnModuleInit {
  private readonly senders = new Map<CaseMatter, CaseSender>();

  constructor(
    private readonly cases: Cases,
    private readonly core: CoreFund,
    private readonly move: MoveCase,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(FORWARD_TOPIC, (payload, tried) => this.execute(String(payload['caseId']), tried));
  }

  /** Each module says, when it starts, how its own matters are handed over. */
  serve(sender: CaseSender): void {
    for (const matter of sender.matters) this.senders.set(matter, sender);
  }

  async execute(caseId: string, tried: Pick<DeliveryTry, 'deadlineMs'>): Promise<Delivery> {
    for (let step = 0; step < STEPS; step += 1) {
      const one = await this.cases.byId(caseId);
      if (one === undefined) return { kind: 'dead', reason: 'no such case' };
      if (one.link === 'held' || one.link === 'closed') return { kind: 'done' };
      if (tried.deadlineMs - this.clock.now().getTime() < LEAST_MS) return { kind: 'later' };
      const delivery = one.link === 'asked' ? await this.ask(one) : await this.send(one);
      if (delivery !== undefined) return delivery;
    }
    return { kind: 'later' };
  }

  /** What became of the number that was sent; undefined: look again. */
  private async ask(one: ServiceCase): Promise<Delivery | undefined> {
    const outcome = await this.core.outcomeOf(one.requestNo);
    if (outcome.kind !== 'never-arrived') return this.settle(one, outcome);
    const next = renumbered(one, requestNoOf(one.caseId, one.attempt + 1), this.clock.now());
    await this.unitOfWork.run(() => this.cases.save(next));
    return undefined;
  }

  private async send(one: ServiceCase): Promise<Delivery | undefined> {
    const sender = this.senders.get(one.route);
    if (sender === undefined) throw new Error(`nobody hands over cases of ${one.route}`);
    if (await this.waitsForEarlier(one)) return { kind: 'later', afterMs: IN_TURN_MS };
    const prepared = one.wish === null ? ({ kind: 'refused', code: 'rejected' } as const) : await sender.prepare(one, one.wish);
    if (prepared.kind === 'later') return { kind: 'later' };
    if (prepared.kind === 'refused') return this.settle(one, prepared);
    const asked: ServiceCase = { ...one, wish: prepared.wish, link: 'asked' };
    if (!(await this.unitOfWork.run(() => this.cases.save(asked)))) return undefined;
    const outcome = await sender.send(one, prepared.wish);
    return this.settle({ ...asked, version: asked.version + 1 }, outcome);
  }

  /** Withdrawals from an account reach the core in the order in which they were handed in: while an earlier one has not, a later one waits. */
  private async waitsForEarlier(one: ServiceCase): Promise<boolean> {
    const before = ({ submittedAt, number }: ServiceCase): boolean =>
      submittedAt.getTime() < one.submittedAt.getTime() || (submittedAt.getTime() === one.submittedAt.getTime() && number < one.number);
    if (!isWithdrawalRoute(one.route)) return false;
    const live = await this.cases.liveOf(one.personId);
    return live.some((other) => other.personId === one.personId && isWithdrawalRoute(other.route) && (other.link === 'to-send' || other.link === 'asked') && before(other));
  }

  private async settle(one: ServiceCase, outcome: CoreOutcome<CoreCase>): Promise<Delivery | undefined> {
    if (outcome.kind === 'unknown') {
      this.log.event('case.unknown', { caseId: one.caseId });
      return { kind: 'later' };
    }
    if (outcome.kind === 'accepted' && !isSameCase(one, outcome.value)) {
      this.log.event('case.disagrees', { caseId: one.caseId, code: 'another-case' });
      return { kind: 'later' };
    }
    const news = outcome.kind === 'accepted' ? newsOf(outcome.value) : refusedNews(outcome.code, outcome.params);
    const moved = await this.move.execute(one, news);
    if (moved === undefined) return undefined;
    this.log.event('case.forwarded', { caseId: one.caseId, outcome: outcome.kind, attempt: one.attempt });
    return { kind: 'done' };
  }
}
