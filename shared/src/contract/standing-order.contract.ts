import type { CaseStage } from './progress.contract.ts';
import type { CivilDate, Dated, FenAmount, Reason } from './common.contract.ts';
import type { BankCard, StandingOrderKind } from './withdrawal.contract.ts';

/** Something that runs by itself each month: 冲还贷, the bank loan's instalment, the rent. Each run is a case of its own. */
export interface StandingOrder {
  readonly orderId: string;
  readonly kind: StandingOrderKind;
  readonly state: 'running' | 'paused' | 'ended';
  readonly signedOn: CivilDate;
  /** Day of the month; null for the offset, which runs on the loan's due day. */
  readonly day: number | null;
  /** Where the money goes; null for the offset, which pays the loan. */
  readonly card: BankCard | null;
  /** The next run as it would be today; null while paused or ended. */
  readonly next: StandingRunPreview | null;
  /** Always told: the days ahead on which nothing runs because the person left them out, rising. */
  readonly skipped?: readonly CivilDate[];
  /** The last twelve at most, newest first. */
  readonly runs: readonly StandingRun[];
}
export interface StandingRunPreview {
  readonly on: CivilDate;
  /** null when the core does not say. */
  readonly expectedFen: FenAmount | null;
  /** Whether the balance of today suffices. */
  readonly enough: boolean;
}
export interface StandingRun {
  readonly on: CivilDate;
  readonly amountFen: FenAmount | null;
  /** `waiting` until another withdrawal of the person has ended. */
  readonly state: CaseStage | 'skipped' | 'waiting';
  /** The case of the run, once it is known here. */
  readonly caseId?: string;
}
/** A kind that can be signed, or every reason why not. */
export interface StandingOrderOffer {
  readonly kind: StandingOrderKind;
  readonly possible: boolean;
  readonly reasons: readonly Reason[];
}
export interface StandingOrdersReply {
  readonly orders: Dated<readonly StandingOrder[]>;
  readonly offers: readonly StandingOrderOffer[];
  readonly cards: readonly BankCard[];
}
export interface StandingOrderBody {
  readonly kind: StandingOrderKind;
  /** Not for the offset. */
  readonly bankCardId?: string;
  /** 1 to 28; not for the offset. */
  readonly day?: number;
}
/** `skip` leaves out the next run, or the one of the day it names (asked twice, once); `change` names what changes. */
export interface StandingOrderChangeBody {
  readonly action: 'pause' | 'resume' | 'skip' | 'change';
  /** Of a skip: the day of the run, as the person read it. */
  readonly on?: CivilDate;
  readonly bankCardId?: string;
  readonly day?: number;
}
export interface StandingOrderParams {
  readonly orderId: string;
}
