import type { CaseStage } from '@anju/shared/contract';
import { CASE_STAGES, mayMove } from '@anju/shared/progress';

/** Whether a case may still become something else while it is looked at: money that was paid may come back from the bank. */
export const mayStillMove = (stage: CaseStage): boolean => CASE_STAGES.some((next) => mayMove(stage, next));
