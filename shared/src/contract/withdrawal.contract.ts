import type { CivilDate, Dated, FenAmount, Instant, Reason } from './common.contract.ts';
import type { WithdrawalRouteId } from '../withdrawal/index.ts';
import type { CaseStage, SourceCheck, SourceName } from './progress.contract.ts';

/** The routes as the rules list them: a new one is added there. */
export type { WithdrawalRouteId };

/** How Anju serves an item: here, at a counter, or a guide only. */
export type ServedBy = 'online' | 'counter' | 'guide';

export interface RouteVerdict {
  readonly route: WithdrawalRouteId;
  readonly servedBy: ServedBy;
  readonly eligible: boolean;
  /** null when it cannot be told. */
  readonly maxFen: FenAmount | null;
  /** Every reason, not the first. */
  readonly reasons: readonly Reason[];
  readonly eligibleFrom?: CivilDate;
  /** How much more in the account makes it possible; only when money alone stands against it. */
  readonly missingFen?: FenAmount;
  readonly decided: 'at-once' | 'by-clerk';
  /** Questions still to be answered, and papers still to be handed in: both only where no source told. */
  readonly questions?: number;
  readonly uploads: number;
  /** A case of this route that is already on its way: open it instead. */
  readonly runningCaseId?: string;
}
export interface RoutesReply {
  readonly routes: Dated<readonly RouteVerdict[]>;
  /** What was begun and not sent; the route list offers to go on with it. */
  readonly drafts?: readonly DraftSummary[];
}
export interface BankCard {
  readonly bankCardId: string;
  readonly bank: string;
  readonly tail: string;
  readonly usable: boolean;
}
export interface BankCardsReply {
  readonly items: readonly BankCard[];
}
export interface RouteParams {
  readonly route: string;
}
/** What one line of a maximum is; the maximum is the least of them. */
export type BasisName =
  | 'balance-less-stay' | 'repaid-since-last' | 'price-paid' | 'down-payment' | 'works-cost' | 'area-rate' | 'cost-share' | 'ceiling' | 'fee-paid'
  | 'year-left' | 'rent-month' | 'own-share' | 'own-cost' | 'family-left';
/** How a question is answered; `file` asks for a paper. Amounts are in fen, days `YYYY-MM-DD`. */
export type FieldKind = 'text' | 'choice' | 'amount' | 'date' | 'number' | 'file';
/** A field still missing; all else is prefilled. A screen shows one of them, in the order given. */
export interface MissingField {
  /** The key of the answer; of a `file` what the paper is (`paymentVoucher`, `contract`, `invoice` …). */
  readonly name: string;
  readonly kind: FieldKind;
  /** Fields of one group are saved together and read as one matter: `home`, `cost`, `papers` … */
  readonly group?: string;
  readonly choices?: readonly string[];
  readonly optional?: boolean;
  /** Of an amount in fen, of a number, of a text's length. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** A number with so many decimals is handed over without its point: 89.53 as 8953. */
  readonly decimals?: number;
  /** A text as a regular expression. */
  readonly pattern?: string;
  /** Which source would have told it, had it answered. */
  readonly instead?: SourceName;
}
/** What a closing withdrawal ends. */
export interface ClosingTerms {
  readonly ends: readonly StandingOrderKind[];
  /** Interest to the day, beside the balance; null when the core has not said. */
  readonly interestFen: FenAmount | null;
}
export type StandingOrderKind = 'offset' | 'repay-commercial-loan' | 'rent';
export interface FormReply {
  readonly route: WithdrawalRouteId;
  readonly verdict: RouteVerdict;
  readonly asOf: Instant;
  /** `stale`: the core does not answer, all figures here are its last ones, of `asOf`, and what is handed in now waits until it does. Always told. */
  readonly state?: 'fresh' | 'stale';
  readonly prefilledFen: FenAmount | null;
  readonly minimumFen: FenAmount;
  readonly balanceFen: FenAmount;
  readonly mustStayFen: FenAmount;
  readonly card: BankCard | null;
  /** All of the person's cards; with several they choose. */
  readonly cards?: readonly BankCard[];
  readonly missing: readonly MissingField[];
  /** What the core and the shared sources already gave, so that nothing is typed twice. */
  readonly known: readonly { readonly name: KnownName; readonly source: string; readonly text: string }[];
  /** 本次查验: the sources asked for this form, when, and what they said. */
  readonly checks?: readonly SourceCheck[];
  /** How the maximum came about, to the fen. */
  readonly basis: readonly { readonly name: BasisName; readonly amountFen: FenAmount; readonly from?: CivilDate; readonly to?: CivilDate }[];
  readonly nextEligibleOn?: CivilDate;
  /** Only of a route that closes the account; the amount is then the whole balance. */
  readonly closing?: ClosingTerms;
  /** The supervised account a down payment goes to, in place of a card. */
  readonly escrow?: { readonly bank: string; readonly tail: string; readonly name: string };
  readonly draft?: Draft | null;
  /** What it does to a later loan: the balance counts for its limit, does not, or is gone; absent where nobody published it. */
  readonly loanLimit?: 'balance-counts' | 'balance-does-not-count' | 'account-closes';
}
export type KnownName =
  | 'account' | 'card' | 'identity' | 'household' | 'loan' | 'family' | 'home' | 'rent-contract' | 'works' | 'lift' | 'retirement' | 'employment' | 'illness'
  | 'commercial-loan' | 'fee' | 'escrow';
