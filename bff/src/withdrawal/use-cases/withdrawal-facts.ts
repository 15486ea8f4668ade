import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { PlainDate } from '@anju/shared/calendar';
import type { HomeFacts, LoanFacts, StandingOrder, WithdrawalFacts } from '@anju/shared/withdrawal';
import type { CoreAccount, CoreHome, CoreOverview, CoreSources } from '../../core-fund/index.ts';
import { contractHome, homeFacts } from './chosen-home.ts';
import type { NamedContract } from './chosen-home.ts';
import { sourceFacts } from './source-facts.ts';

const STATE_ORDER: readonly string[] = ['normal', 'sealed', 'frozen', 'other'];

/** The account money is taken from: one in use before a sealed one, the larger of two alike. */
export function payingAccount(overview: CoreOverview): CoreAccount | undefined {
  const place = ({ state }: CoreAccount): number => {
    const at = STATE_ORDER.indexOf(state);
    return at < 0 ? STATE_ORDER.length : at;
  };
  return [...overview.accounts].sort((a, b) => place(a) - place(b) || b.balanceFen - a.balanceFen)[0];
}

/** All running loans together, own and joint, since the core asks of each whether it is in arrears, and what was repaid is of all of them: the core has taken off what others withdrew for it. */
function loanFacts(overview: CoreOverview, today: PlainDate): LoanFacts | null {
  const own = overview.loans.filter((one) => !one.settled);
  const running = [...own, ...(overview.jointLoans ?? []).filter((one) => !one.settled)];
  if (running.length === 0) return null;
  const { repaid } = overview.withdrawal;
  return {
    ...(own.length === 0 ? { role: 'co-borrower' as const } : {}),
    balanceFen: running.reduce((sum, { balanceFen }) => sum + balanceFen, 0),
    overduePeriods: Math.max(...running.map(({ overduePeriods }) => overduePeriods)),
    repaid:
      repaid === null
        ? { fromDate: today, toDate: today, principalFen: 0, interestFen: 0 }
        : { fromDate: repaid.from, toDate: repaid.to, principalFen: repaid.principalFen, interestFen: repaid.interestFen },
  };
}

type ByRoute = Readonly<Partial<Record<WithdrawalRouteId, PlainDate>>>;

/** The latest day of each route. */
function latestByRoute(days: readonly { readonly route: WithdrawalRouteId; readonly on: PlainDate }[]): ByRoute {
  const latest: Partial<Record<WithdrawalRouteId, PlainDate>> = {};
  for (const { route, on } of days) if ((latest[route] ?? '') < on) latest[route] = on;
  return latest;
}

/** What runs by itself and ends with the account; a monthly offset that is signed is one, however the core lists it. */
export function standingOrders({ loans, withdrawal: { history } }: CoreOverview): readonly StandingOrder[] {
  const signed = loans.some(({ settled, offset }) => !settled && offset.state === 'signed') ? (['offset'] as const) : [];
  return [...new Set([...signed, ...history.standing.filter(({ state }) => state !== 'ended').map(({ kind }) => kind)])];
}

/** A case of ours that is on its way; the core may not know it yet. */
export interface LiveCase {
  readonly caseId: string;
  readonly route: WithdrawalRouteId;
  readonly coreCaseNo: string | null;
}

/** What the core and the shared sources told of a person. */
export interface Told {
  readonly overview: CoreOverview;
  readonly sources: CoreSources;
}

/** The home a route is about: that of the contract the person named, else the one on the register. */
function homeOf({ overview, sources }: Told, { named, home }: MeantHome): HomeFacts | 'unknown' {
  const { history } = overview.withdrawal;
  if (named !== undefined) return contractHome(named, sources, history);
  return home === undefined ? 'unknown' : homeFacts(home, sources, history);
}

/** Which home is meant: one on the register, or that of a contract the person named. */
export interface MeantHome {
  readonly home?: CoreHome | undefined;
  readonly named?: NamedContract | undefined;
}

/** What the rules look at for a route, from what core and sources told and what is on its way here. */
export function factsOf(told: Told, account: CoreAccount, live: readonly LiveCase[], today: PlainDate, meant: MeantHome): WithdrawalFacts {
  const { overview, sources } = told;
  const { person, withdrawal } = overview;
  const elsewhere = withdrawal.running.filter((one) => !live.some((own) => own.coreCaseNo === one.caseNo));
  const shared = sourceFacts(overview, sources, today);
  return {
    accountState: account.state,
    balanceFen: account.balanceFen,
    mustStayFen: withdrawal.mustStayFen,
    household: 'unknown',
    ...(account.state === 'sealed' && account.stateSince !== undefined ? { sealedSince: account.stateSince } : {}),
    ...(person.birthDate === null ? {} : { birthDate: person.birthDate }),
    ...(person.sex === null ? {} : { sex: person.sex }),
    contributionMonths: overview.contributionMonths.consecutive,
    monthlyContributionFen: account.monthlyFen,
    ...(account.accruedInterestFen === undefined ? {} : { accruedInterestFen: account.accruedInterestFen }),
    ownsHome: 'unknown',
    loan: loanFacts(overview, today),
    lastWithdrawals: latestByRoute(withdrawal.last),
    nextPermitted: latestByRoute(withdrawal.nextPermitted),
    runningCases: [...live.map(({ route: running, caseId }) => ({ route: running, caseId })), ...elsewhere.map(({ route: running }) => ({ route: running }))],
    usableCards: overview.cards.filter((card) => card.usable).length,
    tasks: overview.tasks,
    documents: [],
    standingOrders: standingOrders(overview),
    home: homeOf(told, meant),
    ...shared,
  };
}
