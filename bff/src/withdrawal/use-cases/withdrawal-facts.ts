import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { PlainDate } from '@anju/shared/calendar';
import type { LoanFacts, WithdrawalFacts } from '@anju/shared/withdrawal';
import type { CoreAccount, CoreOverview } from '../../core-fund/index.ts';

const STATE_ORDER: readonly string[] = ['normal', 'sealed', 'frozen', 'other'];

/** The account money is taken from: one in use before a sealed one, the larger of two alike. */
export function payingAccount(overview: CoreOverview): CoreAccount | undefined {
  const place = ({ state }: CoreAccount): number => {
    const at = STATE_ORDER.indexOf(state);
    return at < 0 ? STATE_ORDER.length : at;
  };
  return [...overview.accounts].sort((a, b) => place(a) - place(b) || b.balanceFen - a.balanceFen)[0];
}

function loanFacts(overview: CoreOverview, today: PlainDate): LoanFacts | null {
  const loan = overview.loans.find((one) => !one.settled);
  if (loan === undefined) return null;
  const { repaid } = overview.withdrawal;
  return {
    balanceFen: loan.balanceFen,
    overduePeriods: loan.overduePeriods,
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

/** A case of ours that is on its way; the core may not know it yet. */
export interface LiveCase {
  readonly caseId: string;
  readonly route: WithdrawalRouteId;
  readonly coreCaseNo: string | null;
}

/** What the rules look at, from what the core told and what is on its way here. */
export function factsOf(overview: CoreOverview, account: CoreAccount, live: readonly LiveCase[], today: PlainDate): WithdrawalFacts {
  const { person, withdrawal } = overview;
  const elsewhere = withdrawal.running.filter((one) => !live.some((own) => own.coreCaseNo === one.caseNo));
  return {
    accountState: account.state,
    balanceFen: account.balanceFen,
    mustStayFen: withdrawal.mustStayFen,
    household: person.household ?? 'unknown',
    ...(account.state === 'sealed' && account.stateSince !== undefined ? { sealedSince: account.stateSince } : {}),
    ...(person.birthDate === null ? {} : { birthDate: person.birthDate }),
    ...(person.sex === null ? {} : { sex: person.sex }),
    contributionMonths: overview.contributionMonths.consecutive,
    ownsHome: overview.homes > 0,
    loan: loanFacts(overview, today),
    lastWithdrawals: latestByRoute(withdrawal.last),
    nextPermitted: latestByRoute(withdrawal.nextPermitted),
    runningCases: [...live.map(({ route, caseId }) => ({ route, caseId })), ...elsewhere.map(({ route }) => ({ route }))],
    usableCards: overview.cards.filter((card) => card.usable).length,
    tasks: overview.tasks,
    documents: [],
  };
}
