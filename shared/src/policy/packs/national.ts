import type { Figure, Figures, PolicySource } from '../policy-pack.ts';
import type { PlainDate } from '../../calendar/index.ts';

/** The four fund loan rates of a day, in millionths; the band is 五年以下（含五年） for terms to 60 months. */
export interface LoanRates {
  readonly firstToFiveYears: number;
  readonly firstOverFiveYears: number;
  readonly secondToFiveYears: number;
  readonly secondOverFiveYears: number;
}

type RateRow = readonly [validFrom: PlainDate, firstToFive: number, firstOverFive: number, secondToFive: number, secondOverFive: number];

/** Until 2015 a second home paid 1.1 times the first home's rate (建金〔2010〕179号); later rates stand for themselves. The first row is medium, the others high. */
const ROWS: readonly RateRow[] = [
  ['2010-12-26', 37_500, 43_000, 41_250, 47_300],
  ['2011-02-09', 40_000, 45_000, 44_000, 49_500],
  ['2011-04-06', 42_000, 47_000, 46_200, 51_700],
  ['2011-07-07', 44_500, 49_000, 48_950, 53_900],
  ['2012-06-08', 42_000, 47_000, 46_200, 51_700],
  ['2012-07-06', 40_000, 45_000, 44_000, 49_500],
  ['2014-11-22', 37_500, 42_500, 41_250, 46_750],
  ['2015-03-01', 35_000, 40_000, 38_500, 44_000],
  ['2015-05-11', 32_500, 37_500, 35_750, 41_250],
  ['2015-06-28', 30_000, 35_000, 33_000, 38_500],
  ['2015-08-26', 27_500, 32_500, 30_250, 35_750],
  ['2022-10-01', 26_000, 31_000, 30_250, 35_750],
  ['2024-05-18', 23_500, 28_500, 27_750, 33_250],
  ['2025-05-08', 21_000, 26_000, 25_250, 30_750],
];

/** Fund loan rates since 2010-12-26, newest last; each holds until the next. */
export const loanRates: readonly Figure<LoanRates>[] = ROWS.map(([validFrom, firstToFiveYears, firstOverFiveYears, secondToFiveYears, secondOverFiveYears], at) => ({
  value: { firstToFiveYears, firstOverFiveYears, secondToFiveYears, secondOverFiveYears },
  validFrom,
  source: { title: '中国人民银行关于调整住房公积金贷款利率的公告', url: null, date: validFrom, confidence: at === 0 ? 'medium' : 'high' },
}));

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

/** 建金〔2015〕19号, the rule of three months for rent. */
export const rentNotice: PolicySource = {
  title: '住房城乡建设部、财政部、人民银行《关于放宽提取住房公积金支付房租条件的通知》（建金〔2015〕19号）',
  url: null,
  date: null,
  confidence: 'medium',
};

/** Interest on fund accounts: 1.50 % since 2016-02-21. */
export const accountInterest: Figures<number> = [
  {
    value: 15_000,
    validFrom: '2016-02-21',
    source: { title: '央行、住建部、财政部《关于完善职工住房公积金账户存款利率形成机制的通知》', url: null, date: null, confidence: 'high' },
  },
];
