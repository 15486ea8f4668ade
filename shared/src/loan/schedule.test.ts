import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { sumFen } from '../money/index.ts';
import {
  buildSchedule, checkScheduleInput, equalInstalment, largestPrincipalFor, partPeriodInterest, periodInterest, ScheduleInputError, scheduleSummary,
  singleRepayment,
} from './index.ts';
import type { Prepayment, ScheduleInput } from './index.ts';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const million: ScheduleInput = { principalFen: 100_000_000, annualRateMillionths: 26_000, months: 360, method: 'equal-instalment' };

const principals = fc.integer({ min: 1, max: 10_000_000_000 });
const rates = fc.integer({ min: 0, max: 240_000 });
const terms = fc.integer({ min: 1, max: 360 });
const methods = fc.constantFrom<ScheduleInput['method']>('equal-instalment', 'equal-principal');

function exactInstalment(principalFen: number, rateMillionths: number, months: number): Decimal {
  if (rateMillionths === 0) return new Exact(principalFen).div(months);
  const monthly = new Exact(rateMillionths).div(12_000_000);
  const growth = monthly.plus(1).pow(months);
  return new Exact(principalFen).mul(monthly).mul(growth).div(growth.minus(1));
}

describe('equal instalments', () => {
  it('are those of real ledgers: 1,000,000 at 2.60 % over 360 months', () => {
    const schedule = buildSchedule(million);
    expect(schedule).toMatchObject({ firstInstalmentFen: 400_340, lastInstalmentFen: 400_175, totalInterestFen: 44_122_235, pressTotalInterestFen: 44_122_296, periods: 360 });
    expect(schedule.rows[0]).toEqual({ period: 1, instalmentFen: 400_340, principalFen: 183_673, interestFen: 216_667, balanceFen: 99_816_327 });
  });

  it.each([
    [1, 21_000, 84_284], [5, 21_000, 17_572], [10, 26_000, 9_473], [30, 26_000, 4_003], [1, 25_250, 84_477], [5, 25_250, 17_758], [10, 30_750, 9_691], [30, 30_750, 4_257],
    [1, 23_500, 84_398], [5, 23_500, 17_681], [10, 28_500, 9_587], [30, 28_500, 4_136], [1, 26_000, 84_512], [5, 26_000, 17_791], [10, 31_000, 9_702], [30, 31_000, 4_270],
    [1, 27_500, 84_580], [5, 27_500, 17_858], [10, 32_500, 9_772], [30, 32_500, 4_352],
  ])('per 10,000 yuan over %i years at %i millionths are %i fen', (years, rateMillionths, expected) => {
    expect(equalInstalment(1_000_000, rateMillionths, years * 12)).toBe(expected);
  });

  it('agree with decimal.js to the fen', () => {
    fc.assert(
      fc.property(principals, rates, terms, (principalFen, rateMillionths, months) => {
        const exact = exactInstalment(principalFen, rateMillionths, months);
        fc.pre(exact.minus(exact.floor()).minus(0.5).abs().greaterThan(1e-5));
        expect(equalInstalment(principalFen, rateMillionths, months)).toBe(exact.toDecimalPlaces(0).toNumber());
        const press = exact.mul(months).minus(principalFen);
        fc.pre(press.minus(press.floor()).minus(0.5).abs().greaterThan(1e-3));
        expect(scheduleSummary({ principalFen, annualRateMillionths: rateMillionths, months, method: 'equal-instalment' }).pressTotalInterestFen).toBe(press.toDecimalPlaces(0).toNumber() + 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('equal principal', () => {
  it('is that of real ledgers: 1,000,000 at 2.60 % over 360 months', () => {
    const schedule = buildSchedule({ ...million, method: 'equal-principal' });
    expect(schedule).toMatchObject({ firstInstalmentFen: 494_445, lastInstalmentFen: 278_380, totalInterestFen: 39_108_334, pressTotalInterestFen: 39_108_333, periods: 360 });
    expect(schedule.rows[1]?.principalFen).toBe(277_778);
    expect(schedule.rows[2]?.principalFen).toBe(277_777);
  });
});

describe('every schedule', () => {
  const prepaymentsOf = (months: number): fc.Arbitrary<Prepayment[]> =>
    months < 3
      ? fc.constant([])
      : fc.uniqueArray(
          fc.record({ afterPeriod: fc.integer({ min: 1, max: months - 1 }), amountFen: fc.integer({ min: 1, max: 50_000_000 }), keep: fc.constantFrom('term' as const, 'instalment' as const) }),
          { maxLength: 3, selector: (one) => one.afterPeriod },
        );
  const inputs = terms.chain((months) =>
    fc.record({ principalFen: principals, annualRateMillionths: rates, months: fc.constant(months), method: methods, prepayments: prepaymentsOf(months), firstDueOn: fc.constant('2025-01-31') }),
  );

  it('repays exactly what was lent, row by row, and ends at nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        if (checkScheduleInput(input).length > 0) return;
        const { rows, totalInterestFen } = buildSchedule(input);
        let balanceFen = input.principalFen;
        const broken = rows.filter((row) => {
          const interestFits = row.interestFen === periodInterest(balanceFen, input.annualRateMillionths) && row.instalmentFen === row.principalFen + row.interestFen;
          balanceFen -= row.principalFen + (row.prepaidFen ?? 0);
          return !interestFits || row.principalFen < 0 || row.balanceFen !== balanceFen;
        });
        expect(broken).toEqual([]);
        expect(balanceFen).toBe(0);
        expect(totalInterestFen).toBe(sumFen(rows.map((row) => row.interestFen)));
        expect(rows.length).toBeLessThanOrEqual(input.months);
      }),
      { numRuns: 200 },
    );
  });

  it('stays close to the press convention', () => {
    fc.assert(
      fc.property(principals, rates, terms, methods, (principalFen, annualRateMillionths, months, method) => {
        const { totalInterestFen, pressTotalInterestFen } = scheduleSummary({ principalFen, annualRateMillionths, months, method });
        fc.pre(principalFen > months * 100);
        expect(Math.abs(totalInterestFen - pressTotalInterestFen)).toBeLessThanOrEqual(months * months);
      }),
      { numRuns: 100 },
    );
  });

  it('is due on the same day each month, or the month’s last', () => {
    const { rows } = buildSchedule({ ...million, months: 3, firstDueOn: '2025-01-31' });
    expect(rows.map((row) => row.dueOn)).toEqual(['2025-01-31', '2025-02-28', '2025-03-31']);
    expect(buildSchedule({ ...million, months: 1 }).rows[0]).not.toHaveProperty('dueOn');
  });

  it('without interest is the principal alone', () => {
    expect(scheduleSummary({ ...million, annualRateMillionths: 0 })).toMatchObject({ totalInterestFen: 0, pressTotalInterestFen: 0, firstInstalmentFen: 277_778 });
  });
});

describe('a change of rate', () => {
  const changed: ScheduleInput = { ...million, annualRateMillionths: 28_500, firstDueOn: '2025-01-20', rateChanges: [{ from: '2026-01-01', annualRateMillionths: 26_000 }] };

  it('recomputes the instalment from what is left: 978,595.00 after 12 payments, then 4,007.08', () => {
    const { rows } = buildSchedule(changed);
    expect(rows[11]?.balanceFen).toBe(97_859_500);
    expect(rows[12]).toMatchObject({ dueOn: '2026-01-20', instalmentFen: 400_708, interestFen: 212_029 });
    expect(rows).toHaveLength(360);
  });

  it('counts from the first due day on or after it, in whatever order changes are given', () => {
    const rates = (from: string): number[] => buildSchedule({ ...changed, months: 14, rateChanges: [{ from, annualRateMillionths: 0 }] }).rows.map((row) => Math.sign(row.interestFen));
    expect(rates('2025-12-20').indexOf(0)).toBe(11);
    expect(rates('2025-12-21').indexOf(0)).toBe(12);
    const two = [{ from: '2026-01-01', annualRateMillionths: 26_000 }, { from: '2025-06-01', annualRateMillionths: 30_000 }];
    expect(buildSchedule({ ...changed, rateChanges: two })).toEqual(buildSchedule({ ...changed, rateChanges: [...two].reverse() }));
  });

  it('leaves the principal of 等额本金 as it was', () => {
    const { rows, pressTotalInterestFen, totalInterestFen } = buildSchedule({ ...changed, method: 'equal-principal' });
    expect(rows[12]?.principalFen).toBe(277_778);
    expect(Math.abs(pressTotalInterestFen - totalInterestFen)).toBeLessThan(360);
  });
});

describe('a prepayment', () => {
  const prepaid = (keep: Prepayment['keep'], method: ScheduleInput['method'] = 'equal-instalment'): ReturnType<typeof buildSchedule> =>
    buildSchedule({ ...million, method, prepayments: [{ afterPeriod: 12, amountFen: 20_000_000, keep }] });

  it('lowers the instalment when the term stays', () => {
    const { rows, periods } = prepaid('term');
    expect(rows[11]).toMatchObject({ prepaidFen: 20_000_000, balanceFen: 77_769_465 });
    expect(rows[12]?.instalmentFen).toBe(equalInstalment(77_769_465, 26_000, 348));
    expect(periods).toBe(360);
    expect(prepaid('term', 'equal-principal').periods).toBe(360);
  });

  it('shortens the term when the instalment stays', () => {
    const { rows, periods, lastInstalmentFen } = prepaid('instalment');
    expect(rows[12]?.instalmentFen).toBe(400_340);
    expect(periods).toBe(265);
    expect(lastInstalmentFen).toBeLessThanOrEqual(400_340);
    expect(prepaid('instalment', 'equal-principal')).toMatchObject({ periods: 288, lastInstalmentFen: 278_380 });
  });

  it('of everything ends the loan', () => {
    const { rows } = buildSchedule({ ...million, months: 24 });
    const whole = buildSchedule({ ...million, months: 24, prepayments: [{ afterPeriod: 12, amountFen: rows[11]?.balanceFen ?? 0, keep: 'term' }] });
    expect(whole.periods).toBe(12);
    expect(whole.rows[11]?.balanceFen).toBe(0);
  });
});

describe('parts of a period, and repayment at once', () => {
  it('are charged by days on 360, or simply', () => {
    expect(partPeriodInterest(100_000_000, 26_000, 10)).toBe(72_222);
    expect(partPeriodInterest(100_000_000, 26_000, 30)).toBe(periodInterest(100_000_000, 26_000));
    expect(singleRepayment(1_000_000, 21_000, 12)).toBe(1_021_000);
  });

  it('find the largest principal an instalment carries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), rates, terms, (instalmentFen, rateMillionths, months) => {
        const principal = largestPrincipalFor(instalmentFen, rateMillionths, months, 100);
        expect(principal % 100).toBe(0);
        if (principal > 0) expect(equalInstalment(principal, rateMillionths, months)).toBeLessThanOrEqual(instalmentFen);
        expect(equalInstalment(principal + 100, rateMillionths, months)).toBeGreaterThan(instalmentFen);
      }),
    );
    expect(largestPrincipalFor(0, 26_000, 360, 100)).toBe(0);
  });
});

