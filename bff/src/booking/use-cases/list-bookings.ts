import type { BookingsReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';
import { BookingViews, isAhead } from './booking-views.ts';

/** The times a person has booked, the next one first; those that are over or were given back are none. */
@Injectable()
export class ListBookings {
  constructor(
    private readonly identities: Identities,
    private readonly core: CoreFund,
    private readonly views: BookingViews,
  ) {}

  /** @throws Refusal `core.unreachable` */
  async execute(personId: string): Promise<BookingsReply> {
    const person = await this.identities.of(personId);
    const read = await this.core.bookings(person.customerNo);
    if (read.kind !== 'ok') throw new Refusal('core.unreachable');
    const held = read.value.filter((booking) => isAhead(booking, read.asOf)).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    return { items: await Promise.all(held.map((booking) => this.views.of(personId, booking))) };
  }
}
