/** Where a case stands, in citizen's words: 已提交 已受理 审核中 已通过 已到账; side exits 未通过 已撤回 付款未成功 待核实. */
export type CaseStage =
  | 'submitted' | 'accepted' | 'under-review' | 'approved' | 'paid'
  | 'refused' | 'cancelled' | 'payment-failed' | 'unknown';

/** Every stage, the main path first. */
export const CASE_STAGES: readonly CaseStage[] = [
  'submitted', 'accepted', 'under-review', 'approved', 'paid', 'refused', 'cancelled', 'payment-failed', 'unknown',
];

/** The main path, in order: what a timeline draws. */
export const STAGE_PATH: readonly CaseStage[] = ['submitted', 'accepted', 'under-review', 'approved', 'paid'];

interface StageRule {
  /** How far the case has come; an event may not lower it. */
  readonly rank: number;
  /** Stages a case may be moved to from here. A core may skip stages (a case decided at once goes straight to paid). */
  readonly to: readonly CaseStage[];
}

/**
 * The state machine as data; the database write is conditional on the stage before. `paid` can still become `payment-failed`, because
 * a bank returns money after it was sent (退汇); `payment-failed` becomes `approved` or `paid` once the card is put right.
 */
const RULES: Readonly<Record<CaseStage, StageRule>> = {
  submitted: { rank: 0, to: ['unknown', 'accepted', 'under-review', 'approved', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  unknown: { rank: 0, to: ['submitted', 'accepted', 'under-review', 'approved', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  accepted: { rank: 1, to: ['under-review', 'approved', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  'under-review': { rank: 2, to: ['approved', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  approved: { rank: 3, to: ['paid', 'refused', 'cancelled', 'payment-failed'] },
  paid: { rank: 4, to: ['payment-failed'] },
  'payment-failed': { rank: 4, to: ['approved', 'paid', 'refused', 'cancelled'] },
  refused: { rank: 5, to: [] },
  cancelled: { rank: 5, to: [] },
};

/** True when a case may go from one stage to another. The same stage is no move. */
export function mayMove(from: CaseStage, to: CaseStage): boolean {
  return RULES[from].to.indexOf(to) >= 0;
}

/** The stages from which a case may come to a stage: the condition of the database write. */
export function stagesBefore(to: CaseStage): readonly CaseStage[] {
  return CASE_STAGES.filter((from) => mayMove(from, to));
}

/** How far a stage lies along the way; equal for stages that do not order each other. */
export function rankOf(stage: CaseStage): number {
  return RULES[stage].rank;
}

/** What is known of a case when news of it comes in. */
export interface StageNews {
  readonly stage: CaseStage;
  /** The core's own event number, rising without gaps; absent when the stage was read, not told. */
  readonly eventNumber?: number;
}

/**
 * Events come at least once and in any order. News is taken when it may follow the present stage and was not told before what is
 * already known; everything else (repeated, late) is ignored, so that a case never moves back.
 */
export function takesNews(current: StageNews, news: StageNews): boolean {
  const told = news.eventNumber;
  const known = current.eventNumber;
  if (told !== undefined && known !== undefined && told <= known) return false;
  return mayMove(current.stage, news.stage);
}

/** Nothing more is expected: paid, refused or cancelled. */
export function isTerminal(stage: CaseStage): boolean {
  return stage === 'paid' || stage === 'refused' || stage === 'cancelled';
}

/** A case the person may still take back: until it is approved, and only when the core is known to hold it or not. */
export function mayCancel(stage: CaseStage): boolean {
  return stage === 'submitted' || stage === 'accepted' || stage === 'under-review';
}

/** Stages a person is told of (inbox, and once by WeChat or SMS). */
export const NOTIFIED_STAGES: readonly CaseStage[] = ['accepted', 'approved', 'paid', 'refused', 'payment-failed'];

export function isNotified(stage: CaseStage): boolean {
  return NOTIFIED_STAGES.indexOf(stage) >= 0;
}

/**
 * The stages to tell of when a case moves, in order. A core that decides at once skips stages: going from submitted straight to paid
 * still tells accepted, approved, paid, once each.
 */
export function noticesFor(from: CaseStage, to: CaseStage): readonly CaseStage[] {
  if (!mayMove(from, to)) return [];
  const passed = STAGE_PATH.filter((stage) => rankOf(stage) > rankOf(from) && rankOf(stage) < rankOf(to));
  return [...(STAGE_PATH.indexOf(to) >= 0 ? passed : []), to].filter(isNotified);
}
