import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { addDays, addMonths } from '../calendar/index.ts';
import { sumFen } from '../money/index.ts';
import { combinedSchedule } from './combined.ts';
import { equalInstalment } from './instalment.ts';
import { buildSchedule, checkScheduleInput } from './schedule.ts';
import { ScheduleInputError } from './schedule-input.ts';
import type { Prepayment, ScheduleInput } from './schedule-input.ts';

const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP });
const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayText = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Mostly short, so that many are tried; some of the full thirty years. */
const terms = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 360 }) });
const loans = terms.chain((months) =>
  fc.record({
    principalFen: fc.oneof(fc.integer({ min: 1, max: 10_000_000_000 }), fc.integer({ min: 1_000_000, max: 200_000_000 })),
    annualRateMillionths: fc.oneof(fc.integer({ min: 0, max: 240_000 }), fc.constantFrom(0, 21_000, 26_000, 28_500, 30_750)),
    months: fc.constant(months),
    method: fc.constantFrom<ScheduleInput['method']>('equal-instalment', 'equal-principal'),
    prepayments: fc.uniqueArray(
      fc.record({
        afterPeriod: fc.integer({ min: 1, max: Math.max(1, months - 1) }),
        amountFen: fc.integer({ min: 1, max: 50_000_000 }),
        keep: fc.constantFrom<Prepayment['keep']>('term', 'instalment'),
      }),
      { maxLength: 3, selector: (one) => one.afterPeriod },
    ),
  }),
);
/** The days of a loan: part periods at both ends, changes of rate, and how the month of a change is charged. */
const days = fc.record({
  first: fc.integer({ min: dayNumber('2012-01-01'), max: dayNumber('2030-12-31') }),
  grantedBefore: fc.option(fc.integer({ min: 1, max: 80 })),
  endsBefore: fc.option(fc.integer({ min: 0, max: 20 })),
  split: fc.constantFrom<ScheduleInput['split']>('whole-period', 'by-days', undefined),
  changes: fc.uniqueArray(fc.record({ at: fc.integer({ min: -400, max: 4000 }), rate: fc.integer({ min: 0, max: 100_000 }) }), { maxLength: 4, selector: (one) => one.at }),
});
type Loan = typeof loans extends fc.Arbitrary<infer T> ? T : never;
type Days = typeof days extends fc.Arbitrary<infer T> ? T : never;

