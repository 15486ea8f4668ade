import { parsePlainDate } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { divideRounded } from '../money/index.ts';
import { accountInterest, baseUpperTimesAverageWage, contributionRatio, contributionRounding, loanRates } from './packs/national/index.ts';
import type { AccountInterest, LoanRates } from './packs/national/index.ts';
import { figureOn } from './policy-pack.ts';
import type { CentrePack, ContributionRounding, Figure, HouseOrder, PolicySource } from './policy-pack.ts';

/** The national fund loan rates of a day; null before 2010-12-26. @throws CalendarError `not-a-date` */
export function loanRatesOn(date: PlainDate): { readonly rates: LoanRates; readonly source: PolicySource; readonly validFrom: PlainDate } | null {
  parsePlainDate(date);
  const row = figureOn(loanRates, date);
  return row === undefined ? null : { rates: row.value, source: row.source, validFrom: row.validFrom };
}

/** The band of a term: 五年以下 includes 60 months. */
const MONTHS_OF_SHORT_BAND = 60;

/** The rate of a new loan, in millionths; the band 五年以下 includes 60 months. Null before the first known rate. */
export function loanRateOn(date: PlainDate, order: HouseOrder, months: number): number | null {
  const found = loanRatesOn(date);
  if (found === null) return null;
  const { rates } = found;
  if (order === 'first') return months <= MONTHS_OF_SHORT_BAND ? rates.firstToFiveYears : rates.firstOverFiveYears;
  return months <= MONTHS_OF_SHORT_BAND ? rates.secondToFiveYears : rates.secondOverFiveYears;
}

/**
 * The rate of a running loan on a day, in millionths: a term of up to one year keeps the contract's rate; a longer one follows a change from
 * 1 January of the year after it, in the same band. Null where the rate that counts is older than 2010-12-26.
 * @param months the whole term of the contract
 */
export function runningLoanRateOn(grantedOn: PlainDate, months: number, order: HouseOrder, date: PlainDate): number | null {
  parsePlainDate(grantedOn);
  parsePlainDate(date);
  const lastYearsEnd = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}-12-31`;
  const counts = months <= 12 || lastYearsEnd < grantedOn ? grantedOn : lastYearsEnd;
  return loanRateOn(counts, order, months);
}

/** What accounts earn on a day, with its source; null before 2012-07-06. @throws CalendarError `not-a-date` */
export function accountInterestOn(date: PlainDate): Figure<AccountInterest> | null {
  parsePlainDate(date);
  return figureOn(accountInterest, date) ?? null;
}

/** How a centre rounds one side's monthly amount on a day: its own rule, else the general one (half-up to the yuan); null before any is known. */
export function contributionRoundingOn(pack: CentrePack, date: PlainDate): Figure<ContributionRounding> | null {
  return figureOn(pack.contribution.rounding, date) ?? figureOn(contributionRounding, date) ?? null;
}

/** Least and most ratio of one side at a centre on a day: its own, else the national 5 % to 12 %; null before any is known. */
export function contributionRatioOn(pack: CentrePack, date: PlainDate): Figure<{ readonly least: number; readonly most: number }> | null {
  return figureOn(pack.contribution.ratio, date) ?? figureOn(contributionRatio, date) ?? null;
}

/**
 * The highest base by the national rule: three times last year's average monthly wage, half-up to the yuan. A centre's published figure goes
 * before it.
 * @param yearWageFen last year's average wage of the year, in fen
 */
export function baseUpperByRule(yearWageFen: number, date: PlainDate): number | null {
  const times = figureOn(baseUpperTimesAverageWage, date);
  return times === undefined ? null : divideRounded(yearWageFen * times.value, 12 * 100, 'half-up') * 100;
}
