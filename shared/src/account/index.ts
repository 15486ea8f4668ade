export { accountPermissions, ACCOUNT_STATES, isGone } from './account-state.ts';
export type { AccountPermissions, AccountState } from './account-state.ts';
export { consecutiveMonths, contributionGaps, contributionSide, monthlyContribution, WHOLE_YUAN_HALF_UP } from './contribution.ts';
export type { ContributionGap, ContributionRounding } from './contribution.ts';
export { accruedInterest, balanceDays, INTEREST_YEAR_DAYS, simpleInterest } from './interest.ts';
export type { BalanceFrom } from './interest.ts';
