import fc from 'fast-check';
import { contributionSide } from '../account/index.ts';
import { addDays, addYearMonths, daysBetween, monthsBetween } from '../calendar/index.ts';
import {
  accountInterestOn, baseUpperByRule, contributionRatioOn, contributionRoundingOn, employerCertificateNeeded, falseLoanYears, falseWithdrawalYears, figureOfDay,
  figureOn, loanDecisionDays, loanRateOn, loanRatesOn, nationalEndingAge, nationalFrom, nationalLongestYears, retirementCategories, retirementOf, runningLoanRateOn,
  withdrawalDecisionDays, withdrawalGrounds,
} from './index.ts';
import type { Figure, PolicySource, RetirementCategory } from './index.ts';
import { packOf } from './packs/index.ts';
import type { CentrePack, ContributionRounding } from './policy-pack.ts';

const source: PolicySource = { id: 'national/page', title: 'a page', url: 'https://example.cn/1', date: '2026-01-01', seenOn: '2026-01-02', confidence: 'high' };
const yuan = (amount: number): number => Math.round(amount * 100);

describe('figures over time', () => {
  const figures: readonly Figure<number>[] = [
    { value: 1, validFrom: '2026-01-01', validTo: '2026-06-30', source },
    { value: 2, validFrom: '2026-08-01', validTo: '2026-09-30', source },
  ];

  it('give the figure of the day, or none', () => {
    expect(figureOn(figures, '2025-12-31')).toBeUndefined();
    expect(figureOn(figures, '2026-06-30')?.value).toBe(1);
    expect(figureOn(figures, '2026-07-01')).toBeUndefined();
    expect(figureOn(figures, '2026-08-01')?.value).toBe(2);
    expect(figureOn(undefined, '2026-08-01')).toBeUndefined();
  });

  it.each([
    ['2025-12-31', 'unknown', undefined], ['2026-01-01', 'valid', 1], ['2026-07-15', 'expired', 1], ['2026-09-30', 'valid', 2], ['2026-10-01', 'expired', 2],
  ])('on %s are %s', (date, state, value) => {
    const found = figureOfDay(figures, date);
    expect([found.state, found.state === 'unknown' ? undefined : found.figure.value]).toEqual([state, value]);
  });

  it('are unknown without a list, and with an empty one', () => {
    expect(figureOfDay(undefined, '2026-01-01')).toEqual({ state: 'unknown' });
    expect(figureOfDay([], '2026-01-01')).toEqual({ state: 'unknown' });
  });
});

describe('the regulation', () => {
  it.each([
    ['2026-09-19', 15, 3, 6, true, undefined, undefined],
    ['2026-09-20', 10, 3, 9, false, 3, 5],
  ])('published: on %s loans in %i days, withdrawals in %i, %i grounds', (date, loan, withdrawal, grounds, certificate, falseWithdrawal, falseLoan) => {
    expect(figureOn(loanDecisionDays, date)?.value).toBe(loan);
    expect(figureOn(withdrawalDecisionDays, date)?.value).toBe(withdrawal);
    expect(figureOn(withdrawalGrounds, date)?.value).toHaveLength(grounds);
    expect(figureOn(employerCertificateNeeded, date)?.value).toBe(certificate);
    expect(figureOn(falseWithdrawalYears, date)?.value).toBe(falseWithdrawal);
    expect(figureOn(falseLoanYears, date)?.value).toBe(falseLoan);
  });
});

