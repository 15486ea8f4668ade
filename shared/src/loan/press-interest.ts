import { fen } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import { pressInterestOfEqualInstalment, pressInterestOfEqualPrincipal } from './instalment.ts';
import { CHARGE_ONE } from './schedule-period.ts';
import type { ScheduleInput } from './schedule-input.ts';

/** Balance before a period and what the period charges on it. */
export interface ChargedBalance {
  readonly balanceFen: number;
  readonly charge: number;
}

/** The interest of each period unrounded, on the schedule's own balances, and the sum rounded once. Doubles inside, fen at the edge. */
export function unroundedInterestOf(periods: readonly ChargedBalance[]): Fen {
  return fen(Math.floor(periods.reduce((sum, { balanceFen, charge }) => sum + (balanceFen * charge) / CHARGE_ONE, 0) + 0.5));
}

/**
 * Total interest as the press tells it: unrounded instalment × months − principal for 等额本息, P·i·(n+1)÷2 for 等额本金. With part
 * periods, changes of rate or prepayments there is no such formula; then each period's interest is left unrounded instead.
 */
export function pressInterest(input: ScheduleInput, periods: readonly ChargedBalance[]): Fen {
  const whole = input.grantedOn === undefined && input.endsOn === undefined;
  const plain = whole && (input.rateChanges ?? []).length === 0 && (input.prepayments ?? []).length === 0;
  if (!plain) return unroundedInterestOf(periods);
  const press = input.method === 'equal-instalment' ? pressInterestOfEqualInstalment : pressInterestOfEqualPrincipal;
  return press(input.principalFen, input.annualRateMillionths, input.months);
}
