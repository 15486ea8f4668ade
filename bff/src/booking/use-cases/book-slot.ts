import type { Booking, BookingBody, ProblemCode } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { BookingOutcome, BookingWish, CoreBooking, CoreRefusalCode } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { AskedOnce, Clock, Log, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { KnownSignings } from '../known-signings.port.ts';
import { BookingMatters } from './booking-matters.ts';
import { BookingViews, isAhead, slotFreeReason } from './booking-views.ts';

type Refused = Extract<BookingOutcome, { kind: 'refused' }>;

const REFUSALS: Readonly<Partial<Record<CoreRefusalCode, ProblemCode>>> = {
  'slot-full': 'booking.slot-full',
  'slot-closed': 'booking.slot-closed',
  'booking-exists': 'booking.exists',
  'not-waiting-for-signing': 'booking.not-yet',
  'not-found': 'request.not-found',
};

/** How the core refuses what it has booked under another number: the booking is there, its time has begun, or its case has gone on. */
const MAY_BE_A_REPEAT: readonly CoreRefusalCode[] = ['booking-exists', 'slot-closed', 'not-waiting-for-signing'];

/** `B` + the asking's id: the same on each try of the same wish, so that the core itself keeps a second booking out. */
export const bookingRequestNoOf = (askingId: string): string => `B${askingId.replaceAll('-', '')}`;

/** Books a time for a signing or for a withdrawal at the counter, once. The core holds the places; what it said decides. */
@Injectable()
export class BookSlot {
  constructor(
    private readonly identities: Identities,
    private readonly matters: BookingMatters,
    private readonly core: CoreFund,
    private readonly views: BookingViews,
    private readonly known: KnownSignings,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * @throws Refusal as `BookingMatters.of`, `booking.slot-full` with the nearest free times, `booking.slot-closed`, `booking.exists` naming the booking,
   * `booking.not-yet`, `core.unreachable` (the same key goes on under the same number)
   */
  async execute(personId: string, body: BookingBody): Promise<Booking> {
    const person = await this.identities.of(personId);
    const matter = await this.matters.of(personId, body);
    const requestNo = bookingRequestNoOf(this.askedOnce.askingId() ?? randomId());
    // The core believes a request number only with what it first came with, and the moment is part of that.
    const askedAt = this.askedOnce.askedAt() ?? this.clock.now();
    const wish = { customerNo: person.customerNo, slotNo: body.slotId, ...matter, askedAt: askedAt.toISOString() };
    const booking = await this.booked(personId, requestNo, wish);
    const reply = await this.views.of(personId, booking);
    const asOf = this.clock.now().toISOString();
    await this.unitOfWork.run(async () => {
      if (reply.caseId !== undefined) await this.known.keep(reply.caseId, { booking, place: reply.servicePoint, asOf });
      await this.askedOnce.complete(reply);
      await this.audit.record({ personId, action: 'booking.made', subject: reply.bookingId, outcome: 'done' });
    });
    return reply;
  }

  /** Silence is settled by the same call again; a number that comes twice gets its first answer. */
  private async booked(personId: string, requestNo: string, wish: BookingWish): Promise<CoreBooking> {
    const first = await this.core.book(requestNo, wish);
    const outcome = first.kind === 'unknown' ? await this.core.book(requestNo, wish) : first;
    if (outcome.kind === 'accepted') return outcome.value;
    if (outcome.kind === 'refused' && !MAY_BE_A_REPEAT.includes(outcome.code)) throw refusalOf(outcome, wish);
    const held = await this.heldFor(wish);
    if (held?.slotNo === wish.slotNo) return held;
    if (outcome.kind === 'refused') throw outcome.code === 'booking-exists' ? this.exists(personId, held) : refusalOf(outcome, wish);
    this.log.event('case.unknown', { call: 'booking' });
    throw new Refusal('core.unreachable');
  }

  /** What the case, or this person for the route, has booked already, also under another key whose answer was lost; a time that is over is held no more. */
  private async heldFor({ customerNo, caseNo, route }: BookingWish): Promise<CoreBooking | undefined> {
    const read = await this.core.bookings(customerNo);
    return read.kind === 'ok' ? read.value.find((booking) => booking.caseNo === caseNo && booking.route === route && isAhead(booking, read.asOf)) : undefined;
  }

  private exists(personId: string, held: CoreBooking | undefined): Refusal {
    if (held === undefined) return new Refusal('booking.exists');
    const params = { bookingId: this.views.idOf(personId, held), startsAt: held.startsAt, endsAt: held.endsAt };
    return new Refusal('booking.exists', { reasons: [{ code: 'booking-exists', params }] });
  }
}

/** A signing the core does not take is not yet due; of a withdrawal only the time can be wrong, its route was judged before. */
function refusalOf({ code, nearest }: Refused, { route }: BookingWish): Refusal {
  const known = REFUSALS[code];
  if (known === undefined) return new Refusal(route === undefined ? 'booking.not-yet' : 'booking.slot-closed', { reasons: [{ code }] });
  return new Refusal(known, nearest === undefined ? {} : { reasons: nearest.map(slotFreeReason) });
}