function inputOf(loan: Loan, { first, grantedBefore, endsBefore, split, changes }: Days): ScheduleInput {
  const firstDueOn = dayText(first);
  const endsOn = endsBefore === null ? undefined : addDays(addMonths(firstDueOn, loan.months - 1), -endsBefore);
  return {
    ...loan,
    firstDueOn,
    rateChanges: changes.map(({ at, rate }) => ({ from: addDays(firstDueOn, at), annualRateMillionths: rate })),
    ...(grantedBefore === null ? {} : { grantedOn: addDays(firstDueOn, -grantedBefore) }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(split === undefined ? {} : { split }),
  };
}
const inputs = fc.tuple(loans, days).map(([loan, when]) => inputOf(loan, when)).filter((input) => checkScheduleInput(input).length === 0);

/** The rate of a day, by its number: the changes sorted once. */
function ratesOf(input: ScheduleInput): (day: number) => number {
  const changes = (input.rateChanges ?? []).map((change) => [dayNumber(change.from), change.annualRateMillionths] as const).sort(([a], [b]) => a - b);
  return (day) => changes.reduce((rate, [from, then]) => (from <= day ? then : rate), input.annualRateMillionths);
}

/** Interest of a period by decimal.js, day by day: the oracle knows nothing of charges and segments. */
function exactInterest(input: ScheduleInput, rateOn: (day: number) => number, period: number, balanceFen: number): number {
  const firstDueOn = input.firstDueOn ?? '';
  const usual = (at: number): string => addMonths(firstDueOn, at - 1);
  const to = period === input.months ? (input.endsOn ?? usual(period)) : usual(period);
  const from = period > 1 ? usual(period - 1) : (input.grantedOn ?? usual(0));
  const [start, end] = [dayNumber(from), dayNumber(to)];
  const whole = to === usual(period) && (period > 1 || from === usual(0) || addMonths(from, 1) === to);
  const last = rateOn(end);
  const rates = input.split === 'by-days' ? Array.from({ length: end - start }, (_, at) => rateOn(start + at)) : Array.from({ length: end - start }, () => last);
  const one = new Set(rates).size === 1;
  const exact = whole && one ? new Exact(balanceFen).mul(rates[0] ?? 0).div(12_000_000) : new Exact(balanceFen).mul(rates.reduce((sum, rate) => sum + rate, 0)).div(360_000_000);
  return exact.toDecimalPlaces(0).toNumber();
}

function exactInstalment(balanceFen: number, rateMillionths: number, months: number): Decimal {
  if (rateMillionths === 0) return new Exact(balanceFen).div(months);
  const monthly = new Exact(rateMillionths).div(12_000_000);
  const growth = monthly.plus(1).pow(months);
  return new Exact(balanceFen).mul(monthly).mul(growth).div(growth.minus(1));
}

describe('a schedule with part periods, changes of rate and prepayments', () => {
  it('repays exactly what was lent: parts sum to the principal, the last balance is nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { rows, totalInterestFen, firstInstalmentFen, lastInstalmentFen, periods } = buildSchedule(input);
        expect(sumFen(rows.map((row) => row.principalFen + (row.prepaidFen ?? 0)))).toBe(input.principalFen);
        expect(rows[rows.length - 1]?.balanceFen).toBe(0);
        expect(rows.every((row) => row.instalmentFen === row.principalFen + row.interestFen && row.principalFen >= 0 && row.interestFen >= 0)).toBe(true);
        expect(totalInterestFen).toBe(sumFen(rows.map((row) => row.interestFen)));
        expect([firstInstalmentFen, lastInstalmentFen]).toEqual([rows[0]?.instalmentFen, rows[rows.length - 1]?.instalmentFen]);
        expect(periods).toBe(rows.length);
        expect(periods).toBeLessThanOrEqual(input.months);
      }),
    );
  });

  it('charges each period what decimal.js charges it, day by day', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const rateOn = ratesOf(input);
        let balanceFen = input.principalFen;
        const wrong = buildSchedule(input).rows.filter((row) => {
          const expected = exactInterest(input, rateOn, row.period, balanceFen);
          balanceFen = row.balanceFen;
          return row.interestFen !== expected;
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('computes the instalment anew at each change of rate, as decimal.js does', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { rows } = buildSchedule({ ...input, method: 'equal-instalment', prepayments: [], split: 'whole-period' });
        const rateOn = ratesOf(input);
        let [balanceFen, rate, exact] = [input.principalFen, -1, new Exact(0)];
        const wrong = rows.slice(0, -1).filter((row) => {
          const now = rateOn(dayNumber(row.dueOn ?? ''));
          if (now !== rate) [rate, exact] = [now, exactInstalment(balanceFen, now, input.months - row.period + 1)];
          const wholeInterest = new Exact(balanceFen).mul(rate).div(12_000_000).toDecimalPlaces(0).toNumber();
          // Half a fen to the last digit of a double may go either way.
          const off = exact.minus(row.principalFen + wholeInterest).abs().toNumber();
          const repaidEarly = row.principalFen === balanceFen;
          balanceFen = row.balanceFen;
          return off > 0.50001 && !repaidEarly;
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('keeps the principal where it was, however its interest is charged', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { grantedOn: _grant, endsOn: _end, ...plain } = input;
        const principals = (one: ScheduleInput): string => String(buildSchedule(one).rows.map((row) => row.principalFen));
        expect(principals(input)).toBe(principals({ ...plain, split: 'whole-period' }));
      }),
    );
  });

  it('never costs more interest with a prepayment, and least of all when the instalment stays', () => {
    fc.assert(
      fc.property(loans, fc.integer({ min: 1, max: 359 }), fc.integer({ min: 100_000, max: 50_000_000 }), (loan, afterPeriod, amountFen) => {
        const interest = (prepayments: readonly Prepayment[]): number => buildSchedule({ ...loan, prepayments }).totalInterestFen;
        const keep = (how: Prepayment['keep']): Prepayment[] => [{ afterPeriod, amountFen, keep: how }];
        fc.pre(checkScheduleInput({ ...loan, prepayments: keep('term') }).length === 0);
        const [none, term, instalment] = [interest([]), interest(keep('term')), interest(keep('instalment'))];
        // A new instalment is rounded anew: half a fen a month, and the interest on it.
        const rounding = loan.months * loan.months;
        expect(instalment).toBeLessThanOrEqual(none);
        expect(instalment).toBeLessThanOrEqual(term + rounding);
        expect(term).toBeLessThanOrEqual(none + rounding);
      }),
    );
  });
});

