export { equalInstalment, largestPrincipalFor, partPeriodInterest, periodInterest, singleRepayment } from './instalment.ts';
export { buildSchedule, checkScheduleInput, scheduleSummary } from './schedule.ts';
export type { Schedule, ScheduleRow, ScheduleSummary } from './schedule.ts';
export { SCHEDULE_LIMITS, ScheduleInputError } from './schedule-input.ts';
export type { FieldFault, Prepayment, RateChange, RepaymentMethod, ScheduleInput } from './schedule-input.ts';
export { estimate, estimateFor } from './estimate.ts';
export type { EstimateOutcome } from './estimate.ts';
export { checkEstimateInput } from './estimate-input.ts';
export type {
  AdviceCode, AdviceLine, Estimate, EstimateApplicant, EstimateInput, EstimateRequest, LimitLine, LimitName,
} from './estimate-input.ts';

