import type { CaseStep } from '@anju/shared/contract';
import type { CaseStage, StepState } from '@anju/shared/progress';
import { stagePathOf, timelineOf } from '@anju/shared/progress';
import { WAITING_STAGES } from './case-news.ts';
import type { StageMoment } from './cases.ts';
import type { CaseDesk, ServiceCase } from './service-case.ts';

const MINUTE_MS = 60_000;

/** The furthest stage of the main path that the history holds. */
function furthest(path: readonly CaseStage[], history: readonly StageMoment[]): CaseStage {
  const reached = path.filter((stage) => stage !== 'paid' && history.some((moment) => moment.stage === stage));
  return reached.at(-1) ?? 'submitted';
}

/** Done when they are reached: the core says so at the end of the desk's work. Every other stage is done when its desk says so. */
const DONE_WHEN_REACHED: readonly CaseStage[] = ['submitted', 'accepted', 'approved'];

/**
 * Where on its path a case lies: at the first desk, from its stage on, that began and is not done. Between two desks it lies at the next one. -1 for
 * a case that is over or left the path. A case that the core has not confirmed stays at its first step.
 */
function turnOf(one: ServiceCase): number {
  const path = stagePathOf(one.route);
  const here = path.indexOf(one.stage);
  if (here < 0 || one.stage === 'paid') return -1;
  if (one.link !== 'held') return here;
  const open = path.findIndex((stage, at) => at >= Math.max(here, 1) && isOpen(deskOf(one, stage)));
  if (open >= 0) return open;
  const isDone = DONE_WHEN_REACHED.indexOf(one.stage) >= 0 || deskOf(one, one.stage)?.doneAt !== undefined;
  return isDone ? here + 1 : here;
}

const isOpen = (desk: CaseDesk | undefined): boolean => desk?.startedAt !== undefined && desk.doneAt === undefined;

/** The desk at which a case lies: that of the timeline's current step; undefined where no desk has the turn. */
export function deskInCharge(one: ServiceCase): CaseDesk | undefined {
  const stage = stagePathOf(one.route)[turnOf(one)];
  return stage === undefined || stage === 'submitted' ? undefined : deskOf(one, stage);
}

/** What is done, whose turn it is, what lies ahead. */
function statesOf(one: ServiceCase, history: readonly StageMoment[]): readonly { readonly stage: CaseStage; readonly state: StepState }[] {
  const path = stagePathOf(one.route);
  const turn = turnOf(one);
  if (turn < 0) return timelineOf(one.route, one.stage, furthest(path, history));
  return path.map((stage, at) => ({ stage, state: at < turn ? 'done' : at === turn ? 'current' : 'ahead' }));
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
