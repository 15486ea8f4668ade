import { addMonths, datePartsOf, daysBetween, daysInMonth, plainDateOf } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { fen, mulDivRounded, RATE_ONE } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import type { ScheduleInput } from './schedule-input.ts';

const DAYS_OF_MONTH = 30;
/** What a charge is a part of: the millionths of a rate and the 360 days of its year. */
export const CHARGE_ONE = 360 * RATE_ONE;

/** One period: when it is due, the rate its instalment is computed with, and what its interest is. */
export interface Period {
  readonly dueOn?: PlainDate;
  /** Millionths a year. */
  readonly rate: number;
  /** Σ rate × days of a 360-day year; a whole month at one rate counts 30 days, which is balance × annual ÷ 12. */
  readonly charge: number;
}

/** The usual due day so many months after the first (before it when negative); a month that is too short takes its last day. */
export function usualDueDay(firstDueOn: PlainDate, dueDay: number | undefined, months: number): PlainDate {
  const day = addMonths(firstDueOn, months);
  if (dueDay === undefined) return day;
  const { year, month } = datePartsOf(day);
  return plainDateOf(year, month, Math.min(dueDay, daysInMonth(year, month)));
}

function dueDayOf(input: ScheduleInput, firstDueOn: PlainDate, period: number): PlainDate {
  const last = period === input.months && input.endsOn !== undefined;
  return last ? input.endsOn : usualDueDay(firstDueOn, input.dueDay, period - 1);
}

/** The rate that holds on a day: the last change on or before it. */
export function rateOn(input: Pick<ScheduleInput, 'annualRateMillionths' | 'rateChanges'>, day: PlainDate): number {
  let rate = input.annualRateMillionths;
  let latest = '';
  for (const change of input.rateChanges ?? []) {
    if (change.from <= day && change.from > latest) {
      latest = change.from;
      rate = change.annualRateMillionths;
    }
  }
  return rate;
}

/** Each rate for its days, from a day to the day before another; and the rate, when it is one throughout. */
function chargeByDays(input: ScheduleInput, from: PlainDate, to: PlainDate): { readonly charge: number; readonly only: number | undefined } {
  const inside = (input.rateChanges ?? []).map((change) => change.from).filter((day) => day > from && day < to);
  const starts = [from, ...inside.sort()];
  const rates = starts.map((day) => rateOn(input, day));
  const charge = rates.reduce((sum, rate, at) => sum + rate * daysBetween(starts[at] ?? to, starts[at + 1] ?? to), 0);
  return { charge, only: inside.length === 0 ? rates[0] : undefined };
}

/** Whether a period is a whole month: from one usual due day to the next, or from the same day of the month before. */
function isWhole(input: ScheduleInput, firstDueOn: PlainDate, period: number, from: PlainDate, dueOn: PlainDate): boolean {
  if (dueOn !== usualDueDay(firstDueOn, input.dueDay, period - 1)) return false;
  if (period > 1 || from === usualDueDay(firstDueOn, input.dueDay, -1)) return true;
  return input.dueDay === undefined && addMonths(from, 1) === dueOn;
}

/** Whether a period may be anything but a whole month at one rate: the first, a last that ends early, any that is charged by days. */
const isSpecial = (input: ScheduleInput, period: number): boolean =>
  input.split === 'by-days' || (period === 1 && input.grantedOn !== undefined) || (period === input.months && input.endsOn !== undefined);

/** A period of a loan, 1 the first. */
export function periodOf(input: ScheduleInput, period: number): Period {
  const { firstDueOn, grantedOn } = input;
  if (firstDueOn === undefined) return { rate: input.annualRateMillionths, charge: input.annualRateMillionths * DAYS_OF_MONTH };
  const dueOn = dueDayOf(input, firstDueOn, period);
  const rate = rateOn(input, dueOn);
  if (!isSpecial(input, period)) return { dueOn, rate, charge: rate * DAYS_OF_MONTH };
  const from = period === 1 && grantedOn !== undefined ? grantedOn : usualDueDay(firstDueOn, input.dueDay, period - 2);
  const whole = isWhole(input, firstDueOn, period, from, dueOn);
  if (input.split !== 'by-days') return { dueOn, rate, charge: rate * (whole ? DAYS_OF_MONTH : daysBetween(from, dueOn)) };
  const { charge, only } = chargeByDays(input, from, dueOn);
  return { dueOn, rate, charge: whole && only !== undefined ? only * DAYS_OF_MONTH : charge };
}

/** Interest of a charge on a balance, half-up to the fen. */
export function chargedInterest(balanceFen: number, charge: number): Fen {
  return fen(mulDivRounded(balanceFen, charge, CHARGE_ONE, 'half-up'));
}
