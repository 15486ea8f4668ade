/** Why a route is not open, as one closed list; the words are the phone's. Listed with their parameters in the package's README. */
export const WITHDRAWAL_REASON_CODES = [
  // the account
  'account-frozen', 'account-gone', 'account-state-unclear', 'account-sealed', 'nothing-to-withdraw',
  // the person and what is under way
  'name-differs', 'mobile-differs', 'case-running', 'before-next-date', 'card-missing',
  // the loan
  'no-fund-loan', 'fund-loan-first', 'loan-in-arrears', 'nothing-repaid',
  // the home
  'owns-home', 'home-unknown', 'contributions-too-short', 'contract-mismatch', 'contract-not-found',
  // leaving work
  'not-sealed', 'sealed-too-short', 'household-local', 'household-unknown', 'not-yet-retired', 'retirement-category-unknown', 'birth-date-unknown',
  // the route itself
  'proof-needed', 'not-offered', 'rule-unknown',
] as const;
export type WithdrawalReasonCode = (typeof WITHDRAWAL_REASON_CODES)[number];

export interface WithdrawalReason {
  readonly code: WithdrawalReasonCode;
  /** The figures the sentence needs: amounts in fen, days as YYYY-MM-DD. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A reason as the rules find it: when only time stands in the way, with the day it no longer does. */
export interface Finding {
  readonly reason: WithdrawalReason;
  readonly passesOn?: string;
}

export function finding(code: WithdrawalReasonCode, params?: Readonly<Record<string, string | number>>, passesOn?: string): Finding {
  return {
    reason: params === undefined ? { code } : { code, params },
    ...(passesOn === undefined ? {} : { passesOn }),
  };
}
