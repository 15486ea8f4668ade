/** What the three sides hold after a run: what phones were told, the BFF's database, the core's journal. Amounts in fen; no personal data. */

/** All that phones were told under one Idempotency-Key. */
export interface ToldKey {
  readonly key: string;
  /** Every case a 201 under this key named, first time and replays, each once. */
  readonly caseIds: readonly string[];
  /** Codes of the refusals that were final for the key. */
  readonly refusals: readonly string[];
  /** A refusal that came for a request which was sent after the key had been accepted. */
  readonly refusedAfterAccepted: boolean;
  /** Nobody has said yes or no yet. */
  readonly open: boolean;
}
/** One thing a person wanted once, under one key or several. */
export interface ToldWish {
  readonly wishId: string;
  readonly keys: readonly ToldKey[];
}
export interface BffCase {
  readonly caseId: string;
  readonly number: string;
  readonly route: string;
  readonly amountFen: number;
  readonly stage: string;
  readonly link: string;
  readonly requestNo: string;
  readonly coreCaseNo: string | null;
}
/** How often a case's person was told of a stage, by a row of the inbox or by SMS. */
export interface Told {
  readonly by: 'inbox' | 'sms';
  /** The case's number. */
  readonly number: string;
  readonly stage: string;
  readonly count: number;
}
export interface WaitingMessage {
  readonly id: string;
  readonly topic: string;
  readonly state: string;
}
export interface CoreApplication {
  readonly ywlsh: string;
  readonly requestNo: string;
  readonly ywlx: string;
  readonly amountFen: number;
  readonly state: string;
}
/** A payment to a card, or a collection from one. */
export interface MoneyMove {
  readonly no: string;
  readonly sort: 'payment' | 'collection';
  readonly ywlsh: string;
  readonly amountFen: number;
  /** The part of a payment that is interest to the day: only where an account was closed. */
  readonly interestFen?: number;
  /** `sent`, `collected`, `returned`, `refused`. */
  readonly state: string;
}
/** What the vouchers of one case took out of accounts, and off loans. */
export interface Booked {
  readonly ywlsh: string;
  readonly fromAccountsFen: number;
  readonly offLoansFen: number;
}
export interface Evidence {
  readonly wishes: readonly ToldWish[];
  /** Cases a phone was told are cancelled. */
  readonly toldCancelled: readonly string[];
  /** The stage a phone reads for each accepted case. */
  readonly shown: readonly { readonly caseId: string; readonly stage: string }[];
  readonly cases: readonly BffCase[];
  readonly told: readonly Told[];
  readonly waiting: readonly WaitingMessage[];
  readonly applications: readonly CoreApplication[];
  readonly money: readonly MoneyMove[];
  readonly booked: readonly Booked[];
  readonly ledgerFaults: readonly string[];
}
