import type { CivilDate } from '@anju/shared/contract';
import { addDays, datePartsOf } from '@anju/shared/calendar';
import { partPeriodInterest, periodInterest } from '@anju/shared/loan';
import type { RateChange, RunningLoan } from '@anju/shared/loan';
import type { CorePlanRow } from '../../core-fund/index.ts';
import type { PlannedLoan } from './own-loans.ts';

/** Rates that the core's plan has ahead already: the period that ends on such a day goes by the new one. */
function rateChangesOf(annualRateMillionths: number, ahead: readonly CorePlanRow[]): readonly RateChange[] {
  const changes: RateChange[] = [];
  let rate = annualRateMillionths;
  for (const row of ahead) {
    if (row.annualRateMillionths !== rate) changes.push({ from: row.dueOn, annualRateMillionths: row.annualRateMillionths });
    rate = row.annualRateMillionths;
  }
  return changes;
}

/**
 * Since when the next instalment's interest runs. After a prepayment the core charges it by days from then on, which the plan tells only by that
 * interest itself: the day is the one whose days on 360 come to it to the fen.
 */
function runsSince(next: CorePlanRow, from: CivilDate, balanceFen: number): CivilDate {
  const { annualRateMillionths: rate, interestFen, dueOn } = next;
  if (interestFen === periodInterest(balanceFen, rate)) return from;
  const days = Math.round((interestFen * 360 * 1_000_000) / Math.max(1, balanceFen * rate));
  const day = addDays(dueOn, -days);
  return day > from && day < dueOn && partPeriodInterest(balanceFen, rate, days) === interestFen ? day : from;
}

/** The loan as the engine takes it: what is still to be paid, as the ledger of the core stands. undefined when its plan has nothing ahead. */
export function runningLoanOf({ loan, plan }: PlannedLoan): RunningLoan | undefined {
  const ahead = plan.rows.filter((row) => row.state === 'ahead');
  const [next] = ahead;
  if (next === undefined) return undefined;
  const { annualRateMillionths, principalFen, dueOn } = next;
  const { balanceFen, method, grantedOn } = loan;
  const before = plan.rows[plan.rows.indexOf(next) - 1];
  const rateChanges = rateChangesOf(annualRateMillionths, ahead);
  return {
    balanceFen,
    annualRateMillionths,
    method,
    periodsLeft: ahead.length,
    nextDueOn: dueOn,
    // In a short month the day of the others is the loan's own.
    dueDay: Math.max(...plan.rows.map((row) => datePartsOf(row.dueOn).day)),
    grantedOn,
    runsSince: runsSince(next, before?.dueOn ?? grantedOn, balanceFen),
    ...(method === 'equal-instalment' ? { instalmentFen: principalFen + periodInterest(balanceFen, annualRateMillionths) } : {}),
    ...(rateChanges.length === 0 ? {} : { rateChanges }),
  };
}
