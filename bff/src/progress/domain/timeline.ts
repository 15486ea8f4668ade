import type { CaseStep } from '@anju/shared/contract';
import type { CaseStage, StepState } from '@anju/shared/progress';
import { STAGE_PATH, timelineOf } from '@anju/shared/progress';
import type { StageMoment } from './cases.ts';
import type { CaseDesk, WithdrawalCase } from './withdrawal-case.ts';

const MINUTE_MS = 60_000;

/** The desk at which a case lies: the first that began and is not done. */
export function deskInCharge(one: WithdrawalCase): CaseDesk | undefined {
  if (one.link !== 'held' || one.stage === 'paid' || one.refusal !== null) return undefined;
  return one.record?.desks.find((desk) => desk.startedAt !== undefined && desk.doneAt === undefined && desk.stage !== 'submitted');
}

/** The furthest stage of the main path that the history holds. */
function furthest(history: readonly StageMoment[]): CaseStage {
  const reached = STAGE_PATH.filter((stage) => stage !== 'paid' && history.some((moment) => moment.stage === stage));
  return reached.at(-1) ?? 'submitted';
}

/**
 * What is done, whose turn it is, what lies ahead. `accepted` and `approved` are done when they are reached; the turn is then the next
 * desk's. A case that the core has not confirmed stays at its first step.
 */
function statesOf(one: WithdrawalCase, history: readonly StageMoment[]): readonly { readonly stage: CaseStage; readonly state: StepState }[] {
  const steps = timelineOf(one.stage, furthest(history));
  if (STAGE_PATH.indexOf(one.stage) < 0 || one.stage === 'paid' || one.stage === 'under-review') return steps;
  if (one.link !== 'held') return steps;
  const here = STAGE_PATH.indexOf(one.stage);
  return steps.map(({ stage, state }, index) => ({ stage, state: index === here ? 'done' : index === here + 1 ? 'current' : state }));
}

/** The timeline of a case with its desks, moments and limits. */
export function stepsOf(one: WithdrawalCase, history: readonly StageMoment[], now: Date): readonly CaseStep[] {
  return statesOf(one, history).map(({ stage, state }) => {
    const at = history.find((moment) => moment.stage === stage)?.at;
    const desk = one.record?.desks.find((known) => known.stage === stage && stage !== 'submitted');
    return {
      stage,
      state,
      ...(at === undefined || state === 'ahead' ? {} : { at: at.toISOString() }),
      ...(desk === undefined ? {} : deskFields(desk, now)),
      ...(one.refusal !== null && state === 'stopped' ? { note: one.refusal } : {}),
    };
  });
}

function deskFields(desk: CaseDesk, now: Date): Partial<CaseStep> {
  const used = desk.startedAt === undefined ? undefined : minutesBetween(desk.startedAt, desk.doneAt ?? now.toISOString());
  return {
    post: desk.post,
    limitWorkingDays: desk.limitWorkingDays,
    ...(desk.dueAt === undefined ? {} : { dueAt: desk.dueAt }),
    ...(used === undefined ? {} : { usedMinutes: used }),
  };
}

/** Whole minutes on the clock, never less than none (the core's clock may be ahead of ours). */
function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / MINUTE_MS));
}
