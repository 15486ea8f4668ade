export { HouseDto, HouseholdDto } from './http/estimate.dto.ts';
export { LoanModule } from './loan.module.ts';
export { loanBlockers } from './use-cases/loan-blockers.ts';
export { centreUnknown } from './use-cases/loan-rules.ts';
export { applicantOf, estimateInputOf } from './use-cases/prequalification-input.ts';
export { assertPrepaymentAmount } from './use-cases/quote-prepayment.ts';
