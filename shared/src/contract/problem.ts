/**
 * Every way the BFF says no, as one closed union. Two exhaustive tables stand over it and do not compile when a code is
 * missing: status and title in the BFF, the sentence for a person in the mini-program.
 */
export type ProblemCode =
  // request
  | 'request.malformed'
  | 'request.invalid'
  | 'request.not-found'
  | 'request.method-not-allowed'
  | 'request.media-type'
  | 'request.too-large'
  | 'request.too-many'
  | 'request.timeout'
  // idempotency
  | 'idempotency.key-missing'
  | 'idempotency.key-invalid'
  | 'idempotency.running'
  | 'idempotency.body-differs'
  // session
  | 'session.missing'
  | 'session.expired'
  | 'session.code-invalid'
  | 'session.code-used'
  | 'session.sms-code-wrong'
  | 'session.sms-code-expired'
  | 'session.sms-too-many'
  | 'session.wechat-blocked'
  | 'session.provider-down'
  // identity
  | 'identity.not-verified'
  | 'identity.step-up-needed'
  | 'identity.id-checksum'
  | 'identity.not-matched'
  | 'identity.mobile-needed'
  | 'identity.not-in-core'
  | 'identity.bound-elsewhere'
  | 'identity.already-bound'
  | 'identity.counter-code-needed'
  | 'identity.counter-code-wrong'
  | 'identity.consent-outdated'
  | 'identity.face-not-possible'
  | 'identity.face-tries-used-up'
  | 'identity.provider-down'
  | 'identity.phone-code-invalid'
  // business
  | 'core.unreachable'
  | 'withdrawal.ineligible'
  | 'withdrawal.amount-above-maximum'
  | 'withdrawal.card-unknown'
  | 'withdrawal.file-missing'
  | 'withdrawal.case-running'
  | 'withdrawal.route-unknown'
  | 'case.state-conflict'
  | 'standing-order.not-possible'
  | 'draft.changed'
  | 'receipt.not-settled'
  | 'receipt.shares-used-up'
  | 'file.type-not-allowed'
  | 'file.too-large'
  | 'file.empty'
  | 'file.damaged'
  | 'file.encrypted'
  | 'file.too-many-pixels'
  | 'file.too-many-pages'
  | 'file.active-content'
  | 'file.infected'
  | 'file.check-unavailable'
  | 'loan.input-out-of-range'
  | 'loan.ineligible'
  | 'loan.case-running'
  | 'loan.amount-above-limit'
  | 'loan.partner-missing'
  | 'policy.centre-unknown'
  | 'policy.date-too-early'
  | 'household.code-wrong'
  | 'household.code-expired'
  | 'household.too-many-tries'
  | 'household.own-invitation'
  | 'household.already-joined'
  | 'household.not-married'
  | 'booking.slot-full'
  | 'booking.slot-closed'
  | 'booking.not-yet'
  | 'booking.exists'
  | 'callback.signature'
  // ours
  | 'service.unavailable'
  | 'internal';

/** A field that was refused, by its path in the body (`applicants.0.balanceFen`), and why, as a code the phone can word. */
export interface ProblemField {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** A business reason: a code from the rules, with the figures a sentence needs. */
export interface ProblemReason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly requestId: string;
  /** What the person can do, as a code's own words in plain Chinese; safe to show. */
  readonly detail?: string;
  readonly fields?: readonly ProblemField[];
  readonly reasons?: readonly ProblemReason[];
  /** Seconds, with 409, 429 and `service.unavailable`; the header `Retry-After` says the same. */
  readonly retryAfter?: number;
}
