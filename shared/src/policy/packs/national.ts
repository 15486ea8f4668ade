import type { Figure, Figures, PolicySource } from '../policy-pack.ts';
import type { PlainDate } from '../../calendar/index.ts';

/** The four fund loan rates of a day, in millionths; the band is 五年以下（含五年） for terms to 60 months. */
export interface LoanRates {
  readonly firstToFiveYears: number;
  readonly firstOverFiveYears: number;
  readonly secondToFiveYears: number;
  readonly secondOverFiveYears: number;
}

const centralBank = (title: string, confidence: PolicySource['confidence'] = 'high'): PolicySource => ({ title, url: null, date: null, confidence });
const ADJUSTED = '中国人民银行关于调整住房公积金贷款利率的公告';

/** Until 2015 a second home paid 1.1 times the first home's rate (建金〔2010〕179号); later rates stand for themselves. */
function elevenTenths(toFive: number, overFive: number): LoanRates {
  return { firstToFiveYears: toFive, firstOverFiveYears: overFive, secondToFiveYears: (toFive * 11) / 10, secondOverFiveYears: (overFive * 11) / 10 };
}

const since = (validFrom: PlainDate, value: LoanRates, confidence?: PolicySource['confidence']): Omit<Figure<LoanRates>, 'validTo'> => ({
  value,
  validFrom,
  source: centralBank(ADJUSTED, confidence),
});

const rows = [
  since('2010-12-26', elevenTenths(37_500, 43_000), 'medium'),
  since('2011-02-09', elevenTenths(40_000, 45_000)),
  since('2011-04-06', elevenTenths(42_000, 47_000)),
  since('2011-07-07', elevenTenths(44_500, 49_000)),
  since('2012-06-08', elevenTenths(42_000, 47_000)),
  since('2012-07-06', elevenTenths(40_000, 45_000)),
  since('2014-11-22', elevenTenths(37_500, 42_500)),
  since('2015-03-01', elevenTenths(35_000, 40_000)),
  since('2015-05-11', elevenTenths(32_500, 37_500)),
  since('2015-06-28', elevenTenths(30_000, 35_000)),
  since('2015-08-26', { firstToFiveYears: 27_500, firstOverFiveYears: 32_500, secondToFiveYears: 30_250, secondOverFiveYears: 35_750 }),
  since('2022-10-01', { firstToFiveYears: 26_000, firstOverFiveYears: 31_000, secondToFiveYears: 30_250, secondOverFiveYears: 35_750 }),
  since('2024-05-18', { firstToFiveYears: 23_500, firstOverFiveYears: 28_500, secondToFiveYears: 27_750, secondOverFiveYears: 33_250 }),
  since('2025-05-08', { firstToFiveYears: 21_000, firstOverFiveYears: 26_000, secondToFiveYears: 25_250, secondOverFiveYears: 30_750 }),
];

/** Fund loan rates since 2010-12-26, newest last. */
export const loanRates: readonly Omit<Figure<LoanRates>, 'validTo'>[] = rows;

/** The day somebody last looked for a newer rate. */
export const nationalCheckedOn: PlainDate = '2026-09-01';

/** Longest term of a loan, in years. */
export const longestTermYears: Figure<number> = {
  value: 30,
  validFrom: '2010-01-01',
  source: { title: '住房公积金个人住房贷款期限最长30年（各地通行规定）', url: null, date: null, confidence: 'high' },
};

/** The age a loan must end by: legal retirement age and five years. Most centres publish 男68 / 女63; a woman retiring at 55 (原50) comes to 60. */
export const endingAge: Figure<Readonly<Record<'M60' | 'F55' | 'F50', number>>> = {
  value: { M60: 68, F55: 63, F50: 60 },
  validFrom: '2025-01-01',
  source: { title: '法定退休年龄后延5年：多数中心公布男68周岁、女63周岁；原50岁退休的女职工按国发〔2024〕18号推算为60周岁', url: null, date: null, confidence: 'medium' },
};

/** Interest on fund accounts: 1.50 % since 2016-02-21. */
export const accountInterest: Figures<number> = [
  {
    value: 15_000,
    validFrom: '2016-02-21',
    source: { title: '央行、住建部、财政部《关于完善职工住房公积金账户存款利率形成机制的通知》', url: null, date: null, confidence: 'high' },
  },
];
