/**
 * Where a case stands, in citizen's words: 已提交 已受理 审核中 已通过 已到账; a loan's also 待面签 抵押登记; side exits 未通过 已撤回 付款未成功 待核实.
 */
export type CaseStage =
  | 'submitted' | 'accepted' | 'under-review' | 'approved' | 'signing' | 'mortgage' | 'paid'
  | 'refused' | 'cancelled' | 'payment-failed' | 'unknown';

/** Every stage, the main path first. */
export const CASE_STAGES: readonly CaseStage[] = [
  'submitted', 'accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid', 'refused', 'cancelled', 'payment-failed', 'unknown',
];

interface MatterRule {
  /** The main path, in order: what a timeline draws. */
  readonly path: readonly CaseStage[];
  /** Stages in which the person may still take the case back. */
  readonly cancel: readonly CaseStage[];
  /** Stages the person is told of (inbox, and once by WeChat or SMS). */
  readonly notified: readonly CaseStage[];
  /** Stages the spouse who borrows too is told of: also those that the applicant brought about alone. */
  readonly coBorrower?: readonly CaseStage[];
}

const WITHDRAWAL: MatterRule = {
  path: ['submitted', 'accepted', 'under-review', 'approved', 'paid'],
  cancel: ['submitted', 'accepted', 'under-review'],
  notified: ['accepted', 'approved', 'paid', 'refused', 'payment-failed'],
};

/** The matters that go another way than a withdrawal. */
const LOAN_MATTERS: Readonly<Record<string, MatterRule>> = {
  'loan-pre-application': {
    path: ['submitted', 'accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid'],
    // Until the contract is signed nobody is bound.
    cancel: ['submitted', 'accepted', 'under-review', 'approved', 'signing'],
    // That it is approved is told with what follows at once from it: that the signing can be booked.
    notified: ['accepted', 'signing', 'paid', 'refused', 'payment-failed'],
    coBorrower: ['submitted', 'accepted', 'signing', 'paid', 'refused', 'cancelled', 'payment-failed'],
  },
  'loan-prepayment': {
    path: ['submitted', 'accepted', 'approved', 'paid'],
    // Decided at once: only what has not left us can be taken back.
    cancel: ['submitted'],
    notified: ['accepted', 'approved', 'paid', 'refused', 'payment-failed'],
  },
};

const ruleOf = (matter: string): MatterRule => LOAN_MATTERS[matter] ?? WITHDRAWAL;

/** The main path of a matter (a withdrawal route, `loan-pre-application` or `loan-prepayment`), in order. */
export function stagePathOf(matter: string): readonly CaseStage[] {
  return ruleOf(matter).path;
}

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
  submitted: { rank: 0, to: ['unknown', 'accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  unknown: { rank: 0, to: ['submitted', 'accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  accepted: { rank: 1, to: ['under-review', 'approved', 'signing', 'mortgage', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  'under-review': { rank: 2, to: ['approved', 'signing', 'mortgage', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  approved: { rank: 3, to: ['signing', 'mortgage', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  signing: { rank: 4, to: ['mortgage', 'paid', 'refused', 'cancelled', 'payment-failed'] },
  mortgage: { rank: 5, to: ['paid', 'refused', 'cancelled', 'payment-failed'] },
  paid: { rank: 6, to: ['payment-failed'] },
  'payment-failed': { rank: 6, to: ['approved', 'paid', 'refused', 'cancelled'] },
  refused: { rank: 7, to: [] },
  cancelled: { rank: 7, to: [] },
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

/** A case the person may still take back: a withdrawal until it is approved, a pre-application until its contract is signed, a prepayment until it has left. */
export function mayCancel(stage: CaseStage, matter: string): boolean {
  return ruleOf(matter).cancel.indexOf(stage) >= 0;
}

/** Whether the person is told when a case of this matter reaches this stage; of a matter that nobody shares, no co-borrower is. */
export function isNotified(stage: CaseStage, matter: string, role: 'applicant' | 'co-borrower' = 'applicant'): boolean {
  const { notified, coBorrower = [] } = ruleOf(matter);
  return (role === 'applicant' ? notified : coBorrower).indexOf(stage) >= 0;
}