type RateRow = readonly [from: string, firstShort: number, firstLong: number, secondShort: number, secondLong: number];
const RATES: readonly RateRow[] = [
  ['2010-12-26', 37_500, 43_000, 41_250, 47_300], ['2011-02-09', 40_000, 45_000, 44_000, 49_500], ['2011-04-06', 42_000, 47_000, 46_200, 51_700],
  ['2011-07-07', 44_500, 49_000, 48_950, 53_900], ['2012-06-08', 42_000, 47_000, 46_200, 51_700], ['2012-07-06', 40_000, 45_000, 44_000, 49_500],
  ['2014-11-22', 37_500, 42_500, 41_250, 46_750], ['2015-03-01', 35_000, 40_000, 38_500, 44_000], ['2015-05-11', 32_500, 37_500, 35_750, 41_250],
  ['2015-06-28', 30_000, 35_000, 33_000, 38_500], ['2015-08-26', 27_500, 32_500, 30_250, 35_750], ['2022-10-01', 26_000, 31_000, 30_250, 35_750],
  ['2024-05-18', 23_500, 28_500, 27_750, 33_250], ['2025-05-08', 21_000, 26_000, 25_250, 30_750],
];
const ratesOf = (date: string): (number | null)[] => [
  loanRateOn(date, 'first', 60), loanRateOn(date, 'first', 61), loanRateOn(date, 'second', 60), loanRateOn(date, 'second', 61),
];

describe('loan rates', () => {
  it.each(RATES)('published: rate on %s is %i, %i for a first home, %i, %i for a second', (date, ...rates) => {
    expect(ratesOf(date)).toEqual(rates);
  });

  it.each(RATES.slice(1).map(([from], at) => [from, RATES[at]?.slice(1)] as const))('the day before %s are still the ones before', (from, before) => {
    expect(ratesOf(addDays(from, -1))).toEqual(before);
  });

  it('hold today, are unknown before 2010-12-26, and name their source', () => {
    expect(ratesOf('2026-11-21')).toEqual([21_000, 26_000, 25_250, 30_750]);
    expect(nationalFrom).toBe('2010-12-26');
    expect(loanRateOn('2010-12-25', 'first', 360)).toBeNull();
    expect(loanRatesOn('2010-12-25')).toBeNull();
    expect(loanRatesOn('2026-01-01')).toMatchObject({
      validFrom: '2025-05-08',
      source: { id: 'national/loan-rates-2025-05-08', date: null, seenOn: '2026-09-01', title: '中国人民银行关于调整住房公积金贷款利率的公告（2025年5月8日起执行）' },
    });
    expect(loanRatesOn('2016-01-01')?.source.title).toContain('第二套为首套的1.1倍，建金〔2010〕179号');
    expect(() => loanRatesOn('2026-02-30')).toThrow();
  });
});

