import type { FormReply, KnownName, SourceName } from '@anju/shared/contract';
import type { RouteOffer, WithdrawalFacts } from '@anju/shared/withdrawal';
import { tailOf } from '../../account/index.ts';
import type { CoreAccount, CoreHome, CoreSources } from '../../core-fund/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { KNOWN_SOURCES, knownTexts } from '../../texts/index.ts';
import type { KnownOverview } from './judge-routes.ts';

type Known = FormReply['known'][number];

const known = (name: KnownName, source: string, text: string | undefined): readonly Known[] => (text === undefined ? [] : [{ name, source, text }]);

/** What the sources of the route told, each by the one that told it. */
function fromSources(offer: RouteOffer, sources: CoreSources, facts: WithdrawalFacts, homeAddress: string | undefined): readonly Known[] {
  const rests = (source: SourceName): boolean => offer.sources.includes(source);
  const { home, rent } = facts;
  const { route } = offer.verdict;
  const { rentContract, works, lift, illness, commercialLoan, propertyFee } = sources;
  const of = (source: keyof typeof KNOWN_SOURCES, name: KnownName, holds: boolean, text: () => string | undefined): readonly Known[] =>
    holds ? known(name, KNOWN_SOURCES[source], text()) : [];
  const families = sources.maritalStatus !== undefined && sources.children !== undefined ? knownTexts.family(sources.maritalStatus === 'married', sources.children) : undefined;
  return [
    ...of('civil-affairs', 'family', rests('civil-affairs'), () => families),
    ...of('real-estate', 'home', offer.payTo === 'escrow' || route === 'purchase' || route === 'renovation', () => (typeof home === 'object' ? homeAddress : undefined)),
    ...of('real-estate', 'rent-contract', route === 'rent' && typeof rent === 'object' && rent.filed === true, () => rentContract && knownTexts.rent(rentContract.monthlyFen, rentContract.from, rentContract.to)),
    ...of('real-estate', 'works', route === 'build-or-repair', () => works?.address),
    ...of('real-estate', 'lift', route === 'lift', () => lift?.address),
    ...of('social-insurance', 'illness', route === 'illness', () => illness && knownTexts.illness(illness.ownCostFen, illness.settledOn)),
    ...of('social-insurance', 'retirement', route === 'retirement', () => (sources.retired === true ? knownTexts.retired : sources.retirementMonth && knownTexts.retirement(sources.retirementMonth))),
    ...of('employment', 'employment', rests('employment'), () => (sources.employed === undefined ? undefined : knownTexts.employment(sources.employed))),
    ...of('credit', 'commercial-loan', route === 'repay-commercial-loan', () => commercialLoan?.bank),
    ...of('invoice', 'fee', route === 'property-fee', () => propertyFee && knownTexts.fee(propertyFee.paidFen)),
  ];
}

/** What stands on the form because somebody already knows it, and who. No number in full. */
export function knownOf(person: VerifiedIdentity, { overview, sources }: KnownOverview, account: CoreAccount, offer: RouteOffer, facts: WithdrawalFacts, home: CoreHome | undefined): readonly Known[] {
  const card = offer.payTo === 'card' ? overview.cards.find((one) => one.usable) : undefined;
  const loan = [...overview.loans, ...(overview.jointLoans ?? [])].find((one) => !one.settled);
  const household = sources.household ?? overview.person.household;
  const { core } = KNOWN_SOURCES;
  return [
    ...known('identity', core, `${person.masked.name} ${person.masked.idNumber}`),
    ...known('account', core, knownTexts.account(tailOf(account.accountNo), account.state)),
    ...known('card', core, card && knownTexts.card(card.bank, tailOf(card.number))),
    ...known('escrow', KNOWN_SOURCES['real-estate'], offer.payTo === 'escrow' && home?.escrow !== undefined ? knownTexts.card(home.escrow.bank, tailOf(home.escrow.number)) : undefined),
    ...known('household', sources.household === undefined ? KNOWN_SOURCES.household : KNOWN_SOURCES['public-security'], household === null ? undefined : knownTexts.household(household)),
    ...known('loan', core, loan && knownTexts.loan(tailOf(loan.contractNo), loan.balanceFen)),
    ...fromSources(offer, sources, facts, home?.address),
  ];
}
