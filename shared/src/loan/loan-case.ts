import { retirementCategories } from '../policy/index.ts';
import type { CentrePack, HouseOrder, When } from '../policy/index.ts';
import type { EstimateApplicant, EstimateInput } from './estimate-input.ts';
import { ruleOf } from './limits-rule.ts';
import type { Rule } from './limits-rule.ts';
import { openTexts, ruleWords } from './texts/open.texts.ts';

/** A case as every limit looks at it: who counts, and by which order of home the rules are read. */
export interface LoanCase {
  readonly input: EstimateInput;
  readonly pack: CentrePack;
  /** Applicants who have contributed long enough; all of them when nobody has, or when the centre sets no months. */
  readonly people: readonly EstimateApplicant[];
  readonly months: Rule<number> | null;
  /** First or second as the rules take it: with enough children a second home may count as a first one. */
  readonly order: HouseOrder;
  readonly orderRule: Rule<number> | null;
  /** Known to be the first loan of a household without a home. */
  readonly firstLoanNoHome: boolean;
}

/** Puts the earlier retirement where a woman's category is unknown: it gives the shorter term and the smaller quota. */
export function withCategory(input: EstimateInput, category: 'F50' | 'F55'): EstimateInput {
  const open = (applicant: EstimateApplicant): boolean => retirementCategories(applicant.sex, applicant.retirementCategory).length > 1;
  if (!input.applicants.some(open)) return input;
  return { ...input, applicants: input.applicants.map((applicant) => (open(applicant) ? { ...applicant, retirementCategory: category } : applicant)) };
}

export function loanCaseOf(input: EstimateInput, pack: CentrePack): LoanCase {
  const months = ruleOf(ruleWords.contributionMonths, pack.loan.contributionMonths, input.asOf);
  const enough = input.applicants.filter((applicant) => applicant.contributionMonths >= (months?.value ?? 0));
  const children = ruleOf(ruleWords.children, pack.loan.firstHomeRulesFromChildren, input.asOf);
  const asFirst = input.house.order === 'second' && children !== null && (input.household.children ?? 0) >= children.value;
  return {
    input,
    pack,
    people: enough.length > 0 ? enough : input.applicants,
    months,
    order: asFirst ? 'first' : input.house.order,
    orderRule: asFirst ? children : null,
    firstLoanNoHome: input.household.fundLoansBefore === 0 && input.household.fundLoanRunning !== true && input.household.ownsHome === false,
  };
}

/** Whether a home’s locality is among those a rule names; a rule that names none is for all. */
export function isOneOf(locality: string | undefined, localities: readonly string[] | undefined): boolean {
  return localities === undefined || (locality !== undefined && localities.includes(locality));
}

/** Whether a row of a table is for this case. */
export function fits(when: When | undefined, { input, order, firstLoanNoHome }: LoanCase): boolean {
  if (when === undefined) return true;
  return (
    (when.order === undefined || when.order === order) &&
    (when.kind === undefined || when.kind === input.house.kind) &&
    isOneOf(input.house.locality, when.locality) &&
    (when.firstLoanNoHome === undefined || when.firstLoanNoHome === firstLoanNoHome) &&
    (when.fullTimeDegree === undefined || when.fullTimeDegree === (input.household.fullTimeDegree ?? false))
  );
}

/** Said where a part of the city has a row of its own and nobody chose a part. */
export function localityNotes(words: string, rows: readonly { readonly when?: When }[], loanCase: LoanCase): readonly string[] {
  if (loanCase.input.house.locality !== undefined) return [];
  const apart = rows.flatMap(({ when }) => {
    const { locality = [], ...rest } = when ?? {};
    return locality.length > 0 && fits(rest, loanCase) ? locality : [];
  });
  return apart.length === 0 ? [] : [openTexts.localityMissing(words, apart)];
}

/** The row of a table that counts: the first that fits. */
export function rowFor<T extends { readonly when?: When }>(rows: readonly T[], loanCase: LoanCase): T | undefined {
  return rows.find((row) => fits(row.when, loanCase));
}
