import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { nationalEndingAge, nationalLongestYears, retirementCategories, retirementOf } from '../policy/index.ts';
import type { EndingAge } from '../policy/index.ts';
import type { EstimateApplicant, EstimateInput } from './estimate-input.ts';
import { missingSentence, ruleOf } from './limits-rule.ts';
import type { Rule } from './limits-rule.ts';
import type { LoanCase } from './loan-case.ts';
import { openTexts, ruleWords } from './texts/open.texts.ts';

/** How long a loan may run. */
export interface Term {
  /** Whole years that are counted with; 0 when less than one is left. */
  readonly years: number;
  /** The most that ages and the centre allow. */
  readonly longestYears: number;
  /** By which age the one who ages first must have repaid: an age, or years after the legal retirement; null: no source for that day. */
  readonly ending: { readonly rule: Rule<EndingAge>; readonly age: number | null } | null;
  readonly longest: Rule<number> | null;
  readonly unknown: readonly string[];
}

/** A loan is asked for whole years; where neither pack nor nation sets a most, thirty (the longest a schedule has). */
const MOST_YEARS = 30;

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
  const longest = ruleOf(ruleWords.longestYears, pack.loan.longestYears ?? nationalLongestYears, input.asOf);
  const ending = ruleOf(ruleWords.endingAge, pack.loan.endingAge ?? nationalEndingAge, input.asOf);
  const most = longest?.value ?? MOST_YEARS;
  const ends = ending === null ? [] : input.applicants.map((applicant) => lastDay(applicant, ending.value));
  const rows = ends.map((end) => ({ age: end.age, years: Math.min(most, wholeYears(input.asOf, end.day)) }));
  const shortest = rows.reduce<{ age: number | null; years: number }>((least, row) => (row.years < least.years || least.age === null ? row : least), { age: null, years: most });
  const differ = rows.some((row) => row.years !== shortest.years);
  return {
    years: Math.min(shortest.years, input.termYears ?? shortest.years),
    longestYears: shortest.years,
    ending: ending === null ? null : { rule: ending, age: shortest.age },
    longest,
    unknown: [
      ...(ending === null ? [missingSentence(ruleWords.endingAge, pack.loan.endingAge ?? nationalEndingAge)] : []),
      ...(longest === null ? [missingSentence(ruleWords.longestYears, pack.loan.longestYears ?? nationalLongestYears)] : []),
      ...(differ ? [openTexts.twoAges] : []),
    ],
  };
}

/** Whether more years were asked for than the ages allow. */
export const askedTooLong = (input: EstimateInput, term: Term): boolean => input.termYears !== undefined && input.termYears > term.longestYears;
