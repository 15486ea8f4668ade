export { LEAST_PREPAYMENT_FEN } from './domain/least-prepayment.ts';
export { HouseDto, HouseholdDto } from './http/estimate.dto.ts';
export { LoanModule } from './loan.module.ts';
export { loanBlockers } from './use-cases/loan-blockers.ts';
export { FindLoan } from './use-cases/own-loans.ts';
export type { PlannedLoan } from './use-cases/own-loans.ts';
export { applicantOf, estimateInputOf } from './use-cases/prequalification-input.ts';
export { Prequalify } from './use-cases/prequalify.ts';
export { assertPrepaymentAmount } from './use-cases/quote-prepayment.ts';
