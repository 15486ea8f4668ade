export { answerFault } from './answer-fault.ts';
export type { AnswerField, AnswerRule } from './answer-fault.ts';
export { withAnswers } from './answers.ts';
export type { Answered, AnswerFault } from './answers.ts';
export type { RouteVerdict } from './eligibility.ts';
export { routeForm } from './form.ts';
export type { RouteForm } from './form.ts';
export { nextEligibleAfter, nextPermittedOn } from './interval.ts';
export type { BasisName, LimitBasis, WithdrawalLimit } from './limit-basis.ts';
export { routeOffer, routeOffers, routeVerdict, routeVerdicts } from './offer.ts';
export type { MissingField, RouteOffer } from './offer.ts';
export type { Ask, Condition, FieldKind, Line, RouteDefinition, RouteStage, SourceName } from './route-definition.ts';
export { routeDefinition } from './route-definitions.ts';
export { servedByAt } from './served-by.ts';
export { withdrawalTerms } from './route-terms.ts';
export type { Closing, LoanLimitEffect, WithdrawalTerms } from './route-terms.ts';
export { mustStay, withdrawalLimit } from './withdrawal-limit.ts';
export type {
  CommercialLoanFacts, ContractDocument, CoveredSpan, HomeFacts, IllnessFacts, LiftFacts, LoanFacts, ProofDocument, ProofKind, PropertyFeeFacts, RentFacts,
  SourceResult, StandingOrder, WithdrawalDocument, WithdrawalFacts, WorksFacts, YearUsed,
} from './withdrawal-facts.ts';
export { WITHDRAWAL_REASON_CODES } from './withdrawal-reason.ts';
export type { MissingFact, WithdrawalReason, WithdrawalReasonCode } from './withdrawal-reason.ts';
export { routeTraits } from './route-traits.ts';
export type { RouteTraits } from './route-traits.ts';
export { standingOffer, STANDING_ROUTES } from './standing-offer.ts';
export type { StandingOffer, StandingReasonCode } from './standing-offer.ts';
export { isWithdrawalRoute, routeServedBy, WITHDRAWAL_ROUTES } from './withdrawal-route.ts';
export type { ServedBy, WithdrawalRouteId } from './withdrawal-route.ts';
export { caseFixOf, CORE_REFUSALS } from './case-fix.ts';
export type { CaseFix, CoreRefusal } from './case-fix.ts';
