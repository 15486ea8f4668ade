export { CASE_STAGES, isNotified, isTerminal, mayCancel, mayMove, NOTIFIED_STAGES, noticesFor, rankOf, STAGE_PATH, stagesBefore, takesNews } from './case-stage.ts';
export type { CaseStage, StageNews } from './case-stage.ts';
export { timelineOf } from './timeline.ts';
export type { StagedStep, StepState } from './timeline.ts';
