/** Why a route is not open, as one closed list; the words are the phone's. Listed with their parameters in the package's README. */
export const WITHDRAWAL_REASON_CODES = [
  // the account
  'account-frozen', 'account-gone', 'account-state-unclear', 'account-sealed', 'nothing-to-withdraw', 'transfer-running', 'contribution-pending',
  // the person and what is under way
  'name-differs', 'mobile-differs', 'case-running', 'before-next-date', 'card-missing', 'barred', 'locked',
  // the loan
  'no-fund-loan', 'fund-loan-first', 'loan-in-arrears', 'nothing-repaid', 'no-commercial-loan', 'bank-loan-in-arrears', 'period-taken',
  // the home
  'owns-home', 'home-unknown', 'contributions-too-short', 'contract-mismatch', 'contract-not-found',
  'home-already-used', 'home-used-elsewhere', 'outside-window', 'proof-too-new', 'home-too-new', 'not-dangerous', 'rent-within-income',
  'contribution-unknown',
  // costs
  'year-used', 'nothing-left', 'relation-not-covered', 'illness-not-listed',
  // leaving work
  'not-sealed', 'sealed-too-short', 'household-local', 'household-unknown', 'not-yet-retired', 'retirement-category-unknown', 'birth-date-unknown',
  're-employed', 'account-elsewhere',
  // what a source says
  'source-mismatch', 'source-not-found',
  // the route itself
  'proof-needed', 'not-offered', 'rule-unknown', 'ground-not-yet', 'route-paused',
] as const;
export type WithdrawalReasonCode = (typeof WITHDRAWAL_REASON_CODES)[number];

/** What `missing` of proof-needed, and `what` of a source's answer, may name: a single fact or proof. */
export type MissingFact =
  | 'home-kind' | 'down-payment' | 'permit' | 'works-kind' | 'cost' | 'grade' | 'bought-on' | 'certificate' | 'built-on' | 'area' | 'fee' | 'repaid'
  | 'relation' | 'completed-on' | 'listed' | 'paid-on' | 'retirement' | 'disability' | 'employment-ended' | 'emigration' | 'death' | 'inheritance';

export interface WithdrawalReason {
  readonly code: WithdrawalReasonCode;
  /** The figures the sentence needs: amounts in fen, days as YYYY-MM-DD. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A reason as the rules find it. */
export interface Finding {
  readonly reason: WithdrawalReason;
  /** When only time stands in the way: the day it no longer does. */
  readonly passesOn?: string;
  /** When only money does: how much more the account needs. */
  readonly missingFen?: number;
}

export function finding(code: WithdrawalReasonCode, params?: Readonly<Record<string, string | number>>, passesOn?: string): Finding {
  return {
    reason: params === undefined ? { code } : { code, params },
    ...(passesOn === undefined ? {} : { passesOn }),
  };
}
