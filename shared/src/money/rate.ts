import { MoneyError } from './money-error.ts';

declare const rateBrand: unique symbol;

/** An annual rate in millionths: 2.60 % = 26000. */
export type Rate = number & { readonly [rateBrand]: true };

/** What 100 % is in millionths. */
export const RATE_ONE = 1_000_000;

/** Takes millionths. @throws MoneyError `not-an-integer`, `out-of-range` below 0 */
export function rate(millionths: number): Rate {
  if (!Number.isSafeInteger(millionths)) throw new MoneyError('not-an-integer');
  if (millionths < 0) throw new MoneyError('out-of-range');
  return millionths as Rate;
}

/** Reads a percentage as it is written: `2.60`, `3.075`, `2.6%`. At most four decimals. @throws MoneyError */
export function rateFromPercentText(text: string): Rate {
  const match = /^(\d{1,4})(?:\.(\d+))?\s?%?$/.exec(text);
  if (match === null) throw new MoneyError('not-an-amount');
  const decimals = match[2] ?? '';
  if (decimals.length > 4) throw new MoneyError('too-many-decimals');
  return rate(Number(`${match[1] ?? ''}${`${decimals}0000`.slice(0, 4)}`));
}

/** The rate as a person reads it, at least two decimals: `2.60%`, `3.075%`. */
export function formatPercent(millionths: number): string {
  const value = rate(millionths);
  const whole = Math.floor(value / 10_000);
  const decimals = `${10_000 + (value % 10_000)}`.slice(1).replace(/0{1,2}$/, '');
  return `${whole}.${decimals}%`;
}
