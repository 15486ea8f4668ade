import type { BookingPurpose, Instant, WithdrawalRouteId } from '@anju/shared/contract';
import type { CoreOutcome, CustomerNo } from './core-fund.port.ts';

export interface CoreServicePoint {
  readonly pointNo: string;
  readonly name: string;
  readonly kind: 'centre' | 'bank';
  readonly district: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
}
export interface CoreSlot {
  readonly slotNo: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Places still free. */
  readonly left: number;
}
/** A free slot the core names when the one that was asked for is full. */
export interface CoreNearSlot extends CoreSlot {
  readonly pointNo: string;
  readonly pointName: string;
}
export interface CoreBooking {
  readonly bookingNo: string;
  readonly slotNo: string;
  readonly pointNo: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly purpose: BookingPurpose;
  /** Of a signing. */
  readonly caseNo?: string;
  /** Of a withdrawal at the counter. */
  readonly route?: WithdrawalRouteId;
  readonly cancelled: boolean;
}
export interface BookingWish {
  readonly customerNo: CustomerNo;
  readonly slotNo: string;
  /** The case to sign; with a route instead, a withdrawal at the counter. */
  readonly caseNo?: string;
  readonly route?: WithdrawalRouteId;
  /** As in WithdrawalApplication. */
  readonly askedAt: Instant;
}
/** A slot that is full comes with the nearest free ones, at most three. */
export type BookingOutcome =
  | Exclude<CoreOutcome<CoreBooking>, { kind: 'refused' }>
  | (Extract<CoreOutcome<CoreBooking>, { kind: 'refused' }> & { readonly nearest?: readonly CoreNearSlot[] });
