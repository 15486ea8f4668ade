import type { CivilDate, FenAmount, Instant, Reason } from './common.contract.ts';
import type { ClosingTerms, WithdrawalRouteId } from './withdrawal.contract.ts';

/** What a case is about: a withdrawal route, or a matter of the loan. */
export type LoanMatter = 'loan-pre-application' | 'loan-prepayment';
export type CaseMatter = WithdrawalRouteId | LoanMatter;

/**
 * In citizen's words: 已提交 已受理 审核中 已通过 已到账; a loan also 待面签 抵押登记, and its `paid` is 已放款 (a prepayment's: 已还入贷款);
 * side exits 未通过 已撤回 付款未成功 待核实.
 */
export type CaseStage =
  | 'submitted' | 'accepted' | 'under-review' | 'approved' | 'signing' | 'mortgage' | 'paid'
  | 'refused' | 'cancelled' | 'payment-failed' | 'unknown';

/** As whom a person sees a case: only the applicant may take it back or book for it. */
export type CaseRole = 'applicant' | 'co-borrower';

/** Who made a case that the person did not hand in here: a run of a standing order of theirs, or the centre, at a counter. */
export type CaseOrigin = 'order' | 'centre';

export interface CaseSummary {
  readonly caseId: string;
  /** Always told; absent means `applicant`. */
  readonly role?: CaseRole;
  /** Absent: the person handed it in here. */
  readonly origin?: CaseOrigin;
  readonly number: string;
  readonly route: CaseMatter;
  readonly amountFen: FenAmount;
  readonly stage: CaseStage;
  readonly submittedAt: Instant;
  readonly updatedAt: Instant;
  /** Whose turn it is, as the core names the post; null while it has not reached the core or is done. */
  readonly holder: string | null;
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
  /** The case that took its place, as of a payment that failed or a refusal that was put right: what became of the money is told there. */
  readonly resubmittedAs?: string;
  /** The case it was handed in again for. */
  readonly resubmits?: string;
}
/** One stage of the timeline. */
export interface CaseStep {
  readonly stage: CaseStage;
  readonly state: 'done' | 'current' | 'ahead' | 'stopped';
  readonly at?: Instant;
  readonly post?: string;
  readonly limitWorkingDays?: number;
  readonly dueAt?: Instant;
  readonly usedMinutes?: number;
  /** Done by others (mortgage registration): shown apart, not counted on our clock. */
  readonly outside?: boolean;
  readonly note?: Reason;
}
export type SourceName =
  | 'core' | 'real-estate' | 'civil-affairs' | 'bank' | 'public-security' | 'social-insurance' | 'employment' | 'market-regulation' | 'credit' | 'invoice';
/** One consulted source: which, when, and what it said. `unavailable` is never a mismatch. */
export interface SourceCheck {
  readonly source: SourceName;
  readonly at: Instant;
  readonly result: 'matched' | 'mismatch' | 'not-found' | 'unavailable';
}
export interface CaseReply extends CaseSummary {
  readonly steps: readonly CaseStep[];
  readonly checks: readonly SourceCheck[];
  readonly payee: { readonly bank: string; readonly tail: string } | null;
  readonly paidAt?: Instant;
  /** Of a prepayment: the part of amountFen that is interest. */
  readonly interestFen?: FenAmount;
  readonly refusal?: Reason;
  /** What the person can put right; only with a refusal or a payment that came back. */
  readonly fix?: CaseFix;
  /** Of a withdrawal that closes the account: what ended with it, and the interest beside its amount once it is paid. */
  readonly closing?: ClosingTerms;
  readonly canCancel: boolean;
  readonly nextEligibleOn?: CivilDate;
  /** True while the core has not confirmed receipt: the number is ours, the forwarding goes on by itself. */
  readonly awaitingCore: boolean;
  readonly now: Instant;
}
/** What was wrong, and with it the only thing that is asked again. */
export interface CaseFix {
  readonly item: 'card' | 'amount' | 'papers' | 'answer' | 'identity' | 'date' | 'loan' | 'account' | 'nothing';
  /** The answer's or paper's field. */
  readonly field?: string;
  /** Whether the same application can be handed in again with that item changed. */
  readonly resubmit: boolean;
}
/** Only what changed; all else is taken from the case. */
export interface ResubmitBody {
  readonly amountFen?: FenAmount;
  readonly bankCardId?: string;
  readonly answers?: Readonly<Record<string, string | number>>;
  readonly fileIds?: readonly string[];
}
export interface CasesQuery {
  readonly state?: 'running' | 'done';
  readonly cursor?: string;
}
export interface CasesReply {
  readonly items: readonly CaseSummary[];
  readonly cursor?: string;
  readonly now: Instant;
}
export interface CaseParams {
  readonly caseId: string;
}
