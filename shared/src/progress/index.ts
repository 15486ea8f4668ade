export { CASE_STAGES, isNotified, isTerminal, mayCancel, mayMove, rankOf, stagePathOf } from './case-stage.ts';
export type { CaseStage } from './case-stage.ts';
export { timelineOf } from './timeline.ts';
export type { StagedStep, StepState } from './timeline.ts';
