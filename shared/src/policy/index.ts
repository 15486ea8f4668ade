export { checkPack, packFromJson, PolicyPackError } from './check-pack.ts';
export {
  accountInterestOn, baseUpperByRule, contributionRatioOn, contributionRoundingOn, loanRateOn, loanRatesOn, runningLoanRateOn,
} from './national-rules.ts';
export {
  accountInterest, employerCertificateNeeded, falseLoanYears, falseWithdrawalYears, loanDecisionDays, nationalCheckedOn, nationalEndingAge, nationalFrom,
  nationalLongestYears, regulation2026, retirementSource, withdrawalDecisionDays, withdrawalGrounds,
} from './packs/national/index.ts';
export type { AccountInterest, LoanRates } from './packs/national/index.ts';
export { figureOfDay, figureOn } from './policy-pack.ts';
export type {
  AbilityRule, AccountFormula, BaseLimit, CapRow, CentrePack, ContributionRounding, ContributionRules, DownPaymentRow, EndingAge, Figure, FigureOfDay,
  Figures, HouseKind, HouseOrder, Liquidity, LoanRules, MonthsFactor, PolicySource, Stacking, Uplift, When, WithdrawalRules,
} from './policy-pack.ts';
export { retirementCategories, retirementOf } from './retirement.ts';
export type { Retirement, RetirementCategory } from './retirement.ts';
export type { IllnessTerms, LiftTerms, PropertyFeeTerms, PurchaseTerms, Relation, RenovationTerms, Renter, RentTerms } from './withdrawal-terms.ts';
