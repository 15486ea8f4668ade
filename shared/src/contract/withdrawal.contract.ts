import type { CivilDate, Dated, FenAmount, Instant, Reason } from './common.contract.ts';
import type { CaseStage } from './progress.contract.ts';

export type WithdrawalRouteId =
  | 'purchase' | 'down-payment' | 'build-or-repair' | 'renovation' | 'property-fee' | 'rent' | 'repay-fund-loan'
  | 'repay-commercial-loan' | 'lift' | 'illness' | 'retirement' | 'disability' | 'leave-job' | 'emigration' | 'death';

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
  readonly uploads: number;
  /** A case of this route that is already on its way: open it instead. */
  readonly runningCaseId?: string;
}
export interface RoutesReply {
  readonly routes: Dated<readonly RouteVerdict[]>;
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
/** A field still missing; all else is prefilled. */
export interface MissingField {
  readonly name: 'contractNumber' | 'homeCity' | 'paymentVoucher';
  readonly kind: 'text' | 'choice' | 'file';
  readonly choices?: readonly string[];
}
export interface FormReply {
  readonly route: WithdrawalRouteId;
  readonly verdict: RouteVerdict;
  readonly asOf: Instant;
  readonly prefilledFen: FenAmount | null;
  readonly minimumFen: FenAmount;
  readonly balanceFen: FenAmount;
  readonly mustStayFen: FenAmount;
  readonly card: BankCard | null;
  readonly missing: readonly MissingField[];
  /** What the core and the shared sources already gave, so that nothing is typed twice. */
  readonly known: readonly { readonly name: 'account' | 'card' | 'identity' | 'household' | 'loan'; readonly source: string; readonly text: string }[];
  /** How the maximum came about, to the fen. */
  readonly basis: readonly { readonly name: BasisName; readonly amountFen: FenAmount; readonly from?: CivilDate; readonly to?: CivilDate }[];
  readonly nextEligibleOn?: CivilDate;
}
export interface SubmitWithdrawalBody {
  readonly route: WithdrawalRouteId;
  readonly amountFen: FenAmount;
  readonly bankCardId: string;
  readonly answers?: { readonly contractNumber?: string; readonly homeCity?: string };
  readonly fileIds?: readonly string[];
}
export interface SubmitWithdrawalReply {
  readonly caseId: string;
  readonly number: string;
  readonly state: CaseStage;
}
export interface FileReply {
  readonly fileId: string;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly sizeBytes: number;
}
export interface FileParams {
  readonly fileId: string;
}
