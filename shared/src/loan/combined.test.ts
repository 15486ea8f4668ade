import { checkCombinedInput, combinedSchedule } from './combined.ts';
import type { CombinedInput } from './combined.ts';
import { buildSchedule } from './schedule.ts';
import { ScheduleInputError } from './schedule-input.ts';

const fund = { principalFen: 60_000_000, annualRateMillionths: 26_000, months: 240, method: 'equal-instalment' as const };
const commercial = { principalFen: 40_000_000, annualRateMillionths: 32_000, months: 360, method: 'equal-principal' as const };

describe('a combined loan', () => {
  it('is both loans added, the longer one alone at the end', () => {
    const both = combinedSchedule({ fund, commercial });
    const [one, two] = [buildSchedule(fund), buildSchedule(commercial)];
    expect(both).toMatchObject({ fund: one, commercial: two, periods: 360 });
    expect(both.firstInstalmentFen).toBe(one.firstInstalmentFen + two.firstInstalmentFen);
    expect(both.lastInstalmentFen).toBe(two.lastInstalmentFen);
    expect(both.totalInterestFen).toBe(one.totalInterestFen + two.totalInterestFen);
    expect(both.pressTotalInterestFen).toBe(one.pressTotalInterestFen + two.pressTotalInterestFen);
    expect(both.rows[0]).toEqual({
      period: 1, instalmentFen: both.firstInstalmentFen, principalFen: (one.rows[0]?.principalFen ?? 0) + (two.rows[0]?.principalFen ?? 0),
      interestFen: 130_000 + 106_667, balanceFen: (one.rows[0]?.balanceFen ?? 0) + (two.rows[0]?.balanceFen ?? 0),
    });
    expect(both.rows[299]).toEqual(two.rows[299]);
    expect(both.rows.map((row) => row.period)).toEqual(two.rows.map((row) => row.period));
  });

  it('tells the days and the prepayments of its parts', () => {
    const both = combinedSchedule({
      fund: { ...fund, firstDueOn: '2026-12-20', prepayments: [{ afterPeriod: 2, amountFen: 100, keep: 'term' }] },
      commercial: { ...commercial, firstDueOn: '2026-12-20', prepayments: [{ afterPeriod: 2, amountFen: 50, keep: 'term' }, { afterPeriod: 3, amountFen: 7, keep: 'term' }] },
    });
    expect(both.rows.slice(0, 4).map((row) => row.dueOn)).toEqual(['2026-12-20', '2027-01-20', '2027-02-20', '2027-03-20']);
    expect(both.rows.slice(0, 4).map((row) => row.prepaidFen)).toEqual([undefined, 150, 7, undefined]);
    expect(both.rows[359]?.dueOn).toBe('2056-11-20');
  });

  it('is due on the later of two last days in a month', () => {
    const short = { ...commercial, months: 1, firstDueOn: '2026-12-20' };
    const both = combinedSchedule({ fund: { ...short, endsOn: '2026-12-05' }, commercial: short });
    expect(both.rows.map((row) => row.dueOn)).toEqual(['2026-12-20']);
    expect(combinedSchedule({ fund: short, commercial: { ...short, endsOn: '2026-12-05' } }).rows[0]?.dueOn).toBe('2026-12-20');
  });

  it.each<[string, CombinedInput, string[]]>([
    ['both parts wrong', { fund: { ...fund, months: 0 }, commercial: { ...commercial, principalFen: -1 } }, ['fund.months range', 'commercial.principalFen range']],
    ['first due days that differ', { fund: { ...fund, firstDueOn: '2026-12-20' }, commercial }, ['commercial.firstDueOn differs']],
    ['no parts', {} as unknown as CombinedInput, ['fund.principalFen range', 'commercial.principalFen range']],
    ['nothing', null as unknown as CombinedInput, ['fund record']],
  ])('with %s is refused, naming the field', (_what, input, expected) => {
    expect(checkCombinedInput(input).map((fault) => `${fault.field} ${fault.rule}`)).toEqual(expected);
    expect(() => combinedSchedule(input)).toThrow(ScheduleInputError);
  });
});
