import { MoneyError } from './money-error.ts';
import { mulDivRounded } from './rounding.ts';
import type { RoundingMode } from './rounding.ts';

declare const fenBrand: unique symbol;

/** An exact amount in fen (1/100 yuan): a safe integer that came through one of the doors below. */
export type Fen = number & { readonly [fenBrand]: true };

/** Takes an integer number of fen. @throws MoneyError `not-an-integer` (fractions, NaN, beyond 2^53) */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new MoneyError('not-an-integer');
  return (value === 0 ? 0 : value) as Fen;
}

/**
 * Reads an amount of yuan as people and cores write it: `1234.5`, `-0.01`, `1234.50`. Digit by digit, no floating point.
 * @throws MoneyError `not-an-amount`, `too-many-decimals` (more than 2), `out-of-range`
 */
export function fenFromYuanText(text: string): Fen {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new MoneyError('not-an-amount');
  const decimals = match[3] ?? '';
  if (decimals.length > 2) throw new MoneyError('too-many-decimals');
  const digits = `${match[2] ?? ''}${`${decimals}00`.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  if (digits.length > 16) throw new MoneyError('out-of-range');
  const magnitude = Number(digits);
  if (!Number.isSafeInteger(magnitude)) throw new MoneyError('out-of-range');
  return fen(match[1] === '-' ? -magnitude : magnitude);
}

function partsOf(amount: number): { sign: string; yuan: string; cents: string } {
  const whole = Math.abs(fen(amount));
  const cents = whole % 100;
  return { sign: amount < 0 ? '-' : '', yuan: String((whole - cents) / 100), cents: cents < 10 ? `0${cents}` : String(cents) };
}

/** The amount as the core's wire writes it: `1234.50`. */
export function yuanTextOf(amount: number): string {
  const { sign, yuan, cents } = partsOf(amount);
  return `${sign}${yuan}.${cents}`;
}

/** The amount as a person reads it: `1,234.50`. No Intl: old phones have none. */
export function formatYuan(amount: number): string {
  const { sign, yuan, cents } = partsOf(amount);
  return `${sign}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** a + b. @throws MoneyError when the sum leaves the safe integers */
export const addFen = (a: number, b: number): Fen => fen(fen(a) + fen(b));
/** a − b. @throws MoneyError when the difference leaves the safe integers */
export const subtractFen = (a: number, b: number): Fen => fen(fen(a) - fen(b));
/** The smaller one. */
export const minFen = (first: number, ...rest: readonly number[]): Fen => fen(Math.min(first, ...rest));
/** The larger one. */
export const maxFen = (first: number, ...rest: readonly number[]): Fen => fen(Math.max(first, ...rest));
/** The sum of a list; 0 for an empty one. */
export const sumFen = (amounts: readonly number[]): Fen => amounts.reduce<Fen>((sum, amount) => addFen(sum, amount), fen(0));

/** amount × numerator ÷ denominator, rounded once. @throws MoneyError as mulDivRounded */
export function fenTimes(amount: number, numerator: number, denominator: number, mode: RoundingMode): Fen {
  return fen(mulDivRounded(amount, numerator, denominator, mode));
}

/**
 * Parts that differ by at most one fen and sum exactly to the amount: part k is round(A·k/n) − round(A·(k−1)/n).
 * @throws MoneyError `division-by-zero` for 0 parts, `not-an-integer` for a fraction or less than 0
 */
export function splitFen(amount: number, parts: number): Fen[] {
  if (parts === 0) throw new MoneyError('division-by-zero');
  if (!Number.isSafeInteger(parts) || parts < 0) throw new MoneyError('not-an-integer');
  const out: Fen[] = [];
  let before = fen(0);
  for (let k = 1; k <= parts; k += 1) {
    const upTo = fenTimes(amount, k, parts, 'half-up');
    out.push(subtractFen(upTo, before));
    before = upTo;
  }
  return out;
}
