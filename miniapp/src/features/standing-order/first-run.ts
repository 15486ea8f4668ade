import { chinaDateOf } from '@anju/shared/calendar';
import type { FormReply, LoansReply } from '@anju/shared/contract';
import { dayOfYear } from '../../texts/format.ts';
import { signTexts } from '../../texts/standing-order.ts';
import { firstRunOn } from './order.words.ts';

export interface FirstRun {
  /** In words. */
  readonly on: string;
  /** null: told on that day. */
  readonly amountFen: number | null;
}

/** The first offset: the next instalment that falls due after today. */
export function firstOffset(loans: LoansReply | null, asOf: string): FirstRun {
  const dated = loans?.loans;
  const loan = dated === undefined || dated.state === 'unknown' ? undefined : dated.value.find(({ role }) => role !== 'co-borrower');
  if (loan === undefined || loan.nextDueOn <= chinaDateOf(Date.parse(asOf))) return { on: signTexts.firstDue, amountFen: null };
  return { on: dayOfYear(loan.nextDueOn, Date.parse(asOf)), amountFen: loan.nextDueFen };
}

/** The first monthly run: the first such day after today, and what the route would pay today. */
export function firstMonthly(form: FormReply | null, day: number | null, asOf: string): FirstRun {
  const amountFen = form !== null && form.verdict.eligible ? form.prefilledFen : null;
  return { on: day === null ? signTexts.firstLater : dayOfYear(firstRunOn(day, asOf), Date.parse(asOf)), amountFen };
}
