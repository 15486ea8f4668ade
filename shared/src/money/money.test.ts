import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import {
  addFen, divideRounded, fen, fenFromYuanText, fenTimes, formatPercent, formatYuan, maxFen, minFen, MoneyError, mulDivRounded, rate,
  rateFromPercentText, splitFen, subtractFen, sumFen, yuanTextOf,
} from './index.ts';
import type { RoundingMode } from './index.ts';

Decimal.set({ precision: 60 });

const safe = fc.maxSafeInteger();
const modes = fc.constantFrom<RoundingMode>('half-up', 'down', 'up');
const decimalModes: Record<RoundingMode, Decimal.Rounding> = { 'half-up': Decimal.ROUND_HALF_UP, down: Decimal.ROUND_DOWN, up: Decimal.ROUND_UP };

const ruleOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof MoneyError) return error.rule;
    throw error;
  }
  return 'accepted';
};

describe('fen', () => {
  it('takes safe integers and never a negative zero', () => {
    expect(fen(123)).toBe(123);
    expect(Object.is(fen(-0), 0)).toBe(true);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 9_007_199_254_740_992])('refuses %p', (value) => {
    expect(ruleOf(() => fen(value))).toBe('not-an-integer');
  });

  it.each([
    ['0', 0], ['0.01', 1], ['1', 100], ['1.5', 150], ['1234.50', 123_450], ['-0.01', -1], ['-0.00', 0], ['0001.10', 110],
    ['00000000000000000001.10', 110], ['000000000000000000', 0],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('reads %s yuan', (text, expected) => {
    expect(fenFromYuanText(text)).toBe(expected);
  });

  it.each([
    ['1.234', 'too-many-decimals'], ['', 'not-an-amount'], ['.5', 'not-an-amount'], ['5.', 'not-an-amount'], ['1,000', 'not-an-amount'],
    ['1e3', 'not-an-amount'], [' 1', 'not-an-amount'], ['+1', 'not-an-amount'], ['１', 'not-an-amount'], ['--1', 'not-an-amount'],
    ['90071992547409.92', 'out-of-range'], ['99999999999999999999', 'out-of-range'],
  ])('refuses %p as %s', (text, rule) => {
    expect(ruleOf(() => fenFromYuanText(text))).toBe(rule);
  });

  it('reads back what it writes, for the wire and for people', () => {
    fc.assert(
      fc.property(safe, (amount) => {
        expect(fenFromYuanText(yuanTextOf(amount))).toBe(amount);
        expect(fenFromYuanText(formatYuan(amount).replace(/,/g, ''))).toBe(amount);
      }),
    );
  });

  it('groups thousands for people and nothing for the wire', () => {
    expect(formatYuan(123_456_789)).toBe('1,234,567.89');
    expect(formatYuan(-100_005)).toBe('-1,000.05');
    expect(formatYuan(99_999)).toBe('999.99');
    expect(yuanTextOf(123_456_789)).toBe('1234567.89');
    expect(yuanTextOf(-5)).toBe('-0.05');
    expect(yuanTextOf(0)).toBe('0.00');
    expect(formatYuan(0)).toBe('0.00');
  });

  it('adds, subtracts and compares, and refuses to leave the safe integers', () => {
    expect(addFen(1, 2)).toBe(3);
    expect(subtractFen(1, 2)).toBe(-1);
    expect(minFen(3, 1, 2)).toBe(1);
    expect(maxFen(3, 1, 7)).toBe(7);
    expect(sumFen([1, 2, 3])).toBe(6);
    expect(sumFen([])).toBe(0);
    expect(ruleOf(() => addFen(Number.MAX_SAFE_INTEGER, 1))).toBe('not-an-integer');
    expect(ruleOf(() => addFen(0.5, 0.5))).toBe('not-an-integer');
  });

  it('splits into parts that sum exactly and differ by at most one fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 1, max: 360 }), (amount, parts) => {
        const split = splitFen(amount, parts);
        expect(split).toHaveLength(parts);
        expect(sumFen(split)).toBe(amount);
        expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1);
      }),
    );
    expect(splitFen(1, 2)).toEqual([1, 0]);
    expect(ruleOf(() => splitFen(1, 0))).toBe('division-by-zero');
    expect(ruleOf(() => splitFen(1, 1.5))).toBe('not-an-integer');
    expect(ruleOf(() => splitFen(1, -1))).toBe('not-an-integer');
  });

  it('takes a fraction of an amount with a named rounding', () => {
    expect(fenTimes(1000, 1, 3, 'down')).toBe(333);
    expect(fenTimes(1000, 1, 3, 'up')).toBe(334);
  });
});

