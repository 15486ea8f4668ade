import type { PlainDate } from '../calendar/index.ts';
import { sumFen } from '../money/index.ts';
import { pressInterest, unroundedInterestOf } from './press-interest.ts';
import type { ChargedBalance } from './press-interest.ts';
import { fieldFaults, ScheduleInputError } from './schedule-input.ts';
import type { FieldFault, Prepayment, ScheduleInput } from './schedule-input.ts';
import { chargedInterest, periodOf } from './schedule-period.ts';
import { atRate, planFrom, prepaid, principalOf } from './schedule-plan.ts';
import type { Plan } from './schedule-plan.ts';

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
  /** What each row was charged on. */
  readonly charged: readonly ChargedBalance[];
  readonly faults: readonly FieldFault[];
}

/** Goes through the periods one by one. */
function walk(input: ScheduleInput, start: Plan): Walk {
  const rows: ScheduleRow[] = [];
  const charged: ChargedBalance[] = [];
  let balanceFen = input.principalFen;
  let plan = start;
  for (let period = 1; period <= plan.end; period += 1) {
    const { dueOn, rate, charge } = periodOf(input, period);
    if (rate !== plan.rate) plan = atRate(plan, rate, balanceFen, period - 1);
    charged.push({ balanceFen, charge });
    const interestFen = chargedInterest(balanceFen, charge);
    const principalFen = principalOf(plan, period, balanceFen);
    balanceFen -= principalFen;
    const wish = prepaymentAfter(input, period);
    const prepaidFen = wish?.prepayment.amountFen ?? 0;
    if (wish !== undefined && prepaidFen > balanceFen) return { rows, charged, faults: [aboveBalance(wish.at)] };
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
    if (wish !== undefined) plan = prepaid(plan, wish.prepayment.keep, balanceFen, period);
  }
  return { rows, charged, faults: lateFaults(input, plan.end) };
}

/** The plan a loan begins with: the rate of its first period, over all its months. */
export function firstPlan(input: ScheduleInput): Plan {
  return planFrom(input.method, periodOf(input, 1).rate, input.principalFen, 0, input.months);
}

/** Every field that is wrong, by its path; empty when a schedule can be made. */
export function checkScheduleInput(input: ScheduleInput): readonly FieldFault[] {
  const faults = fieldFaults(input);
  return faults.length > 0 ? faults : walk(input, firstPlan(input)).faults;
}

function scheduleOf(input: ScheduleInput, start: Plan, press: (charged: readonly ChargedBalance[]) => number): Schedule {
  const { rows, charged, faults } = walk(input, start);
  if (faults.length > 0) throw new ScheduleInputError(faults);
  return {
    firstInstalmentFen: rows[0]?.instalmentFen ?? 0,
    lastInstalmentFen: rows[rows.length - 1]?.instalmentFen ?? 0,
    totalInterestFen: sumFen(rows.map((row) => row.interestFen)),
    pressTotalInterestFen: press(charged),
    periods: rows.length,
    rows,
  };
}

/**
 * The schedule of a loan by either method, with part periods, changes of rate and prepayments (reference: housing-fund §3.2, §3.4). The
 * instalment is half-up to the fen, the interest of a whole period is balance × annual ÷ 12, of a part balance × annual ÷ 360 × days,
 * half-up to the fen; principal is the difference, the last instalment takes the rest.
 * A new rate counts from the first due day on or after its date, for the whole period unless `split` says by days; the instalment is
 * then computed anew from the balance and the periods left.
 * @throws ScheduleInputError naming the fields, for input that checkScheduleInput refuses
 */
export function buildSchedule(input: ScheduleInput): Schedule {
  const faults = fieldFaults(input);
  if (faults.length > 0) throw new ScheduleInputError(faults);
  return scheduleOf(input, firstPlan(input), (charged) => pressInterest(input, charged));
}

/** The rest of a loan that goes on by a plan it already has; checked input only. */
export function continueSchedule(input: ScheduleInput, plan: Plan): Schedule {
  return scheduleOf(input, plan, unroundedInterestOf);
}

/** A schedule's five figures without its rows. @throws ScheduleInputError */
export function scheduleSummary(input: ScheduleInput): ScheduleSummary {
  const { rows: _rows, ...summary } = buildSchedule(input);
  return summary;
}
