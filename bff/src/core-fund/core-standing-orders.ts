import type { CivilDate, Instant, StandingOrderKind } from '@anju/shared/contract';
import type { CoreCaseState, CoreOutcome, CoreRead, CustomerNo } from './core-fund.port.ts';

/** What runs by itself, as the core keeps it. Amounts in fen, days civil. */
export interface CoreStandingOrder {
  readonly orderNo: string;
  readonly kind: StandingOrderKind;
  readonly state: 'running' | 'paused' | 'ended';
  readonly signedOn: CivilDate;
  readonly accountNo: string;
  readonly cardNo?: string;
  /** Day of the month; of an offset the loan's due day, which the core does not repeat. */
  readonly day?: number;
  readonly nextOn?: CivilDate;
  /** Days ahead that are left out, rising. */
  readonly skipped: readonly CivilDate[];
  /** The next run as it would be today. */
  readonly preview?: { readonly on: CivilDate; readonly expectedFen: number; readonly enough: boolean };
  /** The last ones, newest first. */
  readonly runs: readonly CoreStandingRun[];
}
export interface CoreStandingRun {
  readonly on: CivilDate;
  readonly caseNo?: string;
  readonly amountFen?: number;
  /** `waiting`: another withdrawal of the person runs, and this run comes after it. */
  readonly state: CoreCaseState | 'skipped' | 'waiting';
}
export interface StandingOrderWish {
  readonly customerNo: CustomerNo;
  readonly kind: StandingOrderKind;
  readonly cardNo?: string;
  readonly day?: number;
  /** As in WithdrawalApplication: a repeat of a request number says the same moment. */
  readonly askedAt: Instant;
}
export type StandingOrderChange =
  | { readonly action: 'pause' | 'resume' | 'end' }
  /** The next run, or that of a day; of one that is left out already nothing changes. */
  | { readonly action: 'skip'; readonly on?: CivilDate }
  | { readonly action: 'change'; readonly cardNo?: string; readonly day?: number };

/** Standing orders at the core: it makes the runs, and each is a case of its own. */
export abstract class CoreStandingOrders {
  abstract sign(requestNo: string, wish: StandingOrderWish): Promise<CoreOutcome<CoreStandingOrder>>;
  abstract change(requestNo: string, customerNo: CustomerNo, orderNo: string, change: StandingOrderChange): Promise<CoreOutcome<CoreStandingOrder>>;
  /** All of a person's orders, newest first. */
  abstract list(customerNo: CustomerNo): Promise<CoreRead<readonly CoreStandingOrder[]>>;
}