describe('input of a schedule', () => {
  const faults = (change: Partial<ScheduleInput>): string[] => checkScheduleInput({ ...million, ...change }).map((fault) => `${fault.field} ${fault.rule}`);
  const change = { from: '2026-01-01', annualRateMillionths: 26_000 };
  const prepayment: Prepayment = { afterPeriod: 12, amountFen: 1, keep: 'term' };

  it('within the limits is taken', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ principalFen: 1, months: 1, annualRateMillionths: 0 })).toEqual([]);
    expect(faults({ principalFen: 10_000_000_000, annualRateMillionths: 240_000 })).toEqual([]);
  });

  it.each<[string, Partial<ScheduleInput>, string[]]>([
    ['no principal', { principalFen: 0 }, ['principalFen range']],
    ['a fraction of a fen', { principalFen: 1.5 }, ['principalFen range']],
    ['a negative principal', { principalFen: -1 }, ['principalFen range']],
    ['more than 100 million yuan', { principalFen: 10_000_000_001 }, ['principalFen range']],
    ['a rate above 24 %', { annualRateMillionths: 240_001 }, ['annualRateMillionths range']],
    ['a negative rate', { annualRateMillionths: -1 }, ['annualRateMillionths range']],
    ['no months', { months: 0 }, ['months range']],
    ['more than 30 years', { months: 361 }, ['months range']],
    ['two wrong fields', { months: 0, principalFen: Number.NaN }, ['principalFen range', 'months range']],
    ['another method', { method: 'bullet' as ScheduleInput['method'] }, ['method choice']],
    ['a first day that does not exist', { firstDueOn: '2026-02-30' }, ['firstDueOn date']],
    ['a first day beyond the calendar', { firstDueOn: '2190-01-01' }, ['firstDueOn date']],
    ['a change of rate without days', { rateChanges: [change] }, ['firstDueOn required']],
    ['a change on no day', { firstDueOn: '2026-01-01', rateChanges: [{ ...change, from: 'soon' }] }, ['rateChanges.0.from date']],
    ['a change to a wrong rate', { firstDueOn: '2026-01-01', rateChanges: [{ ...change, annualRateMillionths: 999_999 }] }, ['rateChanges.0.annualRateMillionths range']],
    ['two changes on a day', { firstDueOn: '2026-01-01', rateChanges: [change, change] }, ['rateChanges.1.from duplicate']],
    ['too many changes', { firstDueOn: '2026-01-01', rateChanges: Array.from({ length: 121 }, () => change) }, ['rateChanges size']],
    ['a prepayment before the first period', { prepayments: [{ ...prepayment, afterPeriod: 0 }] }, ['prepayments.0.afterPeriod range']],
    ['a prepayment after the last', { prepayments: [{ ...prepayment, afterPeriod: 360 }] }, ['prepayments.0.afterPeriod range']],
    ['a prepayment of nothing', { prepayments: [{ ...prepayment, amountFen: 0 }] }, ['prepayments.0.amountFen range']],
    ['a prepayment above the balance', { prepayments: [{ ...prepayment, amountFen: 99_000_000 }] }, ['prepayments.0.amountFen above-balance']],
    ['a prepayment that keeps nothing', { prepayments: [{ ...prepayment, keep: 'both' as Prepayment['keep'] }] }, ['prepayments.0.keep choice']],
    ['two prepayments in a period', { prepayments: [prepayment, prepayment] }, ['prepayments.1.afterPeriod duplicate']],
    ['too many prepayments', { prepayments: Array.from({ length: 361 }, () => prepayment) }, ['prepayments size']],
    [
      'a prepayment after the loan ended',
      { prepayments: [{ afterPeriod: 1, amountFen: 99_000_000, keep: 'instalment' }, { ...prepayment, afterPeriod: 300 }] },
      ['prepayments.1.afterPeriod after-end'],
    ],
  ])('with %s is refused, naming the field', (_what, wrong, expected) => {
    expect(faults(wrong)).toEqual(expected);
    expect(() => buildSchedule({ ...million, ...wrong })).toThrow(ScheduleInputError);
  });
});
