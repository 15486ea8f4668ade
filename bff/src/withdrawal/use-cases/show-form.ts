import type { FormReply, MissingField, WithdrawalRouteId } from '@anju/shared/contract';
import { isWithdrawalRoute, mustStay, nextEligibleAfter, withdrawalLimit } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { cardOf, OpaqueIds, OverviewStore, tailOf } from '../../account/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';
import { KNOWN_SOURCES, knownTexts } from '../../texts/index.ts';
import type { KnownOverview, Situation } from './judge-routes.ts';
import { JudgeRoutes } from './judge-routes.ts';

/** One fen: the core itself takes no less. */
const MINIMUM_FEN = 1;

/** What nobody but the person knows. */
const MISSING: Readonly<Partial<Record<WithdrawalRouteId, readonly MissingField[]>>> = {
  purchase: [
    { name: 'contractNumber', kind: 'text' },
    { name: 'homeCity', kind: 'choice', choices: ['local', 'elsewhere'] },
    { name: 'paymentVoucher', kind: 'file' },
  ],
};

/** The form of a route with everything on it that somebody already knows. */
@Injectable()
export class ShowForm {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly judge: JudgeRoutes,
    private readonly ids: OpaqueIds,
  ) {}

  /** @throws Refusal `withdrawal.route-unknown`, `core.unreachable` while there is not even a last value */
  async execute(personId: string, route: string): Promise<FormReply> {
    if (!isWithdrawalRoute(route)) throw new Refusal('withdrawal.route-unknown');
    const person = await this.identities.of(personId);
    const reading = await this.overviews.read(person);
    if (reading.state === 'unknown') throw new Refusal('core.unreachable');
    const situation = await this.judge.situation(personId, reading);
    const verdict = this.judge.verdict(route, situation);
    const card = reading.overview.cards.find((one) => one.usable);
    const next = nextEligibleAfter(route, situation.pack, situation.today);
    return {
      route,
      verdict,
      asOf: reading.asOf,
      prefilledFen: verdict.eligible ? verdict.maxFen : null,
      minimumFen: MINIMUM_FEN,
      balanceFen: situation.account.balanceFen,
      mustStayFen: mustStay(route, situation.facts, situation.pack, situation.today),
      card: card === undefined ? null : cardOf(card, personId, this.ids),
      missing: MISSING[route] ?? [],
      known: knownOf(person, reading, situation),
      basis: withdrawalLimit(route, situation.facts, situation.pack, situation.today).basis,
      ...(next === null ? {} : { nextEligibleOn: next }),
    };
  }
}

function knownOf(person: VerifiedIdentity, { overview }: KnownOverview, { account }: Situation): FormReply['known'] {
  const { household } = overview.person;
  const card = overview.cards.find((one) => one.usable);
  const loan = overview.loans.find((one) => !one.settled);
  const source = KNOWN_SOURCES.core;
  return [
    { name: 'identity', source, text: `${person.masked.name} ${person.masked.idNumber}` },
    { name: 'account', source, text: knownTexts.account(tailOf(account.accountNo), account.state) },
    ...(card === undefined ? [] : [{ name: 'card', source, text: knownTexts.card(card.bank, tailOf(card.number)) } as const]),
    ...(household === null ? [] : [{ name: 'household', source: KNOWN_SOURCES.household, text: knownTexts.household(household) } as const]),
    ...(loan === undefined ? [] : [{ name: 'loan', source, text: knownTexts.loan(tailOf(loan.contractNo), loan.balanceFen) } as const]),
  ];
}
