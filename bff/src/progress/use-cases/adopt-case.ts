import { chinaDateOf } from '@anju/shared/calendar';
import type { WithdrawalRouteId } from '@anju/shared/contract';
import { isWithdrawalRoute } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreCase, CoreEvent } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { Clock, Log, Outbox, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import type { Delivery } from '../../platform/index.ts';
import { Cases } from '../domain/cases.ts';
import type { ServiceCase } from '../domain/service-case.ts';
import { auditActionOf, isRequestOfOurs, newCase } from '../domain/service-case.ts';
import { REFRESH_TOPIC } from './refresh-case.ts';

export const ADOPT_TOPIC = 'case.adopt';

/** How long an adopted case may take to be read at once; the relays do the rest. */
const FOLLOW_UP_MS = 1000;

type CoreWithdrawal = CoreCase & { readonly route: WithdrawalRouteId };

/**
 * Withdrawals that the core made without us, by a standing order or at a counter: their person can follow them here and is told, like of any
 * other. One message and one row a case, however many events tell of it and whichever instance reads them.
 */
@Injectable()
export class AdoptCase implements OnModuleInit {
  constructor(
    private readonly cases: Cases,
    private readonly core: CoreFund,
    private readonly identities: Identities,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(ADOPT_TOPIC, (payload) => this.execute(String(payload['personId']), String(payload['coreCaseNo'])));
  }

  /** Inside a unit of work: the message about an event of a case we do not have; undefined when it is nobody's here. */
  async noted(event: CoreEvent): Promise<string | undefined> {
    if (isRequestOfOurs(event.requestNo)) return undefined;
    const personId = await this.identities.byCustomer(event.customerNo);
    if (personId === undefined) return undefined;
    return this.outbox.record({ topic: ADOPT_TOPIC, key: event.caseNo, payload: { personId, coreCaseNo: event.caseNo } });
  }

  async execute(personId: string, coreCaseNo: string): Promise<Delivery> {
    const person = await this.bound(personId);
    if (person === undefined) return { kind: 'done' };
    const read = await this.core.caseOf(person.customerNo, coreCaseNo);
    if (read.kind === 'unreachable') return { kind: 'later' };
    if (read.kind === 'refused') {
      this.log.event('case.disagrees', { call: 'adopt', code: read.code });
      return { kind: 'done' };
    }
    const core = read.value;
    if (!isWithdrawal(core) || (await this.cases.byCore(core.requestNo, core.caseNo)) !== undefined) return { kind: 'done' };
    const made = await this.made(person, core);
    const message = await this.unitOfWork.run(() => this.write(made));
    // Read at once, so that stage, history and notices follow as they do for every other case.
    if (message !== undefined) await this.outbox.tryNow(message, FOLLOW_UP_MS);
    return { kind: 'done' };
  }

  private async bound(personId: string): Promise<VerifiedIdentity | undefined> {
    try {
      return await this.identities.of(personId);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  private async made({ personId, customerNo, lastChannel }: VerifiedIdentity, core: CoreWithdrawal): Promise<ServiceCase> {
    const began = core.stages.find(({ stage }) => stage === 'received')?.startedAt;
    const { route, amountFen } = core;
    const asked = { personId, customerNo, channel: lastChannel, route, amountFen, payee: await this.payeeOf(customerNo, core), wish: null, terms: null };
    const one = newCase(asked, randomId(), began === undefined ? this.clock.now() : new Date(began));
    return { ...one, updatedAt: this.clock.now(), requestNo: core.requestNo, link: 'held', coreCaseNo: core.caseNo };
  }

  /** The card it is paid to; null where none has a part, or the core does not say now. */
  private async payeeOf(customerNo: string, { cardNo }: CoreCase): Promise<ServiceCase['payee']> {
    const read = cardNo === null ? undefined : await this.core.overview(customerNo);
    const card = read?.kind === 'ok' ? read.value.cards.find((one) => one.cardNo === cardNo) : undefined;
    return card === undefined ? null : { bank: card.bank, tail: card.number.slice(-4) };
  }

  /** The message that has it read; undefined when another instance made it in this moment. */
  private async write(one: ServiceCase): Promise<string | undefined> {
    const number = await this.cases.nextNumber(chinaDateOf(one.updatedAt));
    if (!(await this.cases.add({ ...one, number }))) return undefined;
    await this.cases.note(one.caseId, [{ stage: 'submitted', at: one.submittedAt }]);
    await this.audit.record({ personId: one.personId, actor: 'core', action: auditActionOf(one.route, 'adopted'), subject: one.caseId, outcome: 'done' });
    return this.outbox.record({ topic: REFRESH_TOPIC, key: `${one.caseId}:adopted`, payload: { caseId: one.caseId, coreCaseNo: one.coreCaseNo ?? '' } });
  }
}

const isWithdrawal = (core: CoreCase): core is CoreWithdrawal => isWithdrawalRoute(core.route);
