import type { StandingOrder, StandingOrderChangeBody } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { OpaqueIds, OverviewStore } from '../../account/index.ts';
import { Audit } from '../../audit/index.ts';
import { CoreStandingOrders } from '../../core-fund/index.ts';
import type { CoreCard, CoreStandingOrder, StandingOrderChange } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { AskedOnce, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { standingTexts } from '../../texts/index.ts';
import { assertCard } from '../../withdrawal/index.ts';
import { orderOf, signRequestNoOf } from './sign-standing-order.ts';
import { StandingViews } from './standing-views.ts';

/** Pauses, resumes, skips, changes or ends an order; whoever asks twice for the same state has it already. */
@Injectable()
export class ChangeStandingOrder {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly orders: CoreStandingOrders,
    private readonly views: StandingViews,
    private readonly ids: OpaqueIds,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @throws Refusal `request.not-found` (another person's order too), `request.invalid` naming what is missing, `withdrawal.card-unknown`,
   * `standing-order.not-possible` with the reason (ended, not in the state for it, or `standing-skips-full`), `core.unreachable` (the same key goes on)
   */
  async execute(personId: string, orderId: string, body: StandingOrderChangeBody): Promise<StandingOrder> {
    const person = await this.identities.of(personId);
    const order = await this.find(person, orderId);
    const cards = await this.cards(person, body.bankCardId !== undefined);
    const now = reached(order, body) ? order : await this.changed(person, orderId, order, this.changeOf(personId, body, cards));
    return this.keep(personId, now, cards, `standing-order.${body.action === 'change' ? 'changed' : body.action}`);
  }

  /** Ends it; one that has ended stays so. */
  async end(personId: string, orderId: string): Promise<void> {
    const person = await this.identities.of(personId);
    const order = await this.find(person, orderId);
    if (order.state !== 'ended') await this.changed(person, orderId, order, { action: 'end' });
    this.overviews.makeOld(personId);
    await this.unitOfWork.run(async () => {
      await this.askedOnce.complete(undefined);
      await this.audit.record({ personId, action: 'standing-order.ended', subject: orderId, outcome: 'done' });
    });
  }

  private async find({ personId, customerNo }: VerifiedIdentity, orderId: string): Promise<CoreStandingOrder> {
    const read = await this.orders.list(customerNo);
    if (read.kind !== 'ok') throw new Refusal('core.unreachable');
    const found = read.value.find(({ orderNo }) => this.views.idOf(personId, orderNo) === orderId);
    if (found === undefined) throw new Refusal('request.not-found');
    return found;
  }

  private async cards(person: VerifiedIdentity, needed: boolean): Promise<readonly CoreCard[]> {
    const reading = await this.overviews.read(person);
    if (reading.state !== 'unknown') return reading.overview.cards;
    if (needed) throw new Refusal('core.unreachable');
    return [];
  }

  private changeOf(personId: string, { action, on, bankCardId, day }: StandingOrderChangeBody, cards: readonly CoreCard[]): StandingOrderChange {
    if (action === 'skip') return on === undefined ? { action } : { action, on };
    if (action !== 'change') return { action };
    if (bankCardId === undefined && day === undefined) {
      throw new Refusal('request.invalid', { fields: [{ field: 'day', rule: 'required', message: standingTexts.nothingToChange }] });
    }
    const card = bankCardId === undefined ? undefined : assertCard(cards.find((one) => this.ids.card(personId, one.cardNo) === bankCardId));
    return { action, ...(card === undefined ? {} : { cardNo: card.cardNo }), ...(day === undefined ? {} : { day }) };
  }

  /** Silence is settled by the same call again under the same number; an earlier try under another one may have arrived after the order was read. */
  private async changed(person: VerifiedIdentity, orderId: string, { orderNo }: CoreStandingOrder, change: StandingOrderChange): Promise<CoreStandingOrder> {
    const requestNo = signRequestNoOf(this.askedOnce.askingId() ?? randomId());
    const ask = () => this.orders.change(requestNo, person.customerNo, orderNo, change);
    const first = await ask();
    const outcome = first.kind === 'unknown' ? await ask() : first;
    if (outcome.kind !== 'refused' || outcome.code !== 'standing-unknown') return orderOf(outcome);
    const now = await this.find(person, orderId);
    return reached(now, change) ? now : orderOf(isFull(now, change) ? { ...outcome, code: 'standing-skips-full', params: { count: now.skipped.length } } : outcome);
  }

  private async keep(personId: string, order: CoreStandingOrder, cards: readonly CoreCard[], action: string): Promise<StandingOrder> {
    this.overviews.makeOld(personId);
    const reply = await this.views.of(personId, order, cards);
    await this.unitOfWork.run(async () => {
      await this.askedOnce.complete(reply);
      await this.audit.record({ personId, action, subject: reply.orderId, outcome: 'done' });
    });
    return reply;
  }
}

/** Whether an order is already as it is wished; a day that was left out stays so when it is past. */
function reached({ state, skipped, runs }: CoreStandingOrder, wish: StandingOrderChange | StandingOrderChangeBody): boolean {
  if (wish.action === 'pause') return state === 'paused';
  if (wish.action === 'resume') return state === 'running';
  if (wish.action === 'end') return state === 'ended';
  const { on } = wish.action === 'skip' ? wish : {};
  return on !== undefined && (skipped.includes(on) || runs.some((run) => run.on === on && run.state === 'skipped'));
}

/** The core has one code for all that does not fit: the very run that comes next is refused only because enough are left out. */
const isFull = ({ state, nextOn, skipped }: CoreStandingOrder, change: StandingOrderChange): boolean =>
  change.action === 'skip' && state === 'running' && nextOn !== undefined && (change.on ?? nextOn) === nextOn && skipped.length > 0;
