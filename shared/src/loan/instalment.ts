import { fen, MoneyError, mulDivRounded, RATE_ONE } from '../money/index.ts';
import type { Fen } from '../money/index.ts';

const MONTHS_OF_RATE = 12 * RATE_ONE;

/**
 * P·i·(1+i)^n ÷ ((1+i)^n − 1) in doubles, as P·i ÷ (1 − e^(−n·ln(1+i))) so that nothing is lost by subtraction. The only place where
 * money is not an integer; every caller rounds the result at once.
 */
function unroundedInstalment(principal: number, rateMillionths: number, months: number): number {
  const monthly = rateMillionths / MONTHS_OF_RATE;
  return monthly === 0 ? principal / months : (principal * monthly) / -Math.expm1(-months * Math.log1p(monthly));
}

/** Half away from zero, for a double that is not negative. */
const rounded = (value: number): Fen => fen(Math.floor(value + 0.5));

/** The monthly amount of 等额本息, half-up to the fen. */
export function equalInstalment(principalFen: number, rateMillionths: number, months: number): Fen {
  return rounded(unroundedInstalment(principalFen, rateMillionths, months));
}

/** The press convention for 等额本息: unrounded instalment × months − principal, rounded once. */
export function pressInterestOfEqualInstalment(principalFen: number, rateMillionths: number, months: number): Fen {
  return rounded(Math.max(0, unroundedInstalment(principalFen, rateMillionths, months) * months - principalFen));
}

/** The press convention for 等额本金: P·i·(n+1)÷2, exact and rounded once. */
export function pressInterestOfEqualPrincipal(principalFen: number, rateMillionths: number, months: number): Fen {
  return fen(mulDivRounded(principalFen, rateMillionths * (months + 1), 2 * MONTHS_OF_RATE, 'half-up'));
}

/** Interest of a whole period: balance × annual ÷ 12, half-up to the fen. */
export function periodInterest(balanceFen: number, rateMillionths: number): Fen {
  return fen(mulDivRounded(balanceFen, rateMillionths, MONTHS_OF_RATE, 'half-up'));
}

/** Interest of a part of a period (first or last month, day of a prepayment): balance × annual ÷ 360 × days, half-up to the fen. */
export function partPeriodInterest(balanceFen: number, rateMillionths: number, days: number): Fen {
  return fen(mulDivRounded(balanceFen, rateMillionths * days, 360 * RATE_ONE, 'half-up'));
}

/** 一次还本付息, for terms to one year: principal and simple interest, half-up to the fen. */
export function singleRepayment(principalFen: number, rateMillionths: number, months: number): Fen {
  return fen(principalFen + mulDivRounded(principalFen, rateMillionths * months, MONTHS_OF_RATE, 'half-up'));
}

/**
 * The ability limit: the largest principal, a multiple of `stepFen`, whose equal instalment does not exceed an amount; the present value
 * of that instalment. @param months at least 1 @param stepFen at least 1 @throws MoneyError when they are not
 */
export function largestPrincipalFor(instalmentFen: number, rateMillionths: number, months: number, stepFen: number): Fen {
  if (instalmentFen <= 0) return fen(0);
  atLeastOne(months, stepFen);
  const perFen = unroundedInstalment(1, rateMillionths, months);
  let principal = Math.floor(instalmentFen / perFen / stepFen) * stepFen;
  // Half a fen is rounded away, so that a few steps more may fit.
  while (equalInstalment(principal + stepFen, rateMillionths, months) <= instalmentFen) principal += stepFen;
  return fen(principal);
}

function atLeastOne(...counts: readonly number[]): void {
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 1)) throw new MoneyError('out-of-range');
}
