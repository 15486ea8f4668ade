import type { FenAmount, Instant } from './common.contract.ts';
import type { CaseMatter, CaseParams, SourceCheck } from './progress.contract.ts';

/** How the case of a receipt ended. */
export type ReceiptOutcome = 'paid' | 'refused' | 'cancelled';

/** What a receipt says; it never changes once it has been said. Names and numbers are masked. */
export interface ReceiptFacts {
  readonly number: string;
  readonly route: CaseMatter;
  readonly outcome: ReceiptOutcome;
  /** The centre's own name. */
  readonly centre: string;
  /** The applicant's masked name; of a joint loan the other one's too. */
  readonly names: readonly string[];
  /** The last figures of the account; null where the case does not say which of several it was. */
  readonly accountTail: string | null;
  readonly payee: { readonly bank: string; readonly tail: string } | null;
  /** What was asked for, and of a paid case what was paid: principal and, where there is some, interest. */
  readonly principalFen: FenAmount;
  readonly interestFen: FenAmount;
  readonly totalFen: FenAmount;
  readonly submittedAt: Instant;
  /** When it was approved, refused or taken back. */
  readonly decidedAt: Instant;
  readonly paidAt?: Instant;
  readonly checks: readonly SourceCheck[];
}
/** The receipt as its owner reads it: the same at every reading. */
export interface ReceiptReply extends ReceiptFacts {
  readonly receiptId: string;
  readonly caseId: string;
}
export interface ReceiptParams {
  readonly receiptId: string;
}
export interface ShareParams extends ReceiptParams {
  readonly shareId: string;
}

/** The code somebody else may check, until midnight in China or until it is taken back. A receipt has one at a time: it is shown and stands in the PDF. */
export interface ReceiptShare {
  readonly shareId: string;
  /** Signed; holds nothing of the person. */
  readonly code: string;
  /** What the square code holds: the public page with the code behind the `#`, which browsers send to nobody. */
  readonly url: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}
/** The one that is alive, or none. Taking it back ends whatever is alive of the receipt. */
export interface SharesReply {
  readonly items: readonly ReceiptShare[];
  readonly now: Instant;
}

export interface VerifyParams {
  readonly code: string;
}
/** What a stranger is told: real, with what the receipt says; real once, and no longer shown; or none of ours. */
export type VerifyReply =
  | { readonly state: 'genuine'; readonly receipt: ReceiptFacts; readonly until: Instant; readonly now: Instant }
  | { readonly state: 'lapsed'; readonly now: Instant }
  | { readonly state: 'not-genuine'; readonly now: Instant };

/** `application/pdf`, as bytes. */
export type ReceiptFile = Uint8Array;

export type ReceiptOfCaseParams = CaseParams;
