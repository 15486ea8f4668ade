import { MoneyError } from './money-error.ts';

/**
 * How a division ends. `half-up` rounds a half away from zero, `down` towards zero, `up` away from zero: what a ledger
 * means by the words, for negative amounts too.
 */
export type RoundingMode = 'half-up' | 'down' | 'up';

const LIMB = 0x1000000;

/** Rounds quotient and remainder (both not negative, remainder < divisor). */
function settle(quotient: number, remainder: number, divisor: number, mode: RoundingMode): number {
  const up = mode === 'up' ? remainder > 0 : mode === 'half-up' && remainder >= divisor - remainder;
  const result = up ? quotient + 1 : quotient;
  if (!Number.isSafeInteger(result)) throw new MoneyError('out-of-range');
  return result;
}

/** Three limbs of 24 bits, lowest first. */
function limbsOf(value: number): [number, number, number] {
  const low = value % LIMB;
  const rest = (value - low) / LIMB;
  const middle = rest % LIMB;
  return [low, middle, (rest - middle) / LIMB];
}

/** The six 24-bit limbs of a product, lowest first; each partial sum stays below 2^53. */
function productLimbs(a: number, b: number): number[] {
  const x = limbsOf(a);
  const y = limbsOf(b);
  const out = [0, 0, 0, 0, 0, 0];
  let carry = 0;
  for (let k = 0; k < 6; k += 1) {
    let sum = carry;
    for (let i = 0; i < 3; i += 1) {
      const j = k - i;
      if (j >= 0 && j < 3) sum += (x[i] as number) * (y[j] as number);
    }
    out[k] = sum % LIMB;
    carry = (sum - (sum % LIMB)) / LIMB;
  }
  return out;
}

/** Long division bit by bit; `2r + bit` is never formed, so nothing leaves the exact integers. */
function divideLimbs(limbs: readonly number[], divisor: number, mode: RoundingMode): number {
  let quotient = 0;
  let remainder = 0;
  for (let k = limbs.length - 1; k >= 0; k -= 1) {
    const limb = limbs[k] as number;
    for (let place = LIMB / 2; place >= 1; place /= 2) {
      const bit = Math.floor(limb / place) % 2;
      const room = divisor - remainder;
      const fits = remainder + bit >= room;
      remainder = fits ? remainder - room + bit : remainder * 2 + bit;
      quotient = quotient * 2 + (fits ? 1 : 0);
      if (quotient > Number.MAX_SAFE_INTEGER) throw new MoneyError('out-of-range');
    }
  }
  return settle(quotient, remainder, divisor, mode);
}

/**
 * a × b ÷ c, exact before the one rounding, whatever the size of the product (old phones have no BigInt).
 * @param a safe integer @param b safe integer @param c safe integer, not 0
 * @throws MoneyError `not-an-integer`, `division-by-zero`, or `out-of-range` when the result is no safe integer
 */
export function mulDivRounded(a: number, b: number, c: number, mode: RoundingMode): number {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || !Number.isSafeInteger(c)) throw new MoneyError('not-an-integer');
  if (c === 0) throw new MoneyError('division-by-zero');
  if (a === 0 || b === 0) return 0;
  const negative = (a < 0) !== (b < 0) !== (c < 0);
  const x = Math.abs(a);
  const y = Math.abs(b);
  const z = Math.abs(c);
  const product = x * y;
  const magnitude =
    product <= Number.MAX_SAFE_INTEGER
      ? settle((product - (product % z)) / z, product % z, z, mode)
      : divideLimbs(productLimbs(x, y), z, mode);
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}

/** value ÷ by on integers with a named rounding. @throws MoneyError as mulDivRounded */
export function divideRounded(value: number, by: number, mode: RoundingMode): number {
  return mulDivRounded(value, 1, by, mode);
}
