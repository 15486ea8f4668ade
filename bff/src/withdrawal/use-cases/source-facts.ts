import type { PlainDate } from '@anju/shared/calendar';
import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { CommercialLoanFacts, LiftFacts, ProofDocument, RentFacts, WithdrawalFacts, WorksFacts, YearUsed } from '@anju/shared/withdrawal';
import type { CoreOverview, CoreSourceName, CoreSources } from '../../core-fund/index.ts';

/** The sources whose word the core refuses a route by when they disagree (interface.md §3). */
const REFUSED_BY: Readonly<Partial<Record<WithdrawalRouteId, readonly CoreSourceName[]>>> = {
  'down-payment': ['real-estate'], 'build-or-repair': ['real-estate'], renovation: ['real-estate'], 'property-fee': ['invoice'], rent: ['real-estate'],
  'repay-commercial-loan': ['credit'], lift: ['real-estate'], illness: ['social-insurance'], retirement: ['social-insurance'],
  'leave-job': ['public-security', 'employment'], emigration: ['public-security'],
};

/** The sources that disagree about a person where a route rests on them. One that does not answer disagrees with nobody. */
export function disagreeing(route: WithdrawalRouteId, { checks }: CoreSources): readonly CoreSourceName[] {
  const asked = REFUSED_BY[route] ?? [];
  return checks.filter(({ source, result }) => result === 'mismatch' && asked.includes(source)).map(({ source }) => source);
}

const answers = ({ checks }: CoreSources, source: CoreSourceName): boolean => checks.some((check) => check.source === source && check.result === 'matched');

const confirmed = (kind: ProofDocument['kind'], holds: boolean | undefined): readonly ProofDocument[] =>
  holds === undefined ? [] : [{ kind, result: holds ? 'confirmed' : 'not-found' }];

function documents(sources: CoreSources): readonly ProofDocument[] {
  return [
    ...confirmed('retirement', sources.retired === true ? true : undefined),
    ...confirmed('disability', sources.unableToWork),
    ...confirmed('employment-ended', sources.employmentEndedOn === undefined ? undefined : true),
    ...confirmed('emigration', sources.settledAbroadOn === undefined ? undefined : true),
  ];
}

type History = CoreOverview['withdrawal']['history'];

function usedInYear({ yearUsed }: History, route: WithdrawalRouteId): { readonly yearUsed?: YearUsed } {
  const used = yearUsed.filter((one) => one.route === route).sort((a, b) => b.year - a.year)[0];
  return used === undefined ? {} : { yearUsed: { year: used.year, amountFen: used.amountFen } };
}

/** What the spouse has had by a route, for one thing or for anything; for an illness what one had oneself, too. */
export function familyFen({ family }: History, route: WithdrawalRouteId, homeNo?: string): { readonly familyFen?: number } {
  const had = family.filter((one) => one.route === route && (homeNo === undefined || one.homeNo === undefined || one.homeNo === homeNo));
  return had.length === 0 ? {} : { familyFen: had.reduce((sum, { amountFen }) => sum + amountFen, 0) };
}

/** A filed contract counts while it runs: one that is over or begins later is none. */
function rentFacts({ rentContract }: CoreSources, history: History, today: PlainDate): RentFacts {
  const runs = rentContract !== undefined && rentContract.from <= today && today <= rentContract.to;
  const contract = !runs ? {} : { monthlyFen: rentContract.monthlyFen, filed: true, publicHousing: rentContract.publicHousing };
  return { ...contract, ...usedInYear(history, 'rent'), ...familyFen(history, 'rent') };
}

function worksFacts({ works }: CoreSources, history: History): WorksFacts | 'unknown' {
  if (works === undefined) return 'unknown';
  const { kind, permitNumber, grade, costFen } = works;
  return {
    kind,
    permit: 'confirmed',
    ...(grade === undefined ? {} : { grade }),
    ...(costFen === undefined ? {} : { costFen }),
    used: history.homesUsed.some((one) => one.route === 'build-or-repair' && one.homeNo === permitNumber),
    ...familyFen(history, 'build-or-repair', permitNumber),
  };
}

function liftFacts({ lift }: CoreSources, history: History): LiftFacts | 'unknown' {
  if (lift === undefined) return 'unknown';
  const { relation, ownShareFen, completedOn, address } = lift;
  return {
    relation, ownShareFen, completedOn,
    used: history.homesUsed.some((one) => one.route === 'lift' && one.homeNo === address),
    ...familyFen(history, 'lift', address),
  };
}

/** Credit that answers and names no loan says that there is none. */
function commercialLoan(sources: CoreSources, history: History): CommercialLoanFacts | 'unknown' | null {
  const loan = sources.commercialLoan;
  if (loan === undefined) return answers(sources, 'credit') ? null : 'unknown';
  const repaid = { fromDate: loan.from, toDate: loan.to, principalFen: loan.principalFen, interestFen: loan.interestFen };
  return { contracted: loan.contracted, overduePeriods: loan.overduePeriods, repaid, ...familyFen(history, 'repay-commercial-loan', loan.contractNumber) };
}

/** A home is owned with its certificate; a contract that was filed owns nothing yet. */
function ownsHome(overview: CoreOverview, sources: CoreSources): boolean | 'unknown' {
  if (answers(sources, 'real-estate')) return (sources.homes ?? []).some(({ certificateOn }) => certificateOn !== undefined);
  return overview.homes > 0 ? true : 'unknown';
}

function familyFacts({ person }: CoreOverview, { maritalStatus, children }: CoreSources): NonNullable<WithdrawalFacts['family']> {
  const status = maritalStatus ?? person.maritalStatus;
  return { ...(status === null ? {} : { married: status === 'married' }), ...(children === undefined ? {} : { children }) };
}

/** The groups of facts that rest on the shared sources and on what was withdrawn before. */
export function sourceFacts(overview: CoreOverview, sources: CoreSources, today: PlainDate): Partial<WithdrawalFacts> {
  const { history } = overview.withdrawal;
  const { illness, propertyFee } = sources;
  return {
    household: sources.household ?? overview.person.household ?? 'unknown',
    ownsHome: ownsHome(overview, sources),
    documents: documents(sources),
    family: familyFacts(overview, sources),
    rent: rentFacts(sources, history, today),
    works: worksFacts(sources, history),
    lift: liftFacts(sources, history),
    commercialLoan: commercialLoan(sources, history),
    illness: illness === undefined ? 'unknown' : { ownCostFen: illness.ownCostFen, paidOn: illness.settledOn, listed: illness.listed, ...familyFen(history, 'illness', illness.settledOn) },
    propertyFee: propertyFee === undefined ? usedInYear(history, 'property-fee') : { ...propertyFee, ...usedInYear(history, 'property-fee') },
    employed: sources.employed ?? 'unknown',
    ...(sources.retirementMonth === undefined ? {} : { retirementMonth: sources.retirementMonth }),
    silent: sources.checks.filter(({ result }) => result === 'unavailable').map(({ source }) => source),
    covered: history.covered,
    accountElsewhere: history.accountElsewhere,
    transferRunning: history.transferRunning,
    contributionPending: history.contributionPending,
    pausedRoutes: history.paused,
    ...(history.barred === null || history.barred.until <= today ? {} : { barredUntil: history.barred.until }),
  };
}
