export { routeVerdict, routeVerdicts } from './eligibility.ts';
export type { RouteVerdict } from './eligibility.ts';
export { nextEligibleAfter, nextPermittedOn } from './person-findings.ts';
export { withdrawalLimit } from './withdrawal-limit.ts';
export type { LimitBasis, WithdrawalLimit } from './withdrawal-limit.ts';
export type { ContractDocument, LoanFacts, WithdrawalDocument, WithdrawalFacts } from './withdrawal-facts.ts';
export type { WithdrawalReason, WithdrawalReasonCode } from './withdrawal-reason.ts';
export { isWithdrawalRoute, routeTraits, WITHDRAWAL_ROUTES } from './withdrawal-route.ts';
export type { RouteTraits, ServedBy, WithdrawalRouteId } from './withdrawal-route.ts';