/** Answers by the name of their field. */
export type WithdrawalAnswers = Readonly<Record<string, string | number>>;
export interface SubmitWithdrawalBody {
  readonly route: WithdrawalRouteId;
  readonly amountFen: FenAmount;
  /** Empty for a down payment, which goes to the supervised account. */
  readonly bankCardId: string;
  readonly answers?: WithdrawalAnswers;
  readonly fileIds?: readonly string[];
}
export interface SubmitWithdrawalReply {
  readonly caseId: string;
  readonly number: string;
  readonly state: CaseStage;
}
export interface FileReply {
  readonly fileId: string;
  /** What is kept: an HEIC photograph becomes a JPEG. */
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly sizeBytes: number;
}
export interface FileParams {
  readonly fileId: string;
}

/** What a person has filled in so far, on the server: survives a killed app, an expired session, another phone. */
export interface Draft {
  readonly route: WithdrawalRouteId;
  /** Of the last write; a write names the one it saw (`seen`), and another phone's newer draft is not overwritten unseen. */
  readonly version: number;
  readonly updatedAt: Instant;
  /** The field the person stood at. */
  readonly at: string | null;
  readonly answers: WithdrawalAnswers;
  readonly files: readonly DraftFile[];
  readonly amountFen: FenAmount | null;
  readonly bankCardId: string | null;
}
export interface DraftFile {
  /** The `file` field it answers. */
  readonly field: string;
  readonly fileId: string;
  readonly name: string;
}
export interface DraftSummary {
  readonly route: WithdrawalRouteId;
  readonly updatedAt: Instant;
}
export interface DraftReply {
  readonly draft: Draft | null;
}
/**
 * A write changes only what it names: an answer by its name, the files as one list; what it leaves out stays, and null clears.
 * It needs no key: a repeat of the last write is known by the version it saw.
 */
export interface SaveDraftBody {
  /** The version seen; absent for the first write. */
  readonly seen?: number;
  readonly at?: string | null;
  readonly answers?: Readonly<Record<string, string | number | null>> | null;
  readonly files?: readonly DraftFile[] | null;
  readonly amountFen?: FenAmount | null;
  readonly bankCardId?: string | null;
}
export interface BankCardBody {
  readonly number: string;
}
export interface BankCardParams {
  readonly bankCardId: string;
}
