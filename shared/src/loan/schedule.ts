import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { fen, mulDivRounded, sumFen } from '../money/index.ts';
import { equalInstalment, periodInterest, pressInterestOfEqualInstalment, pressInterestOfEqualPrincipal } from './instalment.ts';
import { unroundedInterestOf } from './press-interest.ts';
import { fieldFaults, ScheduleInputError } from './schedule-input.ts';
import type { FieldFault, Prepayment, ScheduleInput } from './schedule-input.ts';

export interface ScheduleRow {
  readonly period: number;
  readonly dueOn?: PlainDate;
  readonly instalmentFen: number;
  /** The instalment's part; a prepayment stands in prepaidFen, and the two sum to the principal. */
  readonly principalFen: number;
  readonly interestFen: number;
  readonly prepaidFen?: number;
  readonly balanceFen: number;
}
export interface ScheduleSummary {
  readonly firstInstalmentFen: number;
  readonly lastInstalmentFen: number;
  readonly totalInterestFen: number;
  readonly pressTotalInterestFen: number;
  readonly periods: number;
}
export interface Schedule extends ScheduleSummary {
  readonly rows: readonly ScheduleRow[];
}

/** What the rest of a schedule is computed from; a change of rate or a prepayment makes a new one. */
interface Plan {
  readonly rate: number;
  /** The last period; it takes what is left. */
  readonly end: number;
  /** 等额本息: the monthly amount. */
  readonly instalmentFen: number;
  /** 等额本金: the amount that is spread, over how many periods, and the period before the first of them. */
  readonly spread: { readonly amountFen: number; readonly over: number; readonly after: number };
}

function planFrom(input: ScheduleInput, rate: number, balanceFen: number, after: number, end: number): Plan {
  const over = Math.max(1, end - after);
  const instalmentFen = input.method === 'equal-instalment' ? equalInstalment(balanceFen, rate, over) : 0;
  return { rate, end, instalmentFen, spread: { amountFen: balanceFen, over, after } };
}

/** 等额本金: round(P·k/n) − round(P·(k−1)/n), so that the parts sum exactly. */
function principalPart(spread: Plan['spread'], period: number): number {
  const upTo = (count: number): number => mulDivRounded(spread.amountFen, count, spread.over, 'half-up');
  return upTo(period - spread.after) - upTo(period - spread.after - 1);
}

function principalOf(input: ScheduleInput, plan: Plan, period: number, balanceFen: number, interestFen: number): number {
  if (period === plan.end) return balanceFen;
  const wanted = input.method === 'equal-instalment' ? plan.instalmentFen - interestFen : principalPart(plan.spread, period);
  return Math.min(balanceFen, Math.max(0, wanted));
}

/** Periods it takes to repay a balance when the monthly amount stays: at most those that were left. */
function periodsNeeded(input: ScheduleInput, plan: Plan, balanceFen: number, period: number): number {
  let left = balanceFen;
  for (let next = period + 1; next < plan.end; next += 1) {
    const interest = periodInterest(left, plan.rate);
    const part = input.method === 'equal-instalment' ? plan.instalmentFen - interest : principalPart(plan.spread, next);
    if (left <= part) return next - period;
    left -= Math.max(0, part);
  }
  return plan.end - period;
}

function replan(input: ScheduleInput, plan: Plan, prepayment: Prepayment, balanceFen: number, period: number): Plan {
  if (balanceFen === 0) return { ...plan, end: period };
  if (prepayment.keep === 'term') return planFrom(input, plan.rate, balanceFen, period, plan.end);
  return { ...plan, end: period + periodsNeeded(input, plan, balanceFen, period) };
}

/** The rate of a period: the last change on or before its due day; a period is charged at one rate throughout. */
function rateOn(input: ScheduleInput, dueOn: PlainDate | undefined): number {
  let rate = input.annualRateMillionths;
  if (dueOn === undefined) return rate;
  let latest = '';
  for (const change of input.rateChanges ?? []) {
    if (change.from <= dueOn && change.from > latest) {
      latest = change.from;
      rate = change.annualRateMillionths;
    }
  }
  return rate;
}

function prepaymentAfter(input: ScheduleInput, period: number): { prepayment: Prepayment; at: number } | undefined {
  const prepayments = input.prepayments ?? [];
  const at = prepayments.findIndex((one) => one.afterPeriod === period);
  const prepayment = prepayments[at];
  return prepayment === undefined ? undefined : { prepayment, at };
}

