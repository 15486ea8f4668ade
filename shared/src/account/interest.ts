import { fen, mulDivRounded, RATE_ONE } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import { daysBetween } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';

/** Account interest accrues on a year of 360 days (积数计息法). */
export const INTEREST_YEAR_DAYS = 360;

/** A balance and the day from which it stands; days in rising order. */
export interface BalanceFrom {
  readonly from: PlainDate;
  readonly balanceFen: number;
}

/**
 * Interest on one balance that stood for some days: balance × days × rate ÷ 360, half-up to the fen.
 * 10,000 yuan at 1.50 % for 365 days: 152.08.
 */
export function simpleInterest(balanceFen: number, days: number, annualRateMillionths: number): Fen {
  return fen(mulDivRounded(balanceFen * days, annualRateMillionths, INTEREST_YEAR_DAYS * RATE_ONE, 'half-up'));
}

/** Σ(balance × days): the 积数 of a run of balances up to (not with) a day. */
export function balanceDays(balances: readonly BalanceFrom[], until: PlainDate): number {
  return balances.reduce((sum, balance, at) => {
    const end = balances[at + 1]?.from ?? until;
    return sum + fen(balance.balanceFen) * Math.max(0, daysBetween(balance.from, end));
  }, 0);
}

/** Interest on a run of balances, rounded once at the end, as settled on 30 June or when an account is closed. */
export function accruedInterest(balances: readonly BalanceFrom[], until: PlainDate, annualRateMillionths: number): Fen {
  return fen(mulDivRounded(balanceDays(balances, until), annualRateMillionths, INTEREST_YEAR_DAYS * RATE_ONE, 'half-up'));
}
