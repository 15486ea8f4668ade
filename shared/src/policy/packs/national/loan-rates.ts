import { addDays } from '../../../calendar/index.ts';
import type { PlainDate } from '../../../calendar/index.ts';
import type { Figures } from '../../policy-pack.ts';

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

/** The day somebody last looked for a newer rate. */
export const nationalCheckedOn: PlainDate = '2026-09-01';

/** The first day the national figures answer for. */
export const nationalFrom: PlainDate = '2010-12-26';

const dayWords = (date: PlainDate): string => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

function rateFigure([validFrom, firstToFiveYears, firstOverFiveYears, secondToFiveYears, secondOverFiveYears]: RateRow, at: number): Figures<LoanRates>[number] {
  const next = ROWS[at + 1]?.[0];
  const elevenTenths = secondOverFiveYears * 10 === firstOverFiveYears * 11;
  return {
    value: { firstToFiveYears, firstOverFiveYears, secondToFiveYears, secondOverFiveYears },
    validFrom,
    ...(next === undefined ? {} : { validTo: addDays(next, -1) }),
    source: {
      id: `national/loan-rates-${validFrom}`,
      title: `中国人民银行关于调整住房公积金贷款利率的公告（${dayWords(validFrom)}起执行${elevenTenths ? '；第二套为首套的1.1倍，建金〔2010〕179号' : ''}）`,
      url: null,
      // Known is the day it holds from, not the day it was published.
      date: null,
      seenOn: nationalCheckedOn,
      confidence: at === 0 ? 'medium' : 'high',
    },
  };
}

/** Fund loan rates since 2010-12-26, newest last; each holds until the next. */
export const loanRates: Figures<LoanRates> = ROWS.map(rateFigure);
