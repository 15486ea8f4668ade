import type { PlainDate } from '../calendar/index.ts';
import { periodInterest } from './instalment.ts';
import { checkRunningLoan, loanOn, restInput, runningPlan, runningSince } from './running-loan.ts';
import type { RunningLoan } from './running-loan.ts';
import { isDay, ScheduleInputError } from './schedule-input.ts';
import type { FieldFault } from './schedule-input.ts';
import { chargedInterest, periodOf } from './schedule-period.ts';
import { planFrom, shortened } from './schedule-plan.ts';
import type { Plan } from './schedule-plan.ts';
import { continueSchedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';

/** A part of a loan is paid ahead from 10,000.00 yuan on; the whole balance may be less. */
export const LEAST_PREPAYMENT_FEN = 1_000_000;

/** What a prepayment does; `whole` settles the loan. */
export interface PrepaymentOption {
  readonly keep: 'instalment' | 'term' | 'whole';
  /** Interest that will not be paid, by the ledger's rounding and by the press convention; never below nothing. */
  readonly savedInterestFen: number;
  readonly pressSavedInterestFen: number;
  /** The monthly amount from then on (等额本金: the next whole month's); 0 when nothing is left. */
  readonly instalmentFen: number;
  readonly periodsLeft: number;
  readonly lastDueOn: PlainDate;
}

/** A prepayment on a day: what is to be paid, and what each way of going on would bring. */
export interface PrepaymentQuote {
  readonly onDay: PlainDate;
  /** Principal. */
  readonly amountFen: number;
  /** Interest of the whole balance from the last due day to that day, on 360 days; paid with it. */
  readonly accruedInterestFen: number;
  readonly toPayFen: number;
  readonly balanceAfterFen: number;
  /** A part: `instalment` and `term`. The whole balance: `whole`. */
  readonly options: readonly PrepaymentOption[];
}

interface Checked {
  /** The loan on that day. */
  readonly loan: RunningLoan | null;
  readonly faults: readonly FieldFault[];
}

function checked(loan: RunningLoan, amountFen: number | undefined, onDay: PlainDate): Checked {
  const refused = (field: string, rule: string, message: string): Checked => ({ loan: null, faults: [{ field, rule, message }] });
  const faults = checkRunningLoan(loan);
  if (faults.length > 0) return { loan: null, faults };
  if (!isDay(onDay)) return refused('onDay', 'date', '请填写有效的还款日期');
  if (loan.grantedOn !== undefined && onDay < loan.grantedOn) return refused('onDay', 'before-grant', '还款日期不能早于放款日');
  if (onDay < runningSince(loan)) return refused('onDay', 'before-last-due', '还款日期不能早于上一个还款日');
  if (amountFen !== undefined && !(Number.isSafeInteger(amountFen) && amountFen > 0)) return refused('amountFen', 'range', '提前还款金额应大于 0');
  const then = loanOn(loan, onDay);
  if (then === null) return refused('onDay', 'after-end', '到这一天贷款已经还清');
  if (amountFen !== undefined && amountFen > then.balanceFen) return refused('amountFen', 'above-balance', '提前还款金额超过当时的贷款余额');
  return { loan: then, faults: [] };
}

/** Every field that is wrong (the loan's, `amountFen`, `onDay`); empty when a quote can be made. */
export function checkPrepayment(loan: RunningLoan, amountFen: number | undefined, onDay: PlainDate): readonly FieldFault[] {
  return checked(loan, amountFen, onDay).faults;
}

const saved = (before: number, after: number): number => Math.max(0, before - after);

function partOption(keep: 'instalment' | 'term', loan: RunningLoan, amountFen: number, onDay: PlainDate, before: Schedule): PrepaymentOption {
  const now = runningPlan(loan);
  const left: RunningLoan = { ...loan, balanceFen: loan.balanceFen - amountFen };
  const after = continueSchedule(restInput(left, onDay), keep === 'term' ? smaller(now, left) : shortened(now, left.balanceFen, 0));
  const [next] = after.rows;
  const rate = periodOf(restInput(left, onDay), 1).rate;
  return {
    keep,
    savedInterestFen: saved(before.totalInterestFen, after.totalInterestFen),
    pressSavedInterestFen: saved(before.pressTotalInterestFen, after.pressTotalInterestFen),
    instalmentFen: (next?.principalFen ?? 0) + periodInterest(left.balanceFen, rate),
    periodsLeft: after.periods,
    lastDueOn: after.rows[after.rows.length - 1]?.dueOn ?? onDay,
  };
}

/** The term stays: the amount anew from what is left, but never more than now. */
function smaller(now: Plan, left: RunningLoan): Plan {
  const anew = planFrom(now.method, now.rate, left.balanceFen, 0, now.end);
  return { ...anew, instalmentFen: Math.min(anew.instalmentFen, now.instalmentFen) };
}

function wholeOption(onDay: PlainDate, before: Schedule): PrepaymentOption {
  return {
    keep: 'whole',
    savedInterestFen: before.totalInterestFen,
    pressSavedInterestFen: before.pressTotalInterestFen,
    instalmentFen: 0,
    periodsLeft: 0,
    lastDueOn: onDay,
  };
}

/**
 * What prepaying on a day brings. The balance is charged by days up to that day (balance × annual ÷ 360 × days, half-up to the fen); the
 * rest of that period is charged by days on what remains, and what is saved is told against the same loan without the prepayment.
 * Instalments due up to that day count as repaid first.
 * @param amountFen principal; left out, or the whole balance: the loan is settled
 * @throws ScheduleInputError for what checkPrepayment refuses
 */
export function prepaymentOptions(loan: RunningLoan, amountFen: number | undefined, onDay: PlainDate): PrepaymentQuote {
  const { loan: then, faults } = checked(loan, amountFen, onDay);
  if (then === null) throw new ScheduleInputError(faults);
  const principalFen = amountFen ?? then.balanceFen;
  const accruedInterestFen = accrued(then, onDay);
  const balanceAfterFen = then.balanceFen - principalFen;
  const before = continueSchedule(restInput(then, onDay), runningPlan(then));
  return {
    onDay,
    amountFen: principalFen,
    accruedInterestFen,
    toPayFen: principalFen + accruedInterestFen,
    balanceAfterFen,
    options:
      balanceAfterFen === 0
        ? [wholeOption(onDay, before)]
        : [partOption('instalment', then, principalFen, onDay, before), partOption('term', then, principalFen, onDay, before)],
  };
}

/** Interest from the beginning of the running period to a day in it. */
function accrued(loan: RunningLoan, onDay: PlainDate): number {
  const { charge } = periodOf({ ...restInput(loan, runningSince(loan)), months: 1, endsOn: onDay }, 1);
  return chargedInterest(loan.balanceFen, charge);
}
