import { rankOf, stagePathOf } from './case-stage.ts';
import type { CaseStage } from './case-stage.ts';

export type StepState = 'done' | 'current' | 'ahead' | 'stopped';

/** One line of a timeline. */
export interface StagedStep {
  readonly stage: CaseStage;
  readonly state: StepState;
}

/**
 * The timeline of a case: the stages it passed, where it is, what lies ahead. A side exit stands after the last stage that was
 * reached and stops the way, except `payment-failed`, after which `paid` still lies ahead, and `unknown`, where all of it does.
 * @param matter what the case is about: a withdrawal route, `loan-pre-application` or `loan-prepayment`
 * @param reached the furthest stage of the main path that is known to have been passed
 */
export function timelineOf(matter: string, stage: CaseStage, reached: CaseStage = 'submitted'): readonly StagedStep[] {
  const path = stagePathOf(matter);
  if (path.indexOf(stage) >= 0) {
    return path.map((step) => {
      const done = rankOf(step) < rankOf(stage) || stage === 'paid';
      return { stage: step, state: done ? 'done' : step === stage ? 'current' : 'ahead' } as const;
    });
  }
  const passed: StagedStep[] = path.filter((step) => step !== 'paid' && rankOf(step) <= rankOf(reached)).map((step) => ({ stage: step, state: 'done' }));
  if (stage === 'refused' || stage === 'cancelled') return [...passed, { stage, state: 'stopped' }];
  const ahead: StagedStep[] = path.filter((step) => rankOf(step) > rankOf(reached) || step === 'paid').map((step) => ({ stage: step, state: 'ahead' }));
  return [...passed, { stage, state: stage === 'unknown' ? 'current' : 'stopped' }, ...ahead];
}