describe('a combined loan', () => {
  it('is the sum of its parts, month by month', () => {
    fc.assert(
      fc.property(loans, loans, days, (one, two, when) => {
        const [fund, commercial] = [inputOf(one, { ...when, endsBefore: null }), inputOf({ ...two, prepayments: [] }, { ...when, endsBefore: null })];
        fc.pre(checkScheduleInput(fund).length === 0 && checkScheduleInput(commercial).length === 0);
        const [a, b, both] = [buildSchedule(fund), buildSchedule(commercial), combinedSchedule({ fund, commercial })];
        expect(JSON.stringify([both.fund, both.commercial])).toBe(JSON.stringify([a, b]));
        for (const key of ['instalmentFen', 'principalFen', 'interestFen', 'balanceFen'] as const) {
          const sums = Array.from({ length: Math.max(a.periods, b.periods) }, (_, at) => (a.rows[at]?.[key] ?? 0) + (b.rows[at]?.[key] ?? 0));
          expect(String(both.rows.map((row) => row[key]))).toBe(String(sums));
        }
        expect(both.totalInterestFen).toBe(a.totalInterestFen + b.totalInterestFen);
        expect(both.pressTotalInterestFen).toBe(a.pressTotalInterestFen + b.pressTotalInterestFen);
      }),
    );
  });
});

describe('any input whatever', () => {
  it('is taken or refused with its fields, never anything else', () => {
    const odd = fc.oneof(fc.anything(), fc.constantFrom(Number.NaN, '100', -1, 1e300, null, undefined, [], {}), fc.integer({ min: 1, max: 400 }));
    const changes = fc.oneof(odd, fc.array(fc.oneof(odd, fc.record({ from: odd, annualRateMillionths: odd })), { maxLength: 3 }));
    const prepayments = fc.oneof(odd, fc.array(fc.oneof(odd, fc.record({ afterPeriod: odd, amountFen: odd, keep: odd })), { maxLength: 3 }));
    const record = fc.record(
      {
        principalFen: odd, annualRateMillionths: odd, months: odd, method: fc.oneof(odd, fc.constant('equal-instalment')), split: odd,
        firstDueOn: fc.oneof(odd, fc.constant('2026-01-20')), grantedOn: odd, endsOn: odd, dueDay: odd, rateChanges: changes, prepayments,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(record, odd), (anything) => {
        const input = anything as ScheduleInput;
        const faults = checkScheduleInput(input);
        expect(faults.every((fault) => fault.field !== '' && fault.rule !== '' && /[一-鿿]/.test(fault.message))).toBe(true);
        if (faults.length > 0) expect(() => buildSchedule(input)).toThrow(ScheduleInputError);
        else expect(buildSchedule(input).rows.length).toBeGreaterThan(0);
      }),
    );
  });

  it('of the same loan gives the instalment of equalInstalment', () => {
    fc.assert(
      fc.property(loans, (loan) => {
        const { rows } = buildSchedule({ ...loan, method: 'equal-instalment', prepayments: [] });
        const instalment = equalInstalment(loan.principalFen, loan.annualRateMillionths, loan.months);
        const regular = rows.filter((row) => row.balanceFen > 0);
        expect(regular.every((row) => row.instalmentFen === instalment)).toBe(true);
      }),
    );
  });
});
