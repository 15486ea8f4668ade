import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { sumFen } from '../money/index.ts';
import { equalInstalment, largestPrincipalFor, partPeriodInterest, periodInterest, singleRepayment } from './instalment.ts';
import { buildSchedule, checkScheduleInput, scheduleSummary } from './schedule.ts';
import type { Prepayment, ScheduleInput } from './schedule-input.ts';

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
    );
  });

  it('stays close to the press convention', () => {
    fc.assert(
      fc.property(principals, rates, terms, methods, (principalFen, annualRateMillionths, months, method) => {
        const { totalInterestFen, pressTotalInterestFen } = scheduleSummary({ principalFen, annualRateMillionths, months, method });
        fc.pre(principalFen > months * 100);
        expect(Math.abs(totalInterestFen - pressTotalInterestFen)).toBeLessThanOrEqual(months * months);
      }),
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

  it('leaves every part of principal of 等额本金 where it was', () => {
    const odd: ScheduleInput = { ...changed, principalFen: 1_000_003, months: 30, method: 'equal-principal' };
    const { rateChanges: _none, ...unchanged } = odd;
    const parts = (one: ScheduleInput): number[] => buildSchedule(one).rows.map((row) => row.principalFen);
    expect(parts(odd)).toEqual(parts(unchanged));
    expect(buildSchedule(odd).rows[12]?.interestFen).toBe(periodInterest(buildSchedule(odd).rows[11]?.balanceFen ?? 0, 26_000));
  });

  it('leaves the principal of 等额本金 as it was', () => {
    const { rows, pressTotalInterestFen, totalInterestFen } = buildSchedule({ ...changed, method: 'equal-principal' });
    expect(rows[12]?.principalFen).toBe(277_778);
    expect(Math.abs(pressTotalInterestFen - totalInterestFen)).toBeLessThan(360);
  });
});

describe('the first and the last period, when they are a part', () => {
  const dated: ScheduleInput = { ...million, months: 12, firstDueOn: '2026-02-20' };
  const whole = buildSchedule(dated);
  const interestOf = (change: Partial<ScheduleInput>, period: number): number | undefined => buildSchedule({ ...dated, ...change }).rows[period - 1]?.interestFen;

  it('are charged by days on 360, and the principal does not move', () => {
    const { rows, periods } = buildSchedule({ ...dated, grantedOn: '2026-01-05', endsOn: '2027-01-05' });
    expect(rows[0]?.interestFen).toBe(partPeriodInterest(100_000_000, 26_000, 46));
    expect(rows[11]).toMatchObject({ dueOn: '2027-01-05', interestFen: partPeriodInterest(rows[10]?.balanceFen ?? 0, 26_000, 16) });
    expect(rows.map((row) => row.principalFen)).toEqual(whole.rows.map((row) => row.principalFen));
    expect(rows.slice(1, 11).map((row) => row.interestFen)).toEqual(whole.rows.slice(1, 11).map((row) => row.interestFen));
    expect(periods).toBe(12);
  });

  it('are whole from the same day of the month before, also into a shorter month', () => {
    expect(interestOf({ grantedOn: '2026-01-20' }, 1)).toBe(216_667);
    expect(interestOf({ grantedOn: '2026-01-21' }, 1)).toBe(216_667);
    expect(interestOf({ grantedOn: '2026-01-19' }, 1)).toBe(partPeriodInterest(100_000_000, 26_000, 32));
    expect(interestOf({ firstDueOn: '2026-02-28', grantedOn: '2026-01-31' }, 1)).toBe(216_667);
    expect(interestOf({ firstDueOn: '2026-02-28', dueDay: 31, grantedOn: '2026-01-31' }, 1)).toBe(216_667);
    expect(interestOf({ firstDueOn: '2026-02-28', dueDay: 31, grantedOn: '2026-01-28' }, 1)).toBe(partPeriodInterest(100_000_000, 26_000, 31));
    expect(interestOf({ endsOn: '2027-01-20' }, 12)).toBe(whole.rows[11]?.interestFen);
    expect(interestOf({ endsOn: '2027-01-19' }, 12)).toBe(partPeriodInterest(whole.rows[10]?.balanceFen ?? 0, 26_000, 30));
  });

  it('keep to the day of the month that a short first month hides', () => {
    const { rows } = buildSchedule({ ...dated, months: 4, firstDueOn: '2026-02-28', dueDay: 31 });
    expect(rows.map((row) => row.dueOn)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });

  it('of one month are a part from the grant to the end', () => {
    const { rows } = buildSchedule({ ...dated, months: 1, grantedOn: '2026-02-01', endsOn: '2026-02-11' });
    expect(rows).toEqual([{ period: 1, dueOn: '2026-02-11', instalmentFen: 100_072_222, principalFen: 100_000_000, interestFen: 72_222, balanceFen: 0 }]);
  });

  it('are told by the press convention period by period', () => {
    const { pressTotalInterestFen, totalInterestFen } = buildSchedule({ ...dated, months: 1, grantedOn: '2026-02-01', endsOn: '2026-02-11', principalFen: 100 });
    expect([totalInterestFen, pressTotalInterestFen]).toEqual([0, 0]);
    const longer = buildSchedule({ ...dated, grantedOn: '2026-01-05' });
    expect(Math.abs(longer.pressTotalInterestFen - longer.totalInterestFen)).toBeLessThan(12);
    expect(longer.pressTotalInterestFen).not.toBe(whole.pressTotalInterestFen);
  });
});

describe('the month in which a rate changes', () => {
  const changing: ScheduleInput = {
    ...million, annualRateMillionths: 28_500, months: 24, firstDueOn: '2025-07-20', rateChanges: [{ from: '2026-01-01', annualRateMillionths: 26_000 }],
  };
  const wholePeriod = buildSchedule(changing);
  const byDays = buildSchedule({ ...changing, split: 'by-days' });

  it('is charged at the new rate throughout, as long as the centre’s rule is unknown', () => {
    const before = wholePeriod.rows[5]?.balanceFen ?? 0;
    expect(wholePeriod.rows[6]).toMatchObject({ dueOn: '2026-01-20', interestFen: periodInterest(before, 26_000) });
    expect(buildSchedule({ ...changing, split: 'whole-period' })).toEqual(wholePeriod);
  });

  it('or each rate for its days: 12 to 31 December, 19 in January, rounded once', () => {
    const before = wholePeriod.rows[5]?.balanceFen ?? 0;
    const exact = new Exact(before).mul(28_500 * 12 + 26_000 * 19).div(360_000_000);
    expect(byDays.rows[6]?.interestFen).toBe(exact.toDecimalPlaces(0).toNumber());
    expect(byDays.rows.map((row) => row.principalFen)).toEqual(wholePeriod.rows.map((row) => row.principalFen));
    const others = (rows: typeof byDays.rows): number[] => rows.filter((row) => row.period !== 7).map((row) => row.interestFen);
    expect(others(byDays.rows)).toEqual(others(wholePeriod.rows));
  });

  it('by days has the old rate to the due day when the change falls on it', () => {
    const onDueDay: ScheduleInput = { ...changing, split: 'by-days', rateChanges: [{ from: '2026-01-20', annualRateMillionths: 26_000 }] };
    const { rows } = buildSchedule(onDueDay);
    expect(rows[6]?.interestFen).toBe(periodInterest(rows[5]?.balanceFen ?? 0, 28_500));
    expect(rows[7]?.interestFen).toBe(periodInterest(rows[6]?.balanceFen ?? 0, 26_000));
    const wholeMonth = buildSchedule({ ...onDueDay, split: 'whole-period' });
    expect(wholeMonth.rows[6]?.interestFen).toBe(periodInterest(rows[5]?.balanceFen ?? 0, 26_000));
  });

  it('by days counts two changes in one month, in whatever order', () => {
    const two = [{ from: '2026-01-10', annualRateMillionths: 30_000 }, { from: '2026-01-01', annualRateMillionths: 26_000 }];
    const { rows } = buildSchedule({ ...changing, split: 'by-days', rateChanges: two });
    const exact = new Exact(rows[5]?.balanceFen ?? 0).mul(28_500 * 12 + 26_000 * 9 + 30_000 * 10).div(360_000_000);
    expect(rows[6]?.interestFen).toBe(exact.toDecimalPlaces(0).toNumber());
  });

  it('by days counts a part period with it', () => {
    const { rows } = buildSchedule({ ...changing, split: 'by-days', firstDueOn: '2026-01-20', grantedOn: '2025-12-30' });
    expect(rows[0]?.interestFen).toBe(new Exact(100_000_000).mul(28_500 * 2 + 26_000 * 19).div(360_000_000).toDecimalPlaces(0).toNumber());
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

  it('of 等额本金 spreads what is left anew when the term stays, and keeps the parts when the instalment stays', () => {
    const odd: ScheduleInput = { ...million, principalFen: 1_000_003, months: 9, method: 'equal-principal' };
    const after = (keep: Prepayment['keep']): number[] => buildSchedule({ ...odd, prepayments: [{ afterPeriod: 2, amountFen: 300_000, keep }] }).rows.map((row) => row.principalFen);
    expect(after('term')).toEqual([111_111, 111_112, 68_254, 68_255, 68_254, 68_254, 68_254, 68_255, 68_254]);
    expect(after('instalment')).toEqual([111_111, 111_112, 111_111, 111_112, 111_111, 111_112, 33_334]);
  });

  it('is told by the press convention on the balances it leaves', () => {
    const plain = buildSchedule({ ...million, months: 24 });
    const lower = buildSchedule({ ...million, months: 24, prepayments: [{ afterPeriod: 1, amountFen: 50_000_000, keep: 'term' }] });
    expect(lower.pressTotalInterestFen).toBeLessThan(plain.pressTotalInterestFen * 0.6);
    expect(Math.abs(lower.pressTotalInterestFen - lower.totalInterestFen)).toBeLessThan(24);
    const ending = buildSchedule({ ...million, months: 24, firstDueOn: '2026-01-20', endsOn: '2027-11-21' });
    expect(plain.pressTotalInterestFen - ending.pressTotalInterestFen).toBeGreaterThan(5_000);
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
    // Half a fen of interest is a fen.
    expect(singleRepayment(25, 240_000, 1)).toBe(26);
    expect(scheduleSummary({ principalFen: 25, annualRateMillionths: 240_000, months: 1, method: 'equal-principal' }).pressTotalInterestFen).toBe(1);
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
    expect(largestPrincipalFor(-1, 26_000, 360, 100)).toBe(0);
    expect(largestPrincipalFor(400_340, 26_000, 360, 1)).toBe(100_000_196);
    expect(largestPrincipalFor(1, 0, 2, 100)).toBe(0);
  });

  it.each([[0, 100], [1.5, 100], [-1, 100], [Number.NaN, 100], [12, 0], [12, Number.NaN], [12, -1]])('over %p months in steps of %p are refused', (months, stepFen) => {
    expect(() => largestPrincipalFor(1000, 26_000, months, stepFen)).toThrow('money: out-of-range');
  });
});
