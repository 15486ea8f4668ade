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
 * The state machine as data; a write names the version it saw, so the stage it moves from is the one that stands. `paid` can still
 * become `payment-failed`, because a bank returns money after it was sent (退汇); `payment-failed` becomes `approved` or `paid` once the
 * card is put right.
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

/** How far a stage lies along the way; equal for stages that do not order each other. */
export function rankOf(stage: CaseStage): number {
  return RULES[stage].rank;
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
const NOTIFIED_STAGES: readonly CaseStage[] = ['accepted', 'approved', 'paid', 'refused', 'payment-failed'];

export function isNotified(stage: CaseStage): boolean {
  return NOTIFIED_STAGES.indexOf(stage) >= 0;
}
