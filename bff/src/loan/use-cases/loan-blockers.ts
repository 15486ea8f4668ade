import type { Reason } from '@anju/shared/contract';
import type { PlainDate } from '@anju/shared/calendar';
import { figureOfDay } from '@anju/shared/policy';
import type { CentrePack, Figures } from '@anju/shared/policy';
import type { CoreAccount, CoreOverview } from '../../core-fund/index.ts';
import type { ServiceCase } from '../../progress/index.ts';

/**
 * Everything that the core's own words on a person say to stand in the way of a new loan: every reason, not the first.
 * @param running a case of the loan that is on its way here, which is then named
 */
export function loanBlockers(overview: CoreOverview, pack: CentrePack, today: PlainDate, running?: Pick<ServiceCase, 'caseId' | 'route'>): readonly Reason[] {
  return [
    ...accountReasons(overview.accounts),
    ...overview.tasks.map((code) => ({ code })),
    ...barReasons(overview, today),
    ...monthsReasons(overview, pack, today),
    ...loanReasons(overview, pack, today),
    ...(running === undefined ? [] : [{ code: 'case-running', params: { caseId: running.caseId, route: running.route } }]),
  ];
}

/** An account money is paid into or lies in: with these the core reckons. */
const counts = ({ state }: CoreAccount): boolean => state === 'normal' || state === 'sealed';

function accountReasons(accounts: readonly CoreAccount[]): readonly Reason[] {
  if (accounts.length === 0) return [{ code: 'account-not-found' }];
  if (accounts.some(({ state }) => state === 'frozen')) return [{ code: 'account-frozen' }];
  return accounts.some(counts) ? [] : [{ code: 'account-state' }];
}

/** False papers bar from loans as from withdrawals, until that day. */
function barReasons({ withdrawal: { history: { barred } } }: CoreOverview, today: PlainDate): readonly Reason[] {
  return barred !== null && today < barred.until ? [{ code: 'barred', params: { date: barred.until } }] : [];
}

/** A figure past its validity still counts; one nobody has sourced keeps nobody out: the core decides. */
function figure<T>(figures: Figures<T> | undefined, today: PlainDate): T | undefined {
  const found = figureOfDay(figures, today);
  return found.state === 'unknown' ? undefined : found.figure.value;
}

function monthsReasons({ contributionMonths: { consecutive } }: CoreOverview, pack: CentrePack, today: PlainDate): readonly Reason[] {
  const needed = figure(pack.loan.contributionMonths, today);
  return needed === undefined || consecutive >= needed ? [] : [{ code: 'contribution-months', params: { months: consecutive, needed } }];
}

function loanReasons({ loans, jointLoans = [], loanCount }: CoreOverview, pack: CentrePack, today: PlainDate): readonly Reason[] {
  const rule = figure(pack.loan.loanCount, today);
  // Who owes a loan too answers for it as its borrower does.
  const running = [...loans, ...jointLoans].filter((loan) => !loan.settled);
  const periods = Math.max(0, ...running.map((loan) => loan.overduePeriods));
  return [
    ...(periods > 0 ? [{ code: 'loan-in-arrears', params: { periods } }] : []),
    // Where no source says that a second one may run beside it, the core takes none.
    ...(running.length > 0 && rule?.outstandingAllowed !== true ? [{ code: 'loan-running' }] : []),
    ...(rule?.most !== undefined && loanCount >= rule.most ? [{ code: 'loan-count', params: { most: rule.most } }] : []),
  ];
}
