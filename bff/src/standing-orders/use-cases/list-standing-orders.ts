import type { Dated, StandingOrder, StandingOrderOffer, StandingOrdersReply } from '@anju/shared/contract';
import { standingOffer, STANDING_ROUTES } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { cardOf, OpaqueIds, OverviewStore, SCREEN_BUDGET_MS, within } from '../../account/index.ts';
import type { OverviewReading } from '../../account/index.ts';
import { CoreStandingOrders } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { JudgeRoutes } from '../../withdrawal/index.ts';
import { StandingViews } from './standing-views.ts';

const KINDS = Object.keys(STANDING_ROUTES) as readonly (keyof typeof STANDING_ROUTES)[];

/** What runs by itself, the next run as it would be today, and what else could be signed. One call for the screen. */
@Injectable()
export class ListStandingOrders {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly orders: CoreStandingOrders,
    private readonly judge: JudgeRoutes,
    private readonly views: StandingViews,
    private readonly ids: OpaqueIds,
  ) {}

  async execute(personId: string): Promise<StandingOrdersReply> {
    const person = await this.identities.of(personId);
    const [reading, read] = await Promise.all([this.overviews.read(person), within(this.orders.list(person.customerNo), SCREEN_BUDGET_MS)]);
    const cards = reading.state === 'unknown' ? [] : reading.overview.cards;
    const orders: Dated<readonly StandingOrder[]> =
      read?.kind === 'ok'
        ? { state: 'fresh', asOf: read.asOf, value: await this.views.all(personId, read.value, cards) }
        : { state: 'unknown', reason: 'core-down' };
    return { orders, offers: await this.offers(person, reading), cards: cards.map((card) => cardOf(card, personId, this.ids)) };
  }

  /** None while the core has never been heard: what nobody knows is not offered. */
  private async offers({ personId }: VerifiedIdentity, reading: OverviewReading): Promise<readonly StandingOrderOffer[]> {
    if (reading.state === 'unknown' || reading.overview.accounts.length === 0) return [];
    const situation = await this.judge.situation(personId, reading);
    return KINDS.map((kind) => standingOffer(kind, this.judge.facts(STANDING_ROUTES[kind], situation), situation.pack, situation.today));
  }
}
