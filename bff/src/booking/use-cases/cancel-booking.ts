import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreBooking } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { AskedOnce, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Cases } from '../../progress/index.ts';
import { KnownSignings } from '../known-signings.port.ts';
import { BookingViews } from './booking-views.ts';

/** Gives a booked time back; whoever has given it back already has what they asked for. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly identities: Identities,
    private readonly core: CoreFund,
    private readonly views: BookingViews,
    private readonly cases: Cases,
    private readonly known: KnownSignings,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Refusal `request.not-found` (another person's booking too), `case.state-conflict` when its time is past, `core.unreachable` */
  async execute(personId: string, bookingId: string): Promise<void> {
    const person = await this.identities.of(personId);
    const booking = await this.find(person, bookingId);
    if (!booking.cancelled) await this.giveBack(person, booking, bookingId);
    const signed = booking.caseNo === undefined ? undefined : await this.cases.byCore('', booking.caseNo);
    await this.unitOfWork.run(async () => {
      if (signed !== undefined) await this.known.forget(signed.caseId);
      await this.askedOnce.complete(undefined);
      await this.audit.record({ personId, action: 'booking.cancelled', subject: bookingId, outcome: 'done' });
    });
  }

  private async find({ personId, customerNo }: VerifiedIdentity, bookingId: string): Promise<CoreBooking> {
    const read = await this.core.bookings(customerNo);
    if (read.kind !== 'ok') throw new Refusal('core.unreachable');
    const found = read.value.find((booking) => this.views.idOf(personId, booking) === bookingId);
    if (found === undefined) throw new Refusal('request.not-found');
    return found;
  }

  /** The number follows from the booking, so that every try is the same request. */
  private async giveBack(person: VerifiedIdentity, booking: CoreBooking, bookingId: string): Promise<void> {
    const outcome = await this.core.cancelBooking(`X${bookingId}`, person.customerNo, booking.bookingNo);
    if (outcome.kind === 'accepted') return;
    if ((await this.find(person, bookingId)).cancelled) return;
    throw new Refusal(outcome.kind === 'refused' ? 'case.state-conflict' : 'core.unreachable');
  }
}
