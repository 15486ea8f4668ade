import { addMonths, addYearMonths, monthOf, type PlainDate } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';
import { figureOn } from './centre.ts';
import { isRoute, type RouteCode } from './routes.ts';

/** What was withdrawn for: a home, works, a lift or a loan, and the days it covers. */
export interface FactRow {
  readonly khbh: string;
  readonly ywlx: RouteCode;
  readonly tqyy: string;
  readonly day: PlainDate;
  readonly amount: number;
  /** Number of the home, the permit, the loan; the lift's address; the day an illness was settled. */
  readonly object: string | null;
  readonly span_from: PlainDate | null;
  readonly span_to: PlainDate | null;
}

/** The customer number of the spouse, when the core has them. */
export const spouseOf = (core: Core, khbh: string): string | undefined =>
  core.one<{ khbh: string }>('SELECT s.khbh FROM person p JOIN person s ON s.key = p.spouse_key WHERE p.khbh = ?', khbh)?.khbh;

/** The day of the last withdrawal by a route, if any. */
export const lastWithdrawalDay = (core: Core, khbh: string, ywlx: string): PlainDate | undefined =>
  core.one<{ day: PlainDate | null }>('SELECT MAX(day) AS day FROM withdrawal_fact WHERE khbh = ? AND ywlx = ?', khbh, ywlx)?.day ?? undefined;

function everyMonths(core: Core, ywlx: RouteCode): number | undefined {
  const today = core.today();
  if (ywlx === 'REPAY_FUND_LOAN') return figureOn(core.centre.repayFundLoanEveryMonths, today);
  return ywlx === 'REPAY_COMMERCIAL_LOAN' ? figureOn(core.centre.repayCommercialLoanEveryMonths, today) : undefined;
}

/** From which day the route is open again; undefined when it has no interval or was never used. Rent is paid by the calendar month. */
export function nextPermittedDay(core: Core, khbh: string, ywlx: string): PlainDate | undefined {
  if (!isRoute(ywlx)) return undefined;
  const last = lastWithdrawalDay(core, khbh, ywlx);
  if (last === undefined) return undefined;
  if (ywlx === 'RENT') return `${addYearMonths(monthOf(last), 1)}-01`;
  const months = everyMonths(core, ywlx);
  return months === undefined ? undefined : addMonths(last, months);
}

/** What a person, or the two of a couple, withdrew by a route in a calendar year, in fen. */
export function usedInYear(core: Core, khbh: string, ywlx: string, year: string, household: boolean): number {
  const spouse = household ? spouseOf(core, khbh) : undefined;
  return core.one<{ sum: number }>('SELECT COALESCE(SUM(amount), 0) AS sum FROM withdrawal_fact WHERE khbh IN (?, ?) AND ywlx = ? AND substr(day, 1, 4) = ?', khbh, spouse ?? khbh, ywlx, year)?.sum ?? 0;
}

/** Whether a person withdrew by a route in a calendar year. */
export const tookInYear = (core: Core, khbh: string, ywlx: string, year: string): boolean =>
  core.one('SELECT 1 FROM withdrawal_fact WHERE khbh = ? AND ywlx = ? AND substr(day, 1, 4) = ?', khbh, ywlx, year) !== undefined;

/** Whether a person withdrew by a route for the very thing before. */
export const tookFor = (core: Core, khbh: string, ywlx: string, object: string | undefined): boolean =>
  object !== undefined && core.one('SELECT 1 FROM withdrawal_fact WHERE khbh = ? AND ywlx = ? AND object = ?', khbh, ywlx, object) !== undefined;

/** What was withdrawn for things, and what running cases have applied for: two of a family whose cases run side by side have one amount between them. */
export const TAKEN = `(
  SELECT khbh, ywlx, object, amount FROM withdrawal_fact WHERE object IS NOT NULL
  UNION ALL SELECT khbh, ywlx, json_extract(details, '$.object'), amount FROM fund_case WHERE state IN ('SQ', 'SL', 'SH', 'SP') AND json_extract(details, '$.object') IS NOT NULL)`;

/** Whether anybody withdrew for a purchase contract. */
export const contractWithdrawn = (core: Core, number: string): boolean => core.one(`SELECT 1 FROM withdrawal_fact WHERE ywlx = 'PURCHASE' AND object = ?`, number) !== undefined;

/** What a person withdrew, or has applied for, by a route for the very thing, in fen. */
export const tookAmount = (core: Core, khbh: string, ywlx: string, object: string): number =>
  core.one<{ sum: number }>(`SELECT COALESCE(SUM(amount), 0) AS sum FROM ${TAKEN} WHERE khbh = ? AND ywlx = ? AND object = ?`, khbh, ywlx, object)?.sum ?? 0;

/** What the spouse withdrew, or has applied for, by a route for the very thing, in fen. */
export function familyTook(core: Core, khbh: string, ywlx: string, object: string | undefined): number {
  const spouse = spouseOf(core, khbh);
  return spouse === undefined || object === undefined ? 0 : tookAmount(core, spouse, ywlx, object);
}

/** Spans that were withdrawn for, the spouse's too, that end within the last twelve months. */
export function spansOf(core: Core, khbh: string): readonly FactRow[] {
  return core.all<FactRow>(
    'SELECT * FROM withdrawal_fact WHERE khbh IN (?, ?) AND span_to IS NOT NULL AND span_to > ? ORDER BY span_from, id', khbh, spouseOf(core, khbh) ?? khbh, addMonths(core.today(), -12),
  );
}
