export { routeVerdict, routeVerdicts } from './eligibility.ts';
export type { RouteVerdict } from './eligibility.ts';
export { nextEligibleAfter, nextPermittedOn } from './interval.ts';
export type { BasisName, LimitBasis, WithdrawalLimit } from './limit-basis.ts';
export { withdrawalTerms } from './route-terms.ts';
export type { Closing, LoanLimitEffect, WithdrawalTerms } from './route-terms.ts';
export { mustStay, withdrawalLimit } from './withdrawal-limit.ts';
export type {
  CommercialLoanFacts, ContractDocument, CoveredSpan, HomeFacts, IllnessFacts, LiftFacts, LoanFacts, ProofDocument, ProofKind, PropertyFeeFacts, RentFacts,
  SourceResult, StandingOrder, WithdrawalDocument, WithdrawalFacts, WorksFacts, YearUsed,
} from './withdrawal-facts.ts';
export { WITHDRAWAL_REASON_CODES } from './withdrawal-reason.ts';
export type { MissingFact, WithdrawalReason, WithdrawalReasonCode } from './withdrawal-reason.ts';
export { isWithdrawalRoute, routeTraits, WITHDRAWAL_ROUTES } from './withdrawal-route.ts';
export type { RouteTraits, ServedBy, WithdrawalRouteId } from './withdrawal-route.ts';
export { caseFixOf, CORE_REFUSALS } from './case-fix.ts';
export type { CaseFix, CoreRefusal } from './case-fix.ts';
