import type { BankCardsReply, HomeReply, RoutesReply } from '@anju/shared/contract';
import { routeDefinition } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import type { OverviewReading } from '../../account/index.ts';
import { cardOf, datedFrom, OpaqueIds, OverviewStore, RouteAdvice } from '../../account/index.ts';
import { Identities } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';
import { Drafts } from '../../withdrawal-drafts/index.ts';
import { JudgeRoutes } from './judge-routes.ts';

/** Every route: may I, how much, why not, when then; and what was begun, also while the core is away. */
@Injectable()
export class ListRoutes {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly judge: JudgeRoutes,
    private readonly drafts: Drafts,
  ) {}

  async execute(personId: string): Promise<RoutesReply> {
    const [reading, drafts] = await Promise.all([this.identities.of(personId).then((person) => this.overviews.read(person)), this.drafts.list(personId)]);
    if (reading.state === 'unknown') return { routes: { state: 'unknown', reason: 'core-down' }, drafts };
    const verdicts = this.judge.all(await this.judge.situation(personId, reading)).map(({ verdict }) => verdict);
    return { routes: datedFrom(reading, () => verdicts), drafts };
  }
}

/** The cards the core can pay to; always the person's own, since the core holds no other under their name. */
@Injectable()
export class ListBankCards {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
  ) {}

  /** @throws Refusal `core.unreachable` while there is not even a last value */
  async execute(personId: string): Promise<BankCardsReply> {
    const reading = await this.overviews.read(await this.identities.of(personId));
    if (reading.state === 'unknown') throw new Refusal('core.unreachable');
    return { items: reading.overview.cards.map((card) => cardOf(card, personId, this.ids)) };
  }
}

/**
 * What the home page offers: the route that is open, done here and decided at once with nothing asked and nothing handed in, with the highest
 * maximum. What closes the account is never offered unasked.
 */
@Injectable()
export class BestRoute extends RouteAdvice {
  constructor(private readonly judge: JudgeRoutes) {
    super();
  }

  async best(personId: string, reading: OverviewReading): Promise<HomeReply['suggestion']> {
    if (reading.state === 'unknown' || reading.overview.accounts.length === 0) return null;
    const open = this.judge
      .all(await this.judge.situation(personId, reading))
      .filter(({ missing, verdict: { route } }) => missing.every(({ optional }) => optional === true) && routeDefinition(route).closing !== true)
      .flatMap(({ verdict: { route, servedBy, eligible, decided, maxFen } }) =>
        servedBy === 'online' && eligible && decided === 'at-once' && maxFen !== null && maxFen > 0 ? [{ route, maxFen }] : [],
      );
    return open.sort((a, b) => b.maxFen - a.maxFen)[0] ?? null;
  }
}
