import { addMonths, addYearMonths, monthsBetween, type PlainDate } from '@anju/shared/calendar';
import { lastContributedMonth } from '../generation/contribution.days.ts';
import type { Core } from '../store/core.ts';
import { repaidSince } from '../ledger/loan.ledger.ts';

/** A partial withdrawal leaves at least 0.01 yuan in the account, in fen. */
export const MUST_STAY_FEN = 1;
/** 偿还公积金贷款 once in twelve months. */
export const REPAY_EVERY_MONTHS = 12;
/** 购房: within a year of the contract's filing (Xiamen). */
export const PURCHASE_WINDOW_MONTHS = 12;

/** The two routes, their reason and how often. */
export const ROUTES = {
  REPAY_FUND_LOAN: { tqyy: '06', everyMonths: REPAY_EVERY_MONTHS },
  PURCHASE: { tqyy: '01', everyMonths: undefined },
} as const;
export type RouteCode = keyof typeof ROUTES;

/** The day of the last withdrawal by a route, if any. */
export const lastWithdrawalDay = (core: Core, khbh: string, ywlx: string): PlainDate | undefined =>
  core.one<{ day: PlainDate | null }>('SELECT MAX(day) AS day FROM withdrawal_fact WHERE khbh = ? AND ywlx = ?', khbh, ywlx)?.day ?? undefined;

/** From which day the route is open again; undefined when it has no interval or was never used. */
export function nextPermittedDay(core: Core, khbh: string, ywlx: string): PlainDate | undefined {
  const everyMonths = ROUTES[ywlx as RouteCode]?.everyMonths;
  const last = lastWithdrawalDay(core, khbh, ywlx);
  return everyMonths === undefined || last === undefined ? undefined : addMonths(last, everyMonths);
}

/** Principal and interest repaid that a withdrawal may still cover. */
export const repaidFacts = (core: Core, khbh: string, today: PlainDate): ReturnType<typeof repaidSince> =>
  repaidSince(core, khbh, lastWithdrawalDay(core, khbh, 'REPAY_FUND_LOAN'), today);

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
