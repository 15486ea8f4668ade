import { equalInstalment, partPeriodInterest, singleRepayment } from './instalment.ts';
import { buildSchedule } from './schedule.ts';
import type { ScheduleInput } from './schedule-input.ts';

// Figures that centres, ledgers and the press have published. Titles begin with `published:`; the suite counts them.

/** 万元月供表: rate, months and the monthly amount per 10,000 yuan. */
const perTenThousand: readonly [rateMillionths: number, years: number, fen: number][] = [
  [21_000, 1, 84_284], [21_000, 5, 17_572], [26_000, 10, 9_473], [26_000, 30, 4_003],
  [25_250, 1, 84_477], [25_250, 5, 17_758], [30_750, 10, 9_691], [30_750, 30, 4_257],
  [23_500, 1, 84_398], [23_500, 5, 17_681], [28_500, 10, 9_587], [28_500, 30, 4_136],
  [26_000, 1, 84_512], [26_000, 5, 17_791], [31_000, 10, 9_702], [31_000, 30, 4_270],
  [27_500, 1, 84_580], [27_500, 5, 17_858], [32_500, 10, 9_772], [32_500, 30, 4_352],
];

describe('万元月供表', () => {
  it.each(perTenThousand)('published: per 10,000 yuan at %i millionths over %i years, %i fen a month', (rateMillionths, years, expected) => {
    expect(equalInstalment(1_000_000, rateMillionths, years * 12)).toBe(expected);
    expect(buildSchedule({ principalFen: 1_000_000, annualRateMillionths: rateMillionths, months: years * 12, method: 'equal-instalment' }).firstInstalmentFen).toBe(expected);
  });
});

describe('1,000,000 at 2.60 % over 360 months', () => {
  const loan: ScheduleInput = { principalFen: 100_000_000, annualRateMillionths: 26_000, months: 360, method: 'equal-instalment' };
  const instalments = buildSchedule(loan);
  const principals = buildSchedule({ ...loan, method: 'equal-principal' });
  const [first] = instalments.rows;

  it.each<[string, number | undefined, number]>([
    ['等额本息 instalment 4,003.40', instalments.firstInstalmentFen, 400_340],
    ['等额本息 first interest 2,166.67', first?.interestFen, 216_667],
    ['等额本息 first principal 1,836.73', first?.principalFen, 183_673],
    ['等额本息 first balance 998,163.27', first?.balanceFen, 99_816_327],
    ['等额本息 last instalment 4,001.75', instalments.lastInstalmentFen, 400_175],
    ['等额本息 interest of the schedule 441,222.35', instalments.totalInterestFen, 44_122_235],
    ['等额本息 interest by the press 441,222.96', instalments.pressTotalInterestFen, 44_122_296],
    ['等额本金 first instalment of the schedule 4,944.45', principals.firstInstalmentFen, 494_445],
    ['等额本金 last instalment 2,783.80', principals.lastInstalmentFen, 278_380],
    ['等额本金 interest of the schedule 391,083.34', principals.totalInterestFen, 39_108_334],
    ['等额本金 interest by the press 391,083.33', principals.pressTotalInterestFen, 39_108_333],
  ])('published: %s', (_what, figure, expected) => {
    expect(figure).toBe(expected);
  });

  it('published: 等额本金 first instalment by the press 4,944.44, unrounded and then shown', () => {
    const shown = Math.floor(loan.principalFen / 360 + (loan.principalFen * 0.026) / 12 + 0.5);
    expect(shown).toBe(494_444);
    expect(principals.firstInstalmentFen - shown).toBe(1);
  });

  it('published: 等额本金 falls by 6.02 a month', () => {
    const falls = principals.rows.slice(1).map((row, at) => (principals.rows[at]?.instalmentFen ?? 0) - row.instalmentFen);
    expect(Math.round(falls.reduce((sum, one) => sum + one, 0) / falls.length)).toBe(602);
    expect(Math.max(...falls.map((fall) => Math.abs(fall - 602)))).toBeLessThanOrEqual(2);
  });
});

describe('a rate that changes on 1 January: 1,000,000 at 2.85 %, then 2.60 %', () => {
  const { rows } = buildSchedule({
    principalFen: 100_000_000, annualRateMillionths: 28_500, months: 360, method: 'equal-instalment', firstDueOn: '2025-01-20',
    rateChanges: [{ from: '2026-01-01', annualRateMillionths: 26_000 }],
  });
  it('published: balance after 12 payments 978,595.00', () => {
    expect(rows[11]?.balanceFen).toBe(97_859_500);
  });
  it('published: 4,007.08 for the 348 left', () => {
    expect(rows.slice(12, -1).map((row) => row.instalmentFen)).toEqual(Array.from({ length: 347 }, () => 400_708));
    expect(equalInstalment(97_859_500, 26_000, 348)).toBe(400_708);
  });
});

describe('simple interest', () => {
  it('published: 10,000 at 2.10 % for a year, repaid at once, 10,210.00', () => {
    expect(singleRepayment(1_000_000, 21_000, 12)).toBe(1_021_000);
  });
  it('published: 10,000 for 365 days at 1.50 % on 360, 152.08', () => {
    expect(partPeriodInterest(1_000_000, 15_000, 365)).toBe(15_208);
  });
});
