import type { FormReply, SourceCheck } from '@anju/shared/contract';
import { isWithdrawalRoute, mustStay, nextEligibleAfter, withdrawalLimit, withdrawalTerms } from '@anju/shared/withdrawal';
import type { RouteOffer, WithdrawalFacts } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { cardOf, OpaqueIds, OverviewStore, tailOf } from '../../account/index.ts';
import { Identities } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';
import { Drafts } from '../../withdrawal-drafts/index.ts';
import { asAskedFor } from './check-wish.ts';
import type { KnownOverview } from './judge-routes.ts';
import { JudgeRoutes } from './judge-routes.ts';
import { knownOf } from './known-facts.ts';

/** One fen: the core itself takes no less. */
const MINIMUM_FEN = 1;

/** The form of a route with everything on it that somebody already knows. */
@Injectable()
export class ShowForm {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly judge: JudgeRoutes,
    private readonly ids: OpaqueIds,
    private readonly drafts: Drafts,
  ) {}

  /** @throws Refusal `withdrawal.route-unknown`, `core.unreachable` while there is not even a last value */
  async execute(personId: string, route: string): Promise<FormReply> {
    if (!isWithdrawalRoute(route)) throw new Refusal('withdrawal.route-unknown');
    const person = await this.identities.of(personId);
    const reading = await this.overviews.read(person);
    if (reading.state === 'unknown') throw new Refusal('core.unreachable');
    const situation = await this.judge.situation(personId, reading);
    const { account, pack, today } = situation;
    const draft = await this.drafts.of(personId, route);
    const { offer, facts, fields, home } = this.judge.form(route, situation, asAskedFor(draft?.answers ?? {}));
    const { verdict } = offer;
    const cards = offer.payTo === 'card' ? reading.overview.cards : [];
    const card = cards.find((one) => one.usable);
    const next = nextEligibleAfter(route, pack, today);
    const { closing, loanLimit } = withdrawalTerms(route, facts, pack, today);
    const escrow = escrowOf(offer, facts, reading);
    return {
      route,
      verdict,
      asOf: reading.asOf,
      state: reading.state,
      prefilledFen: verdict.eligible ? verdict.maxFen : null,
      minimumFen: MINIMUM_FEN,
      balanceFen: account.balanceFen,
      mustStayFen: mustStay(route, facts, pack, today),
      card: card === undefined ? null : cardOf(card, personId, this.ids),
      cards: cards.map((one) => cardOf(one, personId, this.ids)),
      missing: fields,
      known: knownOf(person, reading, account, offer, facts, home),
      checks: checksOf(offer, reading),
      basis: withdrawalLimit(route, facts, pack, today).basis,
      ...(next === null ? {} : { nextEligibleOn: next }),
      ...(closing === null ? {} : { closing }),
      ...(escrow === undefined ? {} : { escrow }),
      ...(loanLimit === 'unknown' ? {} : { loanLimit }),
      draft,
    };
  }
}

/** 本次查验: the core, and of the shared sources those that this route rests on. */
function checksOf({ sources }: RouteOffer, { asOf, sources: told }: KnownOverview): readonly SourceCheck[] {
  return [{ source: 'core', at: asOf, result: 'matched' }, ...told.checks.filter(({ source }) => sources.includes(source))];
}

/** The supervised account that the register names. */
function escrowOf({ payTo }: RouteOffer, { home }: WithdrawalFacts, { sources }: KnownOverview): FormReply['escrow'] {
  const number = payTo === 'escrow' && typeof home === 'object' ? home.escrowAccount : undefined;
  const escrow = number === undefined ? undefined : sources.homes?.find((one) => one.escrow?.number === number)?.escrow;
  return escrow === undefined ? undefined : { bank: escrow.bank, tail: tailOf(escrow.number), name: escrow.name };
}
