import { addMonths, datePartsOf, plainDateOf } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { loanRateOn, runningLoanRateOn } from '../policy/index.ts';
import type { HouseOrder } from '../policy/index.ts';
import { periodInterest } from './instalment.ts';
import {
  dueDayFaults, integerFault, isDay, isRecord, LONGEST_FIRST_PERIOD, methodFaults, MONTHS_WORDS, rateChangeFaults, RATE_WORDS, SCHEDULE_LIMITS, splitFaults,
} from './schedule-input.ts';
import type { FieldFault, RateChange, RateSplit, RepaymentMethod, ScheduleInput } from './schedule-input.ts';
import { rateOn, usualDueDay } from './schedule-period.ts';
import { continueSchedule, firstPlan } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import type { Plan } from './schedule-plan.ts';

/** A loan that is being repaid, as its ledger stands: no instalment is overdue. */
export interface RunningLoan {
  readonly balanceFen: number;
  /** The rate in force; `rateChanges` come on top of it. */
  readonly annualRateMillionths: number;
  readonly method: RepaymentMethod;
  readonly periodsLeft: number;
  readonly nextDueOn: PlainDate;
  /** The day of the month, when the next due day is a short month's last. */
  readonly dueDay?: number;
  readonly grantedOn?: PlainDate;
  /** The day the running period began, when that is not the usual due day before: the grant, in a longer first period. */
  readonly runsSince?: PlainDate;
  /** 等额本息: the monthly amount the ledger collects; left out, it is computed from what is left. */
  readonly instalmentFen?: number;
  /** Changes of rate that are known. */
  readonly rateChanges?: readonly RateChange[];
  readonly split?: RateSplit;
}

function dayFaults(loan: RunningLoan): FieldFault[] {
  const { nextDueOn, grantedOn, runsSince } = loan;
  const faults = dueDayFaults('nextDueOn', nextDueOn, loan.dueDay, '请填写有效的下期还款日');
  if (faults.length > 0) return faults;
  if (grantedOn !== undefined && !(isDay(grantedOn) && grantedOn < nextDueOn)) {
    return [{ field: 'grantedOn', rule: 'date', message: '放款日应早于下期还款日' }];
  }
  if (runsSince === undefined) return [];
  const fits = isDay(runsSince) && runsSince < nextDueOn && runsSince >= (grantedOn ?? runsSince) && nextDueOn <= addMonths(runsSince, LONGEST_FIRST_PERIOD);
  return fits ? [] : [{ field: 'runsSince', rule: 'date', message: '本期起始日应在放款日之后、下期还款日之前' }];
}

/** Every field that is wrong, by its path; empty when the rest of the loan can be computed. */
export function checkRunningLoan(loan: RunningLoan): readonly FieldFault[] {
  if (!isRecord(loan)) return [{ field: 'balanceFen', rule: 'range', message: '请填写贷款余额' }];
  const instalment = loan.instalmentFen === undefined ? [] : integerFault('instalmentFen', loan.instalmentFen, 1, 2 * SCHEDULE_LIMITS.principalFen, '月供应大于 0');
  const faults = [
    ...integerFault('balanceFen', loan.balanceFen, 1, SCHEDULE_LIMITS.principalFen, '贷款余额应在 0.01 元到 1 亿元之间'),
    ...integerFault('annualRateMillionths', loan.annualRateMillionths, 0, SCHEDULE_LIMITS.rateMillionths, RATE_WORDS),
    ...integerFault('periodsLeft', loan.periodsLeft, 1, SCHEDULE_LIMITS.months, MONTHS_WORDS),
    ...methodFaults(loan.method),
    ...dayFaults(loan),
    ...instalment,
    ...splitFaults(loan.split),
    ...rateChangeFaults(loan.rateChanges),
  ];
  if (faults.length > 0) return faults;
  // A monthly amount that does not cover the interest would never repay anything.
  const covers = loan.instalmentFen === undefined || loan.instalmentFen > periodInterest(loan.balanceFen, loan.annualRateMillionths);
  return covers ? [] : [{ field: 'instalmentFen', rule: 'below-interest', message: '月供应高于每月利息' }];
}

/** The day the running period began: the due day before, or the grant. Checked loans only. */
export function runningSince(loan: RunningLoan): PlainDate {
  if (loan.runsSince !== undefined) return loan.runsSince;
  const before = usualDueDay(loan.nextDueOn, loan.dueDay, -1);
  return loan.grantedOn !== undefined && loan.grantedOn > before ? loan.grantedOn : before;
}

/** The rest of a loan as a schedule from a day inside its running period. */
export function restInput(loan: RunningLoan, from: PlainDate): ScheduleInput {
  return {
    principalFen: loan.balanceFen,
    annualRateMillionths: loan.annualRateMillionths,
    months: loan.periodsLeft,
    method: loan.method,
    firstDueOn: loan.nextDueOn,
    grantedOn: from,
    ...(loan.dueDay === undefined ? {} : { dueDay: loan.dueDay }),
    ...(loan.rateChanges === undefined ? {} : { rateChanges: loan.rateChanges }),
    ...(loan.split === undefined ? {} : { split: loan.split }),
  };
}

/** The plan the ledger goes by now: its own monthly amount, or the one that repays the balance in the periods left. */
export function runningPlan(loan: RunningLoan): Plan {
  const plan = firstPlan({ ...restInput(loan, runningSince(loan)), rateChanges: [] });
  return loan.method === 'equal-instalment' && loan.instalmentFen !== undefined ? { ...plan, instalmentFen: loan.instalmentFen } : plan;
}

/** What is still to be repaid. Checked loans only. */
export function restOf(loan: RunningLoan, from: PlainDate): Schedule {
  return continueSchedule(restInput(loan, from), runningPlan(loan));
}

/**
 * The loan on a later day, each instalment due up to then (that day's included) repaid; null when nothing is left by then.
 * Checked loans only.
 */
export function loanOn(loan: RunningLoan, day: PlainDate): RunningLoan | null {
  if (day < loan.nextDueOn) return loan;
  const { rows } = restOf(loan, runningSince(loan));
  const ahead = rows.findIndex((row) => row.dueOn !== undefined && row.dueOn > day);
  const [last, next] = [rows[ahead - 1], rows[ahead]];
  if (last?.dueOn === undefined || next?.dueOn === undefined) return null;
  const annualRateMillionths = rateOn(loan, last.dueOn);
  const { runsSince: _over, ...kept } = loan;
  return {
    ...kept,
    balanceFen: last.balanceFen,
    annualRateMillionths,
    periodsLeft: rows.length - ahead,
    nextDueOn: next.dueOn,
    dueDay: loan.dueDay ?? datePartsOf(loan.nextDueOn).day,
    instalmentFen: next.principalFen + periodInterest(last.balanceFen, annualRateMillionths),
  };
}

/**
 * How the national rates reach a running loan (reference: housing-fund §3.1), as changes for a schedule: the rate of each 1 January up to a
 * day, where it differs from the one before. @throws CalendarError `not-a-date`
 */
export function rateChangesOfRunningLoan(grantedOn: PlainDate, months: number, order: HouseOrder, until: PlainDate): readonly RateChange[] {
  const changes: RateChange[] = [];
  let rate = loanRateOn(grantedOn, order, months);
  for (let year = datePartsOf(grantedOn).year + 1; year <= datePartsOf(until).year; year += 1) {
    const from = plainDateOf(year, 1, 1);
    const then = runningLoanRateOn(grantedOn, months, order, from);
    if (then !== null && then !== rate) changes.push({ from, annualRateMillionths: then });
    rate = then;
  }
  return changes;
}
