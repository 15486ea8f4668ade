export { checkPack, PolicyPackError } from './check-pack.ts';
export { loanRateOn, loanRatesOn, policyCentres, policyOn } from './policy-on.ts';
export { accountInterest, endingAge, longestTermYears, nationalCheckedOn } from './packs/national.ts';
export type { LoanRates } from './packs/national.ts';
export { figureOn } from './policy-pack.ts';
export type { AccountFormula, CentrePack, CityCap, Figure, Figures, LoanRules, PolicySource, WithdrawalRules } from './policy-pack.ts';
export { retirementCategories, retirementOf } from './retirement.ts';
export type { Retirement, RetirementCategory } from './retirement.ts';
