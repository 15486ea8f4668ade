import type { Booking, ProblemReason, ServicePoint } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { OpaqueIds } from '../../account/index.ts';
import type { CoreBooking, CoreNearSlot } from '../../core-fund/index.ts';
import { Cases, roleOf } from '../../progress/index.ts';
import { ServicePoints } from './service-points.ts';

/** A free time offered in the place of a full one; the phone books it with one tap. */
export function slotFreeReason({ slotNo, pointNo, pointName, startsAt, endsAt, left }: CoreNearSlot): ProblemReason {
  return { code: 'slot-free', params: { slotId: slotNo, servicePointId: pointNo, name: pointName, startsAt, endsAt, left } };
}

/** Neither given back nor over, by the core's own moment. */
export function isAhead({ cancelled, endsAt }: CoreBooking, asOf: string): boolean {
  return !cancelled && endsAt > asOf;
}

/** A booking as its owner sees it: an id that fits nobody else, the place in full, and our own id of the case. */
@Injectable()
export class BookingViews {
  constructor(
    private readonly ids: OpaqueIds,
    private readonly cases: Cases,
    private readonly points: ServicePoints,
  ) {}

  idOf(personId: string, { bookingNo }: CoreBooking): string {
    return this.ids.booking(personId, bookingNo);
  }

  /** @param place where it is, when that is known already */
  async of(personId: string, booking: CoreBooking, place?: ServicePoint): Promise<Booking> {
    const { slotNo, startsAt, endsAt, purpose, caseNo, route } = booking;
    const one = caseNo === undefined ? undefined : await this.cases.byCore('', caseNo);
    return {
      bookingId: this.idOf(personId, booking),
      slotId: slotNo,
      startsAt,
      endsAt,
      servicePoint: place ?? (await this.pointOf(booking.pointNo)),
      purpose,
      ...(one !== undefined && roleOf(one, personId) !== undefined ? { caseId: one.caseId } : {}),
      ...(route === undefined ? {} : { route }),
    };
  }

  /** A place that is no longer on the list is still where the person has to go: its number at least is told. */
  private async pointOf(pointNo: string): Promise<ServicePoint> {
    const known = (await this.points.all()).find((point) => point.servicePointId === pointNo);
    return known ?? { servicePointId: pointNo, name: pointNo, kind: 'centre', district: '', address: '', phone: '', hours: '' };
  }
}