describe('the rate of a running loan', () => {
  it.each([
    ['2023-03-01', 360, '2024-12-31', 31_000], ['2023-03-01', 360, '2025-01-01', 28_500], ['2023-03-01', 360, '2025-12-31', 28_500],
    ['2023-03-01', 360, '2026-01-01', 26_000], ['2023-03-01', 60, '2026-01-01', 21_000],
  ])('published: granted %s for %i months, on %s it is %i', (granted, months, date, rate) => {
    expect(runningLoanRateOn(granted, months, 'first', date)).toBe(rate);
  });

  it('of up to a year keeps the contract’s rate to the end', () => {
    expect(runningLoanRateOn('2025-05-07', 12, 'first', '2026-04-07')).toBe(23_500);
    expect(runningLoanRateOn('2025-05-07', 13, 'first', '2026-04-07')).toBe(21_000);
  });

  it('follows the second-home rates in its own band', () => {
    expect(runningLoanRateOn('2023-03-01', 360, 'second', '2025-06-01')).toBe(33_250);
    expect(runningLoanRateOn('2023-03-01', 60, 'second', '2026-06-01')).toBe(25_250);
  });

  it('is unknown only while an older rate counts', () => {
    expect(runningLoanRateOn('2010-01-01', 240, 'first', '2010-12-31')).toBeNull();
    expect(runningLoanRateOn('2010-01-01', 240, 'first', '2011-01-01')).toBe(43_000);
  });

  it('changes on 1 January only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_800 }), fc.integer({ min: 13, max: 360 }), fc.integer({ min: 1, max: 4_000 }), (offset, months, later) => {
        const granted = addDays('2010-12-26', offset);
        const date = addDays(granted, later);
        if (date.slice(5) === '01-01') return;
        expect(runningLoanRateOn(granted, months, 'first', date)).toBe(runningLoanRateOn(granted, months, 'first', addDays(date, -1)));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('what accounts earn', () => {
  it.each([
    ['2012-07-06', 3_500, 26_000], ['2014-11-22', 3_500, 23_500], ['2015-03-01', 3_500, 21_000], ['2015-05-11', 3_500, 18_500], ['2015-06-28', 3_500, 16_000],
    ['2015-08-26', 3_500, 13_500], ['2015-10-24', 3_500, 11_000], ['2016-02-20', 3_500, 11_000], ['2016-02-21', 15_000, 15_000], ['2026-08-01', 15_000, 15_000],
  ])('published: on %s this year’s money %i, carried over %i', (date, currentYear, carriedOver) => {
    expect(accountInterestOn(date)?.value).toEqual({ currentYear, carriedOver });
  });

  it('is unknown before 2012-07-06', () => {
    expect(accountInterestOn('2012-07-05')).toBeNull();
  });
});

describe('contributions', () => {
  const anywhere = packOf('jiamusi') as CentrePack;
  const on = '2026-08-01';
  const HENGYANG: ContributionRounding = { unitFen: 100, mode: 'up' };
  const generalRounding = (pack: CentrePack): ContributionRounding => {
    const rule = contributionRoundingOn(pack, on);
    if (rule === null) throw new Error('no rounding');
    return rule.value;
  };

  it.each([
    ['北京', 36_348, 120_000, 8_724, generalRounding(packOf('beijing') as CentrePack)], ['天津', 28_917, 120_000, 6_940, generalRounding(anywhere)],
    ['珠海', 36_279, 120_000, 8_706, generalRounding(anywhere)], ['九江下限', 2_090, 50_000, 210, generalRounding(anywhere)],
    ['长沙', 32_744, 120_000, 7_858, generalRounding(anywhere)], ['泸州', 25_237, 120_000, 6_056, generalRounding(anywhere)],
    ['泸州下限', 1_970, 50_000, 198, generalRounding(anywhere)], ['衡阳', 21_142, 120_000, 5_076, HENGYANG],
    ['武汉', 36_072.25, 120_000, 8_657.34, generalRounding(packOf('wuhan') as CentrePack)], ['武汉下限', 2_400, 50_000, 240, generalRounding(packOf('wuhan') as CentrePack)],
  ] as const)('published: both sides together in %s from %d yuan at %i come to %d', (_city, base, ratio, total, rounding) => {
    expect(2 * contributionSide(yuan(base), ratio, rounding)).toBe(yuan(total));
  });

  it.each([
    ['芜湖', 107_964, 26_991], ['安庆', 98_437, 24_609], ['上海', 12_577 * 12, 37_731], ['深圳', 16_157 * 12, 48_471], ['广州', 13_899 * 12, 41_697],
  ])('published: three times the average wage in %s, %d a year, is a base of %d', (_city, wage, upper) => {
    expect(baseUpperByRule(yuan(wage), on)).toBe(yuan(upper));
  });

  it('have the national ratio where a centre names none, and its own where it does', () => {
    expect(contributionRatioOn(anywhere, on)?.value).toEqual({ least: 50_000, most: 120_000 });
    expect(contributionRatioOn(packOf('shanghai') as CentrePack, on)?.value).toEqual({ least: 50_000, most: 70_000 });
    expect(contributionRatioOn(anywhere, '2005-01-01')).toBeNull();
    expect(contributionRoundingOn(anywhere, '2020-01-01')).toBeNull();
    expect(baseUpperByRule(yuan(100_000), '2020-01-01')).toBeNull();
  });
});

describe('legal retirement', () => {
  it.each([
    ['M60', '1964-12', 0, '2024-12', 60, 0], ['M60', '1965-01', 1, '2025-02', 60, 1], ['M60', '1965-05', 2, '2025-07', 60, 2], ['M60', '1975-03', 31, '2037-10', 62, 7],
    ['M60', '1976-09', 36, '2039-09', 63, 0], ['F55', '1969-12', 0, '2024-12', 55, 0], ['F55', '1970-05', 2, '2025-07', 55, 2], ['F55', '1981-09', 36, '2039-09', 58, 0],
    ['F50', '1975-01', 1, '2025-02', 50, 1], ['F50', '1975-03', 2, '2025-05', 50, 2], ['F50', '1984-11', 60, '2039-11', 55, 0],
    ['F50', '1975-02', 1, '2025-03', 50, 1],
  ] as const)('published: retirement of %s born %s', (category, birth, delayMonths, month, ageYears, ageMonths) => {
    expect(retirementOf(birth, category)).toEqual({ delayMonths, month, ageYears, ageMonths });
    expect(retirementOf(`${birth}-15`, category).month).toBe(month);
  });

  it.each([['M60', '1976-08', 35], ['F55', '1981-08', 35], ['F50', '1984-10', 59]] as const)('%s born %s is the last below the cap', (category, birth, before) => {
    const { delayMonths } = retirementOf(birth, category);
    expect(delayMonths).toBeGreaterThanOrEqual(before);
    expect(retirementOf(addYearMonths(birth, 1), category).delayMonths).toBe(category === 'F50' ? 60 : 36);
  });

  it('never comes earlier for who is born later', () => {
    fc.assert(
      fc.property(fc.constantFrom<RetirementCategory>('M60', 'F55', 'F50'), fc.integer({ min: 0, max: 900 }), (category, offset) => {
        const birth = addYearMonths('1930-01', offset);
        const now = retirementOf(birth, category);
        const next = retirementOf(addYearMonths(birth, 1), category);
        expect(next.delayMonths).toBeGreaterThanOrEqual(now.delayMonths);
        expect(monthsBetween(now.month, next.month)).toBeGreaterThanOrEqual(1);
        expect(monthsBetween(now.month, next.month)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is not read from anything but the category', () => {
    expect(retirementCategories('female')).toEqual(['F50', 'F55']);
    expect(retirementCategories('female', 'F55')).toEqual(['F55']);
    expect(retirementCategories('female', 'M60')).toEqual(['F50', 'F55']);
    expect(retirementCategories('male', 'F50')).toEqual(['M60']);
    expect(() => retirementOf('1990-13', 'M60')).toThrow();
  });

  it('sets the age by which a loan ends, before the reform and since', () => {
    expect(figureOn(nationalEndingAge, '2024-12-31')?.value).toEqual({ kind: 'ages', M60: 65, F55: 60, F50: 55 });
    expect(figureOn(nationalEndingAge, '2025-01-01')?.value).toEqual({ kind: 'ages', M60: 68, F55: 63, F50: 60 });
    expect(figureOn(nationalLongestYears, '2026-11-21')?.value).toBe(30);
  });
});

describe('an effective date', () => {
  it('changes what holds only from that date on', () => {
    const days = fc.integer({ min: 0, max: 4_000 }).map((offset) => addDays('2015-01-01', offset));
    fc.assert(
      fc.property(days, days, days, (one, other, asked) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        if (early === late) return;
        const changingOn = (day: string): readonly Figure<string>[] => [
          { value: 'old', validFrom: '2010-12-26', validTo: addDays(day, -1), source }, { value: 'new', validFrom: day, source },
        ];
        const then = figureOn(changingOn(early), asked)?.value;
        const moved = figureOn(changingOn(late), asked)?.value;
        expect(then === moved).toBe(daysBetween(asked, early) > 0 || daysBetween(late, asked) >= 0);
      }),
      { numRuns: 10_000 },
    );
  });
});
