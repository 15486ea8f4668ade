import type { PlainDate, YearMonth } from '../calendar/index.ts';

/** One entry of an account's ledger, as far as the rules here look at it. Money out is negative. */
export interface LedgerEntry {
  readonly bookedOn: PlainDate;
  readonly kind: 'contribution' | 'withdrawal' | 'interest' | 'transfer' | 'other';
  readonly amountFen: number;
  /** The month a contribution is for. */
  readonly month?: YearMonth;
  readonly employer?: string;
  /** A new contribution base was announced (A.5 10); the entry moves no money. */
  readonly newBase?: boolean;
}
