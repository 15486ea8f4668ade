import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { endingAge, longestTermYears, retirementCategories } from '../policy/index.ts';
import type { RetirementCategory } from '../policy/index.ts';
import { unknowns } from './texts/estimate.texts.ts';
import type { EstimateApplicant, EstimateInput } from './estimate-input.ts';

/** How long a loan may run. */
export interface Term {
  /** Whole years; 0 when less than one is left. */
  readonly years: number;
  /** The most the ages allow, to 30. */
  readonly longestYears: number;
  /** The age that was counted with. */
  readonly age: number;
  readonly unknown: readonly string[];
}

/** Whole years from a day until somebody reaches an age. */
function yearsUntil(birthDate: PlainDate, age: number, asOf: PlainDate): number {
  const end = addMonths(birthDate, age * 12);
  let years = Math.max(0, Number(end.slice(0, 4)) - Number(asOf.slice(0, 4)));
  while (years > 0 && addMonths(asOf, years * 12) > end) years -= 1;
  return years;
}

function applicantTerm(applicant: EstimateApplicant, asOf: PlainDate): { years: number; age: number; unknown: string[] } {
  const longest = longestTermYears.value;
  const rows = retirementCategories(applicant.sex, applicant.retirementCategory).map((category: RetirementCategory) => {
    const age = endingAge.value[category];
    return { age, years: Math.min(longest, yearsUntil(applicant.birthDate, age, asOf)) };
  });
  const shortest = rows.reduce((least, row) => (row.years < least.years ? row : least));
  const other = rows[1];
  const first = rows[0];
  const unknown = first !== undefined && other !== undefined && first.years !== other.years ? [unknowns.categoryShorter(first.years, other.years)] : [];
  return { ...shortest, unknown };
}

/** The longest term: 30 years, and no applicant past the age by which a loan must end; where a rule is unknown, the shorter. */
export function termOf(input: EstimateInput): Term {
  const terms = input.applicants.map((applicant) => applicantTerm(applicant, input.asOf));
  const shortest = terms.reduce((least, term) => (term.years < least.years ? term : least));
  const differ = terms.some((term) => term.years !== shortest.years);
  return {
    years: Math.min(shortest.years, input.termYears ?? shortest.years),
    longestYears: shortest.years,
    age: shortest.age,
    unknown: [...terms.flatMap((term) => term.unknown), ...(differ ? [unknowns.twoAges] : [])],
  };
}
