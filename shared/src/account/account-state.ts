/** JGJ/T 320 A.6 in our words; the codes themselves stay at the wire. */
export type AccountState = 'normal' | 'sealed' | 'merged' | 'transferred-out' | 'closed' | 'frozen' | 'other';

export const ACCOUNT_STATES: readonly AccountState[] = ['normal', 'sealed', 'merged', 'transferred-out', 'closed', 'frozen', 'other'];

/** What an account in a state lets its owner do. */
export interface AccountPermissions {
  readonly contribute: boolean;
  /** A withdrawal that leaves the account open. */
  readonly withdrawPart: boolean;
  /** A withdrawal that closes it. */
  readonly withdrawAndClose: boolean;
  readonly transferOut: boolean;
  readonly applyForLoan: boolean;
}

const nothing: AccountPermissions = { contribute: false, withdrawPart: false, withdrawAndClose: false, transferOut: false, applyForLoan: false };

/**
 * A.6: 03, 04, 05 (merged, transferred out, closed) and 06 (frozen) allow no withdrawal; a sealed account (02) keeps its money
 * reachable but takes no contributions and carries no new loan; what `other` (99) means only the core knows, so nothing is promised.
 */
const PERMISSIONS: Readonly<Record<AccountState, AccountPermissions>> = {
  normal: { contribute: true, withdrawPart: true, withdrawAndClose: true, transferOut: false, applyForLoan: true },
  sealed: { contribute: false, withdrawPart: true, withdrawAndClose: true, transferOut: true, applyForLoan: false },
  merged: nothing,
  'transferred-out': nothing,
  closed: nothing,
  frozen: nothing,
  other: nothing,
};

export function accountPermissions(state: AccountState): AccountPermissions {
  return PERMISSIONS[state];
}

/** True for the three states in which an account no longer exists. */
export function isGone(state: AccountState): boolean {
  return state === 'merged' || state === 'transferred-out' || state === 'closed';
}