describe('division', () => {
  it('agrees with decimal.js on any safe integers, also when the product is far beyond 2^53', () => {
    fc.assert(
      fc.property(safe, safe, safe, modes, (a, b, c, mode) => {
        fc.pre(c !== 0);
        const exact = new Decimal(a).mul(b).div(c).toDecimalPlaces(0, decimalModes[mode]);
        if (exact.abs().greaterThan(Number.MAX_SAFE_INTEGER)) {
          expect(ruleOf(() => mulDivRounded(a, b, c, mode))).toBe('out-of-range');
        } else {
          expect(mulDivRounded(a, b, c, mode) === exact.toNumber()).toBe(true);
        }
      }),
    );
  });

  it('agrees with BigInt when the result is sure to fit', () => {
    fc.assert(
      fc.property(safe, fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        const c = 1_000_000;
        const product = BigInt(a) * BigInt(b);
        expect(mulDivRounded(a, b, c, 'down')).toBe(Number(product / BigInt(c)) + 0);
      }),
    );
  });

  it('rounds halves away from zero on both sides of it', () => {
    expect(divideRounded(5, 2, 'half-up')).toBe(3);
    expect(divideRounded(-5, 2, 'half-up')).toBe(-3);
    expect(divideRounded(-5, 2, 'down')).toBe(-2);
    expect(divideRounded(-5, 2, 'up')).toBe(-3);
    expect(divideRounded(4, 2, 'up')).toBe(2);
    expect(Object.is(divideRounded(-1, 3, 'half-up'), 0)).toBe(true);
  });

  it('takes the greatest safe integer and refuses the one after it, also when only rounding makes it', () => {
    const [most, third] = [Number.MAX_SAFE_INTEGER, 5_404_319_552_844_595];
    expect(mulDivRounded(most, 1, 1, 'up')).toBe(most);
    expect(mulDivRounded(most, 2, 2, 'up')).toBe(most);
    // 3 × greatest + 2, divided by 3.
    expect(mulDivRounded(third, 5, 3, 'down')).toBe(most);
    expect(ruleOf(() => mulDivRounded(third, 5, 3, 'half-up'))).toBe('out-of-range');
    expect(ruleOf(() => mulDivRounded(most, most, 1, 'down'))).toBe('out-of-range');
    expect(Object.is(mulDivRounded(0, -5, 3, 'up'), 0)).toBe(true);
    expect(Object.is(mulDivRounded(-5, 0, 3, 'up'), 0)).toBe(true);
  });

  it('says which rule was broken and nothing of the figure', () => {
    const error = new MoneyError('too-many-decimals');
    expect([error.name, error.message, error.rule]).toEqual(['MoneyError', 'money: too-many-decimals', 'too-many-decimals']);
  });

  it('refuses to divide by nothing or to take fractions', () => {
    expect(ruleOf(() => divideRounded(1, 0, 'down'))).toBe('division-by-zero');
    expect(ruleOf(() => mulDivRounded(0.5, 1, 1, 'down'))).toBe('not-an-integer');
    expect(ruleOf(() => mulDivRounded(1, Number.NaN, 1, 'down'))).toBe('not-an-integer');
  });
});

describe('rates', () => {
  it.each([['2.60', 26_000], ['2.6%', 26_000], ['3.075', 30_750], ['0', 0], ['12 %', 120_000], ['0.0001', 1]])('reads %s', (text, expected) => {
    expect(rateFromPercentText(text)).toBe(expected);
  });

  it.each([['2.60001', 'too-many-decimals'], ['-1', 'not-an-amount'], ['', 'not-an-amount'], ['2,6', 'not-an-amount']])('refuses %p', (text, rule) => {
    expect(ruleOf(() => rateFromPercentText(text))).toBe(rule);
  });

  it('writes at least two decimals', () => {
    expect(formatPercent(26_000)).toBe('2.60%');
    expect(formatPercent(30_750)).toBe('3.075%');
    expect(formatPercent(1)).toBe('0.0001%');
    expect(formatPercent(120_000)).toBe('12.00%');
  });

  it('refuses negative and broken rates', () => {
    expect(ruleOf(() => rate(-1))).toBe('out-of-range');
    expect(ruleOf(() => rate(0.1))).toBe('not-an-integer');
  });
});
