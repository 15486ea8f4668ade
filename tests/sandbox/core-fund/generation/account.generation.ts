import { addDays, addMonths, addYearMonths, type PlainDate, type YearMonth } from '@anju/shared/calendar';
import { mulDivRounded } from '@anju/shared/money';
import type { Core } from '../store/core.ts';
import { bookContribution, bookTransferIn, bookWithdrawal, changeBase } from '../ledger/account.ledger.ts';
import { CONTRIBUTION_DAY, lastContributedMonth } from './contribution.days.ts';
import type { Booking } from './daily.run.ts';
import { interestBookings } from './daily.run.ts';
import type { AccountPlan } from './situations.ts';

const LOWEST_BASE_FEN = 226_500;

const contributionDay = (month: YearMonth): PlainDate => `${month}-0${CONTRIBUTION_DAY}`;

/** The base of each month from the first on: about 5 % less for each July before the present one, never under the minimum wage. */
function baseIn(plan: AccountPlan, month: YearMonth, last: YearMonth): number {
  if (plan.newBase !== undefined && month < addYearMonths(last, -plan.newBase.monthsAgo)) return plan.newBase.fromYuan * 100;
  let base = plan.baseYuan;
  for (let julys = fundYear(last) - fundYear(month); julys > 0; julys -= 1) base = mulDivRounded(base, 100, 105, 'half-up');
  return Math.max(base * 100, LOWEST_BASE_FEN);
}
const fundYear = (month: YearMonth): number => Number(month.slice(0, 4)) - (Number(month.slice(5)) >= 7 ? 0 : 1);

function writeAccount(core: Core, grzh: string, khbh: string, dwzh: string | null, plan: AccountPlan, first: YearMonth, today: PlainDate): void {
  core.run(
    `INSERT INTO account (grzh, khbh, dwzh, state, state_since, state_reason, base, ratio, personal_monthly, unit_monthly, opened, paid_through, contributing)
     VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0, 0, ?, ?, ?)`,
    grzh, khbh, dwzh, plan.state?.code ?? '01', plan.state === undefined ? null : addMonths(today, -plan.state.monthsAgo), plan.state?.reason ?? null,
    plan.ratio, contributionDay(first), first, plan.endedMonthsAgo === undefined ? 1 : 0,
  );
}

/** Opens an account and returns what happened on it, to be booked in the order of days together with everybody else's. */
export function planAccount(core: Core, grzh: string, khbh: string, dwzh: string | null, plan: AccountPlan, today: PlainDate): Booking[] {
  const last = addYearMonths(lastContributedMonth(today), -(plan.endedMonthsAgo ?? 0));
  const back = (months: number): YearMonth => addYearMonths(last, -months);
  const first = back(plan.months - 1);
  writeAccount(core, grzh, khbh, dwzh, plan, first, today);
  const bookings: Booking[] = [];
  let base = 0;
  for (let ago = plan.months - 1; ago >= 0; ago -= 1) {
    const month = back(ago);
    const day = contributionDay(month);
    const now = baseIn(plan, month, last);
    if (now !== base) {
      const announce = plan.newBase?.monthsAgo === ago;
      bookings.push({ day, order: 0, book: () => changeBase(core, grzh, day, now, announce) });
      base = now;
    }
    if (plan.skipped?.includes(ago)) continue;
    const times = plan.twice?.includes(ago) ? 2 : 1;
    for (let time = 0; time < times; time += 1) bookings.push({ day, order: 1, book: () => bookContribution(core, grzh, day, month) });
  }
  for (const { monthsAgo, yuan, ywlx, tqyy } of plan.withdrawals ?? []) {
    const day = addMonths(today, -monthsAgo);
    bookings.push({
      day, order: 3, book: () => {
        bookWithdrawal(core, grzh, day, yuan * 100, tqyy);
        const from = ywlx === 'REPAY_FUND_LOAN' ? addDays(addMonths(day, -12), 1) : null;
        core.run(
          'INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, amount, span_from, span_to) VALUES (?, ?, ?, ?, ?, ?, ?)', khbh, ywlx, tqyy, day, yuan * 100, from, from === null ? null : day,
        );
      },
    });
  }
  const transfer = plan.transferIn;
  if (transfer !== undefined) {
    const day = addMonths(today, -transfer.monthsAgo);
    bookings.push({ day, order: 2, book: () => bookTransferIn(core, grzh, day, transfer.yuan * 100) });
  }
  return [...bookings, ...interestBookings(core, grzh, contributionDay(first), today)];
}
