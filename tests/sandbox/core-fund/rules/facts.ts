import { addYearMonths, monthsBetween, type PlainDate } from '@anju/shared/calendar';
import { lastContributedMonth } from '../generation/contribution.days.ts';
import type { Core } from '../store/core.ts';
import { repaidSince, type Repaid } from '../ledger/loan.withdrawn.ts';
import { lastWithdrawalDay } from './history.facts.ts';

/** Principal and interest repaid that a withdrawal may still cover. */
export const repaidFacts = (core: Core, khbh: string, today: PlainDate): Repaid => repaidSince(core, khbh, lastWithdrawalDay(core, khbh, 'REPAY_FUND_LOAN'), today);

/** Months contributed for, over all accounts: the run up to now (0 when it broke off) and all of them. */
export function contributionMonths(core: Core, khbh: string): { consecutive: number; total: number } {
  const months = core
    .all<{ month: string }>(`SELECT DISTINCT e.month FROM account_entry e JOIN account a ON a.grzh = e.grzh WHERE a.khbh = ? AND e.kind IN ('01', '02') ORDER BY e.month DESC`, khbh)
    .map((row) => row.month);
  const expected = lastContributedMonth(core.today());
  let consecutive = 0;
  if (months[0] !== undefined && monthsBetween(months[0], expected) <= 0) {
    while (months[consecutive] === addYearMonths(months[0], -consecutive)) consecutive += 1;
  }
  return { consecutive, total: months.length };
}

/** What the centre itself has on a person beside account and loan. */
export interface CentreFacts {
  readonly barred_for: 'withdrawal' | 'loan' | null;
  /** The day on which the bar is over. */
  readonly barred_until: PlainDate | null;
  /** An account at another centre. */
  readonly elsewhere: number;
  /** A contribution is on its way. */
  readonly pending: number;
}
const NOTHING: CentreFacts = { barred_for: null, barred_until: null, elsewhere: 0, pending: 0 };
export const centreFacts = (core: Core, khbh: string): CentreFacts => core.one<CentreFacts>('SELECT * FROM centre_fact WHERE khbh = ?', khbh) ?? NOTHING;

/** Whether a transfer of the person's account is under way. */
export const transferRuns = (core: Core, khbh: string): boolean => core.one(`SELECT 1 FROM transfer WHERE khbh = ? AND state = '1'`, khbh) !== undefined;

/** Routes that the centre does not take for the time being. */
export const pausedRoutes = (core: Core): readonly string[] => JSON.parse(core.meta('paused-routes') ?? '[]') as string[];
export const pauseRoutes = (core: Core, routes: readonly string[]): void => core.setMeta('paused-routes', JSON.stringify(routes));
