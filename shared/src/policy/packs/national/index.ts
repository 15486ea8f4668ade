export { accountInterest } from './account-interest.ts';
export type { AccountInterest } from './account-interest.ts';
export { baseUpperTimesAverageWage, contributionRatio, contributionRounding } from './contribution.ts';
export { loanRates, nationalCheckedOn, nationalFrom } from './loan-rates.ts';
export type { LoanRates } from './loan-rates.ts';
export { nationalEndingAge, nationalLongestYears } from './loan-term.ts';
export { rentNotice, retirementSource, withdrawalPattern } from './notices.ts';
export {
  employerCertificateNeeded, falseLoanYears, falseWithdrawalYears, loanDecisionDays, regulation2026, withdrawalDecisionDays, withdrawalGrounds,
} from './regulation.ts';
