import type { ProblemField, StandingOrder, StandingOrderBody } from '@anju/shared/contract';
import { standingOffer, STANDING_ROUTES } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { OpaqueIds, OverviewStore } from '../../account/index.ts';
import { Audit } from '../../audit/index.ts';
import { CoreStandingOrders } from '../../core-fund/index.ts';
import type { CoreCard, CoreOutcome, CoreStandingOrder, StandingOrderWish } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { AskedOnce, Clock, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { standingTexts } from '../../texts/index.ts';
import { assertCard, JudgeRoutes } from '../../withdrawal/index.ts';
import { StandingViews } from './standing-views.ts';

/** How long the rules wait for the overview. */
const OVERVIEW_MS = 1200;

/** `Z` + the asking's id: the same on each try of the same wish, so that the core itself keeps a second order out. */
export const signRequestNoOf = (askingId: string): string => `Z${askingId.replaceAll('-', '')}`;

/** Signs what runs by itself (冲还贷, the bank loan's instalments, the rent), once. The core makes the runs. */
@Injectable()
export class SignStandingOrder {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly orders: CoreStandingOrders,
    private readonly judge: JudgeRoutes,
    private readonly views: StandingViews,
    private readonly ids: OpaqueIds,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal `request.invalid` naming card or day, `withdrawal.card-unknown`, `standing-order.not-possible` with every reason (the core's
   * own too), `core.unreachable` (the same key goes on under the same number)
   */
  async execute(personId: string, body: StandingOrderBody): Promise<StandingOrder> {
    assertShape(body);
    const person = await this.identities.of(personId);
    const reading = await this.overviews.read(person, OVERVIEW_MS);
    if (reading.state === 'unknown') throw new Refusal('core.unreachable');
    const situation = await this.judge.situation(personId, reading);
    const facts = this.judge.facts(STANDING_ROUTES[body.kind], situation);
    const { possible, reasons } = standingOffer(body.kind, facts, situation.pack, situation.today);
    // One that exists may be this very wish, whose answer was lost: the core knows it by its number, and refuses any other.
    if (!possible && reasons.some(({ code }) => code !== 'standing-exists')) throw new Refusal('standing-order.not-possible', { reasons });
    const card = body.kind === 'offset' ? undefined : assertCard(reading.overview.cards.find((one) => this.ids.card(personId, one.cardNo) === body.bankCardId));
    const wish: StandingOrderWish = {
      customerNo: person.customerNo,
      kind: body.kind,
      ...(card === undefined ? {} : { cardNo: card.cardNo }),
      ...(body.day === undefined ? {} : { day: body.day }),
      askedAt: (this.askedOnce.askedAt() ?? this.clock.now()).toISOString(),
    };
    return this.keep(personId, await this.signed(wish), reading.overview.cards);
  }

  /** Silence is settled by the same call again; a number that comes twice gets its first answer. */
  private async signed(wish: StandingOrderWish): Promise<CoreStandingOrder> {
    const requestNo = signRequestNoOf(this.askedOnce.askingId() ?? randomId());
    const first = await this.orders.sign(requestNo, wish);
    return orderOf(first.kind === 'unknown' ? await this.orders.sign(requestNo, wish) : first);
  }

  private async keep(personId: string, order: CoreStandingOrder, cards: readonly CoreCard[]): Promise<StandingOrder> {
    this.overviews.makeOld(personId);
    const reply = await this.views.of(personId, order, cards);
    await this.unitOfWork.run(async () => {
      await this.askedOnce.complete(reply);
      await this.audit.record({ personId, action: 'standing-order.signed', subject: reply.orderId, outcome: 'done' });
    });
    return reply;
  }
}

/** The order, or the refusal that its person can read. */
export function orderOf(outcome: CoreOutcome<CoreStandingOrder>): CoreStandingOrder {
  if (outcome.kind === 'accepted') return outcome.value;
  if (outcome.kind === 'unknown') throw new Refusal('core.unreachable');
  const { code, params } = outcome;
  throw new Refusal('standing-order.not-possible', { reasons: [params === undefined ? { code } : { code, params }] });
}

const refusedField = (field: ProblemField): Refusal => new Refusal('request.invalid', { fields: [field] });

/** The offset pays the loan on its own day; the others need a card and a day. */
function assertShape({ kind, bankCardId, day }: StandingOrderBody): void {
  const given = { bankCardId, day };
  for (const field of ['bankCardId', 'day'] as const) {
    const present = given[field] !== undefined;
    if (kind === 'offset' && present) throw refusedField({ field, rule: 'not-needed', message: standingTexts.notOfOffset });
    if (kind !== 'offset' && !present) throw refusedField({ field, rule: 'required', message: standingTexts.missing[field] });
  }
}
