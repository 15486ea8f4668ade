import type { CivilDate, Dated, FenAmount, Instant, Month, Reason } from './common.contract.ts';
import type { CaseSummary } from './progress.contract.ts';
import type { MaskedPerson } from './session.contract.ts';

/** JGJ/T 320 A.6, in our words. */
export type AccountState = 'normal' | 'sealed' | 'merged' | 'transferred-out' | 'closed' | 'frozen' | 'other';

export interface Account {
  readonly accountId: string;
  /** The last four of the account number. */
  readonly numberTail: string;
  readonly state: AccountState;
  /** Why and since when, when it is not normal. */
  readonly stateSince?: CivilDate;
  readonly stateReason?: string;
  readonly employer: string | null;
  readonly balanceFen: FenAmount;
  readonly monthlyFen: FenAmount;
  readonly contributionBaseFen: FenAmount;
  readonly paidThrough: Month;
  readonly openedOn: CivilDate;
}
export interface AccountsReply {
  readonly accounts: Dated<readonly Account[]>;
}
export type EntryKind = 'contribution' | 'withdrawal' | 'interest' | 'transfer' | 'other';
export interface Entry {
  readonly entryId: string;
  readonly bookedOn: CivilDate;
  readonly kind: EntryKind;
  /** Signed: a withdrawal is negative. */
  readonly amountFen: FenAmount;
  readonly balanceFen: FenAmount;
  readonly month?: Month;
  readonly employer?: string;
}
export interface EntriesReply {
  readonly items: readonly Entry[];
  readonly asOf: Instant;
  readonly cursor?: string;
}
export interface AccountParams {
  readonly accountId: string;
}
export interface EntriesQuery {
  readonly cursor?: string;
  /** Calendar year, `2026`. */
  readonly year?: string;
  readonly kind?: EntryKind;
}

/** The home page in one call. */
export interface HomeReply {
  readonly person: MaskedPerson;
  readonly centre: { readonly id: string; readonly name: string };
  readonly accounts: Dated<readonly Account[]>;
  readonly lastContribution: Dated<{ readonly bookedOn: CivilDate; readonly amountFen: FenAmount; readonly month: Month } | null>;
  readonly loan: Dated<{ readonly balanceFen: FenAmount; readonly nextDueOn: CivilDate; readonly nextDueFen: FenAmount; readonly overduePeriods: number } | null>;
  readonly runningCases: readonly CaseSummary[];
  /** The one thing worth doing now, if any. */
  readonly suggestion: { readonly route: string; readonly maxFen: FenAmount } | null;
  readonly tasks: readonly Reason[];
  readonly unread: number;
  readonly core: 'up' | 'down';
  readonly now: Instant;
}
