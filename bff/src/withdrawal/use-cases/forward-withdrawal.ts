import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreCase, CoreOutcome, WithdrawalApplication } from '../../core-fund/index.ts';
import { FileStore } from '../../file-store/index.ts';
import { Clock, Log, Outbox, UnitOfWork } from '../../platform/index.ts';
import type { Delivery, DeliveryTry } from '../../platform/index.ts';
import { Cases, isSameCase, materialRequestNoOf, MoveCase, newsOf, refusedNews, renumbered, requestNoOf } from '../../progress/index.ts';
import type { WithdrawalCase, Wish } from '../../progress/index.ts';

export const FORWARD_TOPIC = 'withdrawal.forward';

/** Below this nothing is sent any more: an answer could not be waited for. */
const LEAST_MS = 200;
/** Reading again after somebody else wrote, or sending again under a new number, within one delivery. */
const STEPS = 4;

type Prepared = { readonly kind: 'ready'; readonly wish: Wish } | { readonly kind: 'refused'; readonly code: 'material-missing' | 'rejected' } | { readonly kind: 'later' };

/**
 * Brings a case to the core, exactly once. Before a request leaves, the case is marked `asked`; from then on the only way forward is to ask
 * what became of that number, also after a crash. A number the core closed unseen is replaced; none is ever sent twice.
 */
@Injectable()
export class ForwardWithdrawal implements OnModuleInit {
  constructor(
    private readonly cases: Cases,
    private readonly core: CoreFund,
    private readonly files: FileStore,
    private readonly move: MoveCase,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(FORWARD_TOPIC, (payload, tried) => this.execute(String(payload['caseId']), tried));
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
  private async ask(one: WithdrawalCase): Promise<Delivery | undefined> {
    const outcome = await this.core.outcomeOf(one.requestNo);
    if (outcome.kind !== 'never-arrived') return this.settle(one, outcome);
    const next = renumbered(one, requestNoOf(one.caseId, one.attempt + 1), this.clock.now());
    await this.unitOfWork.run(() => this.cases.save(next));
    return undefined;
  }

  private async send(one: WithdrawalCase): Promise<Delivery | undefined> {
    const prepared = await this.prepare(one);
    if (prepared.kind === 'later') return { kind: 'later' };
    if (prepared.kind === 'refused') return this.settle(one, prepared);
    const asked: WithdrawalCase = { ...one, wish: prepared.wish, link: 'asked' };
    if (!(await this.unitOfWork.run(() => this.cases.save(asked)))) return undefined;
    const outcome = await this.core.applyWithdrawal(one.requestNo, applicationOf(one, prepared.wish));
    return this.settle({ ...asked, version: asked.version + 1 }, outcome);
  }

  private async settle(one: WithdrawalCase, outcome: CoreOutcome<CoreCase>): Promise<Delivery | undefined> {
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

  /** Materials first: their numbers are derived, and handing one in again is allowed. */
  private async prepare(one: WithdrawalCase): Promise<Prepared> {
    if (one.wish === null) return { kind: 'refused', code: 'rejected' };
    let wish = one.wish;
    if (wish.fileIds.length > 0 && wish.materialNos === undefined) {
      const handed = await this.handIn(one, wish);
      if (handed.kind !== 'ready') return handed;
      wish = handed.wish;
    }
    if (wish.contractNumber === undefined || wish.homeIsLocal !== undefined) return { kind: 'ready', wish };
    const check = await this.core.checkContract(one.customerNo, wish.contractNumber);
    if (check.kind === 'unreachable') return { kind: 'later' };
    const homeIsLocal = check.kind === 'ok' && check.value.result === 'matched' && check.value.local === true;
    return { kind: 'ready', wish: { ...wish, homeIsLocal } };
  }

  private async handIn(one: WithdrawalCase, wish: Wish): Promise<Prepared> {
    const materialNos: string[] = [];
    for (const [index, fileId] of wish.fileIds.entries()) {
      const content = await this.files.content(fileId);
      if (content === undefined) return { kind: 'refused', code: 'material-missing' };
      const outcome = await this.core.sendMaterial(materialRequestNoOf(one.caseId, index), one.customerNo, content);
      if (outcome.kind === 'unknown') return { kind: 'later' };
      if (outcome.kind === 'refused') return { kind: 'refused', code: 'material-missing' };
      materialNos.push(outcome.value.materialNo);
    }
    return { kind: 'ready', wish: { ...wish, materialNos } };
  }
}

function applicationOf(one: WithdrawalCase, wish: Wish): WithdrawalApplication {
  const { accountNo, cardNo, contractNumber, homeIsLocal, materialNos } = wish;
  return {
    customerNo: one.customerNo,
    accountNo,
    route: one.route === 'purchase' ? 'purchase' : 'repay-fund-loan',
    amountFen: one.amountFen,
    cardNo,
    appliedAt: one.submittedAt.toISOString(),
    ...(contractNumber === undefined ? {} : { contractNumber }),
    ...(homeIsLocal === undefined ? {} : { homeIsLocal }),
    ...(materialNos === undefined ? {} : { materialNos }),
  };
}
