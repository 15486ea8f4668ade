import { fen, RATE_ONE } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import type { ScheduleInput } from './schedule-input.ts';
import type { ScheduleRow } from './schedule.ts';

/**
 * The press convention for a schedule with changes of rate or prepayments: the interest of each period unrounded, on the
 * schedule's own balances, and the sum rounded once. Doubles inside, fen at the edge.
 */
export function unroundedInterestOf(input: ScheduleInput, rows: readonly ScheduleRow[], rateOf: (row: ScheduleRow) => number): Fen {
  let balance = input.principalFen;
  let interest = 0;
  for (const row of rows) {
    interest += (balance * rateOf(row)) / (12 * RATE_ONE);
    balance = row.balanceFen;
  }
  return fen(Math.floor(interest + 0.5));
}
