import type { WithdrawalRouteId } from './withdrawal.contract.ts';
import type { CivilDate, Instant } from './common.contract.ts';

/** A place of the centre or of a commissioned bank. */
export interface ServicePoint {
  readonly servicePointId: string;
  readonly name: string;
  readonly kind: 'centre' | 'bank';
  readonly district: string;
  readonly address: string;
  readonly phone: string;
  /** As they are written at the door. */
  readonly hours: string;
}
export interface ServicePointsQuery {
  readonly district?: string;
}
export interface ServicePointsReply {
  readonly items: readonly ServicePoint[];
}
export interface ServicePointParams {
  readonly servicePointId: string;
}
export interface SlotsQuery {
  /** First day wanted; today when left out. */
  readonly from?: CivilDate;
}
export interface Slot {
  readonly slotId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Places still free; 0 is full. */
  readonly left: number;
}
export interface SlotsReply {
  readonly servicePoint: ServicePoint;
  readonly items: readonly Slot[];
}
/** What a time is booked for: the signing of a loan's contract, or a withdrawal that is done at the counter. */
export type BookingPurpose = 'loan-signing' | 'counter-withdrawal';
/** A signing names its case, a withdrawal its route; `request.invalid` names the one that is missing or not of the purpose. */
export interface BookingBody {
  readonly slotId: string;
  readonly purpose: BookingPurpose;
  /** With `loan-signing`. */
  readonly caseId?: string;
  /** With `counter-withdrawal`: a route that the centre serves at the counter. One valid booking a person and route. */
  readonly route?: WithdrawalRouteId;
}
export interface Booking {
  readonly bookingId: string;
  readonly slotId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly servicePoint: ServicePoint;
  readonly purpose: BookingPurpose;
  readonly caseId?: string;
  readonly route?: WithdrawalRouteId;
}
/**
 * A free time near one that is full. `booking.slot-full` brings the three nearest as reasons `{ code: 'slot-free', params }`,
 * nearest first, `params` being these fields.
 */
export interface NearestSlot {
  readonly slotId: string;
  readonly servicePointId: string;
  /** The point's name. */
  readonly name: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly left: number;
}
export interface BookingsReply {
  readonly items: readonly Booking[];
}
export interface BookingParams {
  readonly bookingId: string;
}