const aboveBalance = (at: number): FieldFault => ({ field: `prepayments.${at}.amountFen`, rule: 'above-balance', message: '提前还款金额超过当时的贷款余额' });
const afterTheEnd = (at: number): FieldFault => ({ field: `prepayments.${at}.afterPeriod`, rule: 'after-end', message: '这一期之前贷款已经还清' });

function lateFaults(input: ScheduleInput, end: number): FieldFault[] {
  return (input.prepayments ?? []).flatMap((prepayment, at) => (prepayment.afterPeriod > end ? [afterTheEnd(at)] : []));
}

interface Walk {
  readonly rows: readonly ScheduleRow[];
  readonly faults: readonly FieldFault[];
}

/** Goes through the periods one by one. */
function walk(input: ScheduleInput): Walk {
  const rows: ScheduleRow[] = [];
  let balanceFen = input.principalFen;
  let plan = planFrom(input, rateOn(input, input.firstDueOn), balanceFen, 0, input.months);
  for (let period = 1; period <= plan.end; period += 1) {
    const dueOn = input.firstDueOn === undefined ? undefined : addMonths(input.firstDueOn, period - 1);
    const rate = rateOn(input, dueOn);
    if (rate !== plan.rate) {
      plan = input.method === 'equal-instalment' ? planFrom(input, rate, balanceFen, period - 1, plan.end) : { ...plan, rate };
    }
    const interestFen = periodInterest(balanceFen, rate);
    const principalFen = principalOf(input, plan, period, balanceFen, interestFen);
    balanceFen -= principalFen;
    const wish = prepaymentAfter(input, period);
    const prepaidFen = wish?.prepayment.amountFen ?? 0;
    if (wish !== undefined && prepaidFen > balanceFen) return { rows, faults: [aboveBalance(wish.at)] };
    balanceFen -= prepaidFen;
    rows.push({
      period,
      ...(dueOn === undefined ? {} : { dueOn }),
      instalmentFen: principalFen + interestFen,
      principalFen,
      interestFen,
      ...(prepaidFen > 0 ? { prepaidFen } : {}),
      balanceFen,
    });
    if (wish !== undefined) plan = replan(input, plan, wish.prepayment, balanceFen, period);
  }
  return { rows, faults: lateFaults(input, plan.end) };
}

/** Every field that is wrong, by its path; empty when a schedule can be made. */
export function checkScheduleInput(input: ScheduleInput): readonly FieldFault[] {
  const faults = fieldFaults(input);
  return faults.length > 0 ? faults : walk(input).faults;
}

function pressInterest(input: ScheduleInput, rows: readonly ScheduleRow[]): number {
  const plain = (input.rateChanges ?? []).length === 0 && (input.prepayments ?? []).length === 0;
  if (!plain) return unroundedInterestOf(input, rows, (row) => rateOn(input, row.dueOn));
  const press = input.method === 'equal-instalment' ? pressInterestOfEqualInstalment : pressInterestOfEqualPrincipal;
  return press(input.principalFen, input.annualRateMillionths, input.months);
}

/**
 * The schedule of a loan by either method, with changes of rate and prepayments. The instalment is half-up to the fen, the interest of
 * each period is balance × annual ÷ 12 half-up to the fen, principal is the difference, the last instalment takes the rest.
 * A new rate counts from the first due day on or after its date, for the whole period; the instalment is then computed anew.
 * @throws ScheduleInputError naming the fields, for input that checkScheduleInput refuses
 */
export function buildSchedule(input: ScheduleInput): Schedule {
  const faults = fieldFaults(input);
  if (faults.length > 0) throw new ScheduleInputError(faults);
  const { rows, faults: late } = walk(input);
  if (late.length > 0) throw new ScheduleInputError(late);
  return {
    firstInstalmentFen: rows[0]?.instalmentFen ?? 0,
    lastInstalmentFen: rows[rows.length - 1]?.instalmentFen ?? 0,
    totalInterestFen: sumFen(rows.map((row) => row.interestFen)),
    pressTotalInterestFen: fen(pressInterest(input, rows)),
    periods: rows.length,
    rows,
  };
}

/** A schedule's five figures without its rows. @throws ScheduleInputError */
export function scheduleSummary(input: ScheduleInput): ScheduleSummary {
  const { rows: _rows, ...summary } = buildSchedule(input);
  return summary;
}
