import { addMonths, type PlainDate } from '@anju/shared/calendar';
import { mulDivRounded } from '@anju/shared/money';

/** Fund loan rates for a first home, in millionths a year, by the day they came into force (中国人民银行). */
const RATES: readonly { readonly from: PlainDate; readonly short: number; readonly long: number }[] = [
  { from: '2015-08-26', short: 27_500, long: 32_500 },
  { from: '2022-10-01', short: 26_000, long: 31_000 },
  { from: '2024-05-18', short: 23_500, long: 28_500 },
  { from: '2025-05-08', short: 21_000, long: 26_000 },
];

/** The rate in force on a day for a term. @throws RangeError before the table begins */
export function rateOn(day: PlainDate, periods: number): number {
  const row = [...RATES].reverse().find((one) => one.from <= day);
  if (row === undefined) throw new RangeError('no rate is known for that day');
  return periods <= 60 ? row.short : row.long;
}

/** One row of a schedule; amounts in fen, `rate` in millionths. */
export interface Due {
  readonly period: number;
  readonly due: PlainDate;
  readonly principal: number;
  readonly interest: number;
  readonly rate: number;
  readonly balanceAfter: number;
}

/**
 * The equal instalment P·i·(1+i)^n ÷ ((1+i)^n − 1) in fen, half-up. Doubles inside this function only, rounded at its edge.
 */
export function equalInstalment(balance: number, rate: number, periods: number): number {
  const monthly = rate / 12_000_000;
  const growth = (1 + monthly) ** periods;
  return Math.round((balance * monthly * growth) / (growth - 1));
}

/**
 * The whole schedule: equal instalments; a new rate of the central bank reaches a running loan of more than a year on the next
 * 1 January, when the instalment is worked out anew from what is left. Interest half-up to the fen, the last one takes the rest.
 */
export function scheduleOf(principal: number, periods: number, granted: PlainDate, forcedRate?: (due: PlainDate) => number): Due[] {
  const rows: Due[] = [];
  let balance = principal;
  let rate = 0;
  let instalment = 0;
  for (let period = 1; period <= periods; period += 1) {
    const due = addMonths(granted, period);
    const yearStart = `${due.slice(0, 4)}-01-01`;
    const now = forcedRate?.(due) ?? rateOn(yearStart > granted && periods > 12 ? yearStart : granted, periods);
    if (now !== rate) {
      rate = now;
      instalment = equalInstalment(balance, rate, periods - period + 1);
    }
    const interest = mulDivRounded(balance, rate, 12_000_000, 'half-up');
    const part = period === periods ? balance : instalment - interest;
    balance -= part;
    rows.push({ period, due, principal: part, interest, rate, balanceAfter: balance });
  }
  return rows;
}
