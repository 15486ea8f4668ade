import type { CaseStep } from '@anju/shared/contract';
import type { CaseStage, StepState } from '@anju/shared/progress';
import { stagePathOf, timelineOf } from '@anju/shared/progress';
import { WAITING_STAGES } from './case-news.ts';
import type { StageMoment } from './cases.ts';
import type { CaseDesk, ServiceCase } from './service-case.ts';

const MINUTE_MS = 60_000;

/** The desk at which a case lies: the first that began and is not done. */
export function deskInCharge(one: ServiceCase): CaseDesk | undefined {
  if (one.link !== 'held' || one.stage === 'paid' || one.refusal !== null) return undefined;
  return one.record?.desks.find((desk) => desk.startedAt !== undefined && desk.doneAt === undefined && desk.stage !== 'submitted');
}

/** The furthest stage of the main path that the history holds. */
function furthest(path: readonly CaseStage[], history: readonly StageMoment[]): CaseStage {
  const reached = path.filter((stage) => stage !== 'paid' && history.some((moment) => moment.stage === stage));
  return reached.at(-1) ?? 'submitted';
}

/**
 * What is done, whose turn it is, what lies ahead. `accepted` and `approved` are done when they are reached; the turn is then the next
 * desk's. The signing and the registration are waited for, and done when their desk says so. A case that the core has not confirmed stays
 * at its first step.
 */
function statesOf(one: ServiceCase, history: readonly StageMoment[]): readonly { readonly stage: CaseStage; readonly state: StepState }[] {
  const path = stagePathOf(one.route);
  const steps = timelineOf(one.route, one.stage, furthest(path, history));
  const here = path.indexOf(one.stage);
  if (here < 0 || one.stage === 'paid' || one.stage === 'under-review' || one.link !== 'held') return steps;
  if (WAITING_STAGES.indexOf(one.stage) >= 0 && deskOf(one, one.stage)?.doneAt === undefined) return steps;
  return steps.map(({ stage, state }, index) => ({ stage, state: index === here ? 'done' : index === here + 1 ? 'current' : state }));
}

/** The timeline of a case with its desks, moments and limits. */
export function stepsOf(one: ServiceCase, history: readonly StageMoment[], now: Date): readonly CaseStep[] {
  return statesOf(one, history).map(({ stage, state }) => {
    const desk = stage === 'submitted' ? undefined : deskOf(one, stage);
    const at = momentOf(stage, state, desk, history);
    return {
      stage,
      state,
      ...(at === undefined || state === 'ahead' ? {} : { at }),
      ...(desk === undefined ? {} : deskFields(desk, now)),
      ...(stage === 'mortgage' ? { outside: true } : {}),
      ...(one.refusal !== null && state === 'stopped' ? { note: one.refusal } : {}),
    };
  });
}

const deskOf = (one: ServiceCase, stage: CaseStage): CaseDesk | undefined => one.record?.desks.find((desk) => desk.stage === stage);

/** When a stage was reached; of what was waited for and is done, when it was done. */
function momentOf(stage: CaseStage, state: StepState, desk: CaseDesk | undefined, history: readonly StageMoment[]): string | undefined {
  if (state === 'done' && WAITING_STAGES.indexOf(stage) >= 0 && desk?.doneAt !== undefined) return desk.doneAt;
  return history.find((moment) => moment.stage === stage)?.at.toISOString();
}

/** A desk without a limit waits for the person, or for somebody outside: there is no clock to show. */
function deskFields(desk: CaseDesk, now: Date): Partial<CaseStep> {
  if (desk.limitWorkingDays === 0) return { post: desk.post };
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
