import { addMonths, type PlainDate } from '@anju/shared/calendar';
import { mulDivRounded } from '@anju/shared/money';

/** First or second home: FWTS of the wire. */
export type HomeOrder = '1' | '2';
/** A.11: equal instalment 等额本息 or equal principal 等额本金. */
export type Method = '01' | '02';

/** Fund loan rates in millionths a year, by the day they came into force (中国人民银行); second homes are lent to at the floor. */
const RATES: readonly { readonly from: PlainDate; readonly short: number; readonly long: number; readonly shortSecond: number; readonly longSecond: number }[] = [
  { from: '2015-08-26', short: 27_500, long: 32_500, shortSecond: 30_250, longSecond: 35_750 },
  { from: '2022-10-01', short: 26_000, long: 31_000, shortSecond: 30_250, longSecond: 35_750 },
  { from: '2024-05-18', short: 23_500, long: 28_500, shortSecond: 27_750, longSecond: 33_250 },
  { from: '2025-05-08', short: 21_000, long: 26_000, shortSecond: 25_250, longSecond: 30_750 },
];

/** The rate in force on a day for a term and a home. @throws RangeError before the table begins */
export function rateOn(day: PlainDate, periods: number, home: HomeOrder = '1'): number {
  const row = [...RATES].reverse().find((one) => one.from <= day);
  if (row === undefined) throw new RangeError('no rate is known for that day');
  if (home === '2') return periods <= 60 ? row.shortSecond : row.longSecond;
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
/** What a loan was granted on. */
export interface LoanTerms {
  readonly granted: PlainDate;
  /** Of the contract: they tell the band of the rate and whether it may change. */
  readonly periods: number;
  readonly method: Method;
  readonly home: HomeOrder;
}
/** From where a plan is worked out: after which period, what is left in fen, and the last period. */
export interface PlanStart {
  readonly after: number;
  readonly balance: number;
  readonly end: number;
  /** A prepayment that keeps the instalment: that instalment and its rate; with equal principal the part of each period. */
  readonly kept?: { readonly instalment: number; readonly rate: number; readonly partOf: (period: number) => number };
}

/**
 * The equal instalment P·i·(1+i)^n ÷ ((1+i)^n − 1) in fen, half-up. Doubles inside this function only, rounded at its edge.
 */
export function equalInstalment(balance: number, rate: number, periods: number): number {
  const monthly = rate / 12_000_000;
  const growth = (1 + monthly) ** periods;
  return Math.round((balance * monthly * growth) / (growth - 1));
}

/** A whole period's interest: balance × rate ÷ 12, half-up to the fen. */
export const monthInterest = (balance: number, rate: number): number => mulDivRounded(balance, rate, 12_000_000, 'half-up');
/** Part of a period by days on a year of 360, half-up to the fen. */
export const dayInterest = (balance: number, rate: number, days: number): number => mulDivRounded(balance * days, rate, 360_000_000, 'half-up');

/** 等额本金: P·k/n rounded, differences of neighbours, so that the parts sum exactly. */
function spreadPart(start: PlanStart, period: number): number {
  const over = start.end - start.after;
  const upTo = (count: number): number => mulDivRounded(start.balance, count, over, 'half-up');
  return upTo(period - start.after) - upTo(period - start.after - 1);
}

/** The last period when the instalment (or the part) stays: as early as it suffices, at most the one that was last. */
function lastPeriodOf(method: Method, start: PlanStart): number {
  const { kept } = start;
  if (kept === undefined) return start.end;
  let left = start.balance;
  for (let period = start.after + 1; period < start.end; period += 1) {
    const part = method === '01' ? kept.instalment - monthInterest(left, kept.rate) : kept.partOf(period);
    if (left <= part) return period;
    left -= Math.max(0, part);
  }
  return start.end;
}

/**
 * The plan of what is left: a new rate of the central bank reaches a running loan of more than a year on the next 1 January, when
 * an equal instalment is worked out anew. Interest half-up to the fen, the last period takes the rest.
 */
export function planOf(terms: LoanTerms, start: PlanStart): Due[] {
  const rows: Due[] = [];
  const end = lastPeriodOf(terms.method, start);
  let { balance } = start;
  let rate = start.kept?.rate ?? 0;
  let instalment = start.kept?.instalment ?? 0;
  for (let period = start.after + 1; period <= end; period += 1) {
    const due = addMonths(terms.granted, period);
    const yearStart = `${due.slice(0, 4)}-01-01`;
    const now = rateOn(yearStart > terms.granted && terms.periods > 12 ? yearStart : terms.granted, terms.periods, terms.home);
    if (now !== rate) {
      rate = now;
      instalment = equalInstalment(balance, rate, end - period + 1);
    }
    const interest = monthInterest(balance, rate);
    const wanted = terms.method === '01' ? instalment - interest : (start.kept?.partOf(period) ?? spreadPart(start, period));
    const part = period === end ? balance : Math.min(balance, Math.max(0, wanted));
    balance -= part;
    rows.push({ period, due, principal: part, interest, rate, balanceAfter: balance });
  }
  return rows;
}
