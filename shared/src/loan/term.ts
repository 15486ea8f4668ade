import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { nationalEndingAge, nationalLongestYears, retirementCategories, retirementOf } from '../policy/index.ts';
import type { EndingAge, Figures } from '../policy/index.ts';
import type { EstimateApplicant, EstimateInput } from './estimate-input.ts';
import { ruleOf } from './limits-rule.ts';
import type { Rule } from './limits-rule.ts';
import type { LoanCase } from './loan-case.ts';
import { openTexts, ruleWords } from './texts/open.texts.ts';

/** How long a loan may run. */
export interface Term {
  /** Whole years that are counted with; 0 when less than one is left. */
  readonly years: number;
  /** The most that ages and the centre allow. */
  readonly longestYears: number;
  /** By when the one who ages first must have repaid. */
  readonly ending: Rule<EndingAge>;
  /** The age that was counted with; null where the rule counts from the legal retirement. */
  readonly age: number | null;
  readonly longest: Rule<number>;
  readonly unknown: readonly string[];
}

/** The centre's own rule of a day, else what goes for every centre: it goes back further than any estimate does. */
function ownOrNational<T>(words: string, own: Figures<T> | undefined, national: Figures<T>, date: PlainDate): Rule<T> {
  const rule = ruleOf(words, own, date) ?? ruleOf(words, national, date);
  if (rule === null) throw new RangeError('no national rule for that day');
  return rule;
}

/** The day by which a loan must end. */
function lastDay(applicant: EstimateApplicant, ending: EndingAge): { readonly day: PlainDate; readonly age: number | null } {
  const [category] = retirementCategories(applicant.sex, applicant.retirementCategory);
  if (ending.kind === 'ages') {
    const age = ending[category ?? 'M60'];
    return { day: addMonths(applicant.birthDate, age * 12), age };
  }
  const { ageYears, ageMonths } = retirementOf(applicant.birthDate, category ?? 'M60');
  return { day: addMonths(applicant.birthDate, (ageYears + ending.years) * 12 + ageMonths), age: null };
}

/** Whole years from a day to another. */
function wholeYears(asOf: PlainDate, end: PlainDate): number {
  let years = Math.max(0, Number(end.slice(0, 4)) - Number(asOf.slice(0, 4)));
  while (years > 0 && addMonths(asOf, years * 12) > end) years -= 1;
  return years;
}

/** The longest term: the centre's or the nation's most, and no applicant past the age by which a loan must end. */
export function termOf(loanCase: LoanCase): Term {
  const { pack, input } = loanCase;
  const longest = ownOrNational(ruleWords.longestYears, pack.loan.longestYears, nationalLongestYears, input.asOf);
  const ending = ownOrNational(ruleWords.endingAge, pack.loan.endingAge, nationalEndingAge, input.asOf);
  const rows = input.applicants.map((applicant) => {
    const { day, age } = lastDay(applicant, ending.value);
    return { age, years: Math.min(longest.value, wholeYears(input.asOf, day)) };
  });
  const shortest = rows.reduce((least, row) => (row.years < least.years ? row : least));
  return {
    years: Math.min(shortest.years, input.termYears ?? shortest.years),
    longestYears: shortest.years,
    ending,
    age: shortest.age,
    longest,
    unknown: rows.some((row) => row.years !== shortest.years) ? [openTexts.twoAges] : [],
  };
}

/** Whether more years were asked for than the ages allow. */
export const askedTooLong = (input: EstimateInput, term: Term): boolean => input.termYears !== undefined && input.termYears > term.longestYears;
