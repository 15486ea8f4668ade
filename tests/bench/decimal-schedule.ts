/** The schedule of a loan as one writes it with decimal.js: the same rows, the same rounding, each amount a Decimal. */
import type { Schedule, ScheduleInput } from '@anju/shared/loan';
import { Decimal } from 'decimal.js';

export const Money = Decimal.clone({ precision: 30, rounding: Decimal.ROUND_HALF_UP });
export type Money = Decimal;
const MONTHS_OF_RATE = new Money(12_000_000);
export const rounded = (amount: Money): Money => amount.toDecimalPlaces(0);

export function decimalInstalment(principal: Money, monthly: Money, months: number): Money {
  if (monthly.isZero()) return principal.div(months);
  const growth = monthly.plus(1).pow(months);
  return principal.mul(monthly).mul(growth).div(growth.minus(1));
}

/** Principal part of 等额本金: round(P·k/n) − round(P·(k−1)/n). */
const spreadPart = (principal: Money, months: number, period: number): Money =>
  rounded(principal.mul(period).div(months)).minus(rounded(principal.mul(period - 1).div(months)));

/** A loan of whole months without changes of rate or prepayments. */
export function decimalSchedule({ principalFen, annualRateMillionths, months, method }: ScheduleInput): Schedule {
  const principal = new Money(principalFen);
  const rate = new Money(annualRateMillionths);
  const monthly = rate.div(MONTHS_OF_RATE);
  const exact = decimalInstalment(principal, monthly, months);
  const instalment = rounded(exact);
  const rows = [];
  let balance = principal;
  let total = new Money(0);
  for (let period = 1; period <= months; period += 1) {
    const interest = rounded(balance.mul(rate).div(MONTHS_OF_RATE));
    const wanted = method === 'equal-instalment' ? instalment.minus(interest) : spreadPart(principal, months, period);
    const part = period === months ? balance : Money.min(balance, Money.max(0, wanted));
    balance = balance.minus(part);
    total = total.plus(interest);
    rows.push({ period, instalmentFen: part.plus(interest).toNumber(), principalFen: part.toNumber(), interestFen: interest.toNumber(), balanceFen: balance.toNumber() });
  }
  const press = method === 'equal-instalment' ? exact.mul(months).minus(principal) : principal.mul(monthly).mul(months + 1).div(2);
  return {
    firstInstalmentFen: rows[0]?.instalmentFen ?? 0,
    lastInstalmentFen: rows[months - 1]?.instalmentFen ?? 0,
    totalInterestFen: total.toNumber(),
    pressTotalInterestFen: rounded(press).toNumber(),
    periods: months,
    rows,
  };
}
