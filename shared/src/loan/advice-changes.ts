import { addMonths } from '../calendar/index.ts';
import type { EstimateApplicant, EstimateInput } from './estimate-input.ts';

/** A mean of twelve months is known again once twelve more months have been paid. */
const MONTHS_OF_MEAN = 12;

/** The mean of the last twelve month-end balances after so many more months of the same contribution; unknown before twelve. */
function laterAverage(applicant: EstimateApplicant, months: number): { averageBalance12Fen?: number } {
  if (months < MONTHS_OF_MEAN) return {};
  // Month ends m − 11 … m of balance + contribution × m: half a month less than eleven halves each way.
  const last = applicant.balanceFen + applicant.monthlyContributionFen * months;
  return { averageBalance12Fen: Math.floor(last - (applicant.monthlyContributionFen * (MONTHS_OF_MEAN - 1)) / 2) };
}

/** The same case some months on, everybody having contributed as before; interest is not counted. */
export function later(input: EstimateInput, months: number): EstimateInput {
  return {
    ...input,
    asOf: addMonths(input.asOf, months),
    applicants: input.applicants.map((applicant) => {
      const { averageBalance12Fen: _then, ...rest } = applicant;
      return {
        ...rest,
        ...laterAverage(applicant, months),
        balanceFen: applicant.balanceFen + applicant.monthlyContributionFen * months,
        contributionMonths: applicant.contributionMonths + months,
      };
    }),
  };
}

/** The same case with one applicant changed. */
function withApplicant(input: EstimateInput, at: number, change: (applicant: EstimateApplicant) => EstimateApplicant): EstimateInput {
  return { ...input, applicants: input.applicants.map((applicant, index) => (index === at ? change(applicant) : applicant)) };
}

/** The case with a change made to it, by amount in fen, months or years: what advice searches over and what trying it out applies. */
export const changes = {
  balance: (input: EstimateInput, at: number, moreFen: number): EstimateInput =>
    withApplicant(input, at, (one) => ({ ...one, balanceFen: one.balanceFen + moreFen })),
  base: (input: EstimateInput, at: number, moreFen: number): EstimateInput =>
    withApplicant(input, at, (one) => ({ ...one, contributionBaseFen: (one.contributionBaseFen ?? 0) + moreFen })),
  income: (input: EstimateInput, moreFen: number): EstimateInput => ({ ...input, monthlyIncomeFen: (input.monthlyIncomeFen ?? 0) + moreFen }),
  debt: (input: EstimateInput, lessFen: number): EstimateInput => ({ ...input, otherMonthlyDebtFen: Math.max(0, (input.otherMonthlyDebtFen ?? 0) - lessFen) }),
  price: (input: EstimateInput, moreFen: number): EstimateInput => ({ ...input, house: { ...input.house, priceFen: input.house.priceFen + moreFen } }),
  term: (input: EstimateInput, years: number): EstimateInput => ({ ...input, termYears: years }),
  noRunningLoan: (input: EstimateInput): EstimateInput => ({ ...input, household: { ...input.household, fundLoanRunning: false, fundLoansBefore: Math.max(1, input.household.fundLoansBefore ?? 0) } }),
  spouse: (input: EstimateInput): EstimateInput => ({ ...input, applicants: input.applicants.flatMap((one) => [one, one]).slice(0, 2) }),
} as const;
