export { checkCombinedInput, combinedSchedule } from './combined.ts';
export type { CombinedInput, CombinedRow, CombinedSchedule } from './combined.ts';
export { checkConversion, conversionGain } from './conversion.ts';
export type { ConversionGain, ConversionInput } from './conversion.ts';
export {
  equalInstalment, largestPrincipalFor, partPeriodInterest, periodInterest, singleRepayment,
} from './instalment.ts';
export { checkPrepayment, LEAST_PREPAYMENT_FEN, prepaymentOptions } from './prepayment.ts';
export type { PrepaymentOption, PrepaymentQuote } from './prepayment.ts';
export { checkRunningLoan, rateChangesOfRunningLoan } from './running-loan.ts';
export type { RunningLoan } from './running-loan.ts';
export { buildSchedule, checkScheduleInput, scheduleSummary } from './schedule.ts';
export type { Schedule, ScheduleRow, ScheduleSummary } from './schedule.ts';
export { SCHEDULE_LIMITS, ScheduleInputError } from './schedule-input.ts';
export type { FieldFault, Prepayment, RateChange, RateSplit, RepaymentMethod, ScheduleInput } from './schedule-input.ts';
export { changes as estimateChanges, later as someMonthsLater } from './advice-changes.ts';
export { bareEstimate } from './bare-estimate.ts';
export { estimate, estimateFor } from './estimate.ts';
export type { EstimateOutcome } from './estimate.ts';
export { checkAmount, checkEstimateInput } from './estimate-check.ts';
export type {
  AdviceCode, AdviceLine, BareEstimate, CategoryAnswer, Estimate, EstimateApplicant, EstimateInput, EstimateRequest, LimitLine, LimitName,
} from './estimate-input.ts';
export { jointView } from './estimate-joint.ts';
export { withdrawalEffect } from './estimate-withdrawal.ts';
export type { WithdrawalEffect } from './estimate-withdrawal.ts';
export { bindingSentence, limitWords } from './texts/estimate.texts.ts';
