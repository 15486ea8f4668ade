import { endpoints } from '@anju/shared/contract';
import type { Booking, BookingBody, Problem, Slot } from '@anju/shared/contract';
import { lastPlace, verifiedOnH5 } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

describe('a time at the counter for a withdrawal that is not done on the phone', () => {
  let world: World;
  let heir: Phone;
  let other: Phone;
  let slot: Slot;
  let held: Booking;
  beforeAll(async () => {
    world = await openWorld();
    heir = await verifiedOnH5(world.bffUrl, world.control, await world.control.person('home-buyer'));
    other = await verifiedOnH5(world.bffUrl, world.control, await world.control.person('renter'));
    ({ slot } = await lastPlace(heir));
  });
  afterAll(async () => {
    await world?.close();
  });

  const visit = (slotId: string, more: Partial<BookingBody> = {}): { body: BookingBody } => ({ body: { slotId, purpose: 'counter-withdrawal', route: 'death', ...more } });

  it('the guide says that it is done at the counter, and what to bring', async () => {
    const item = await heir.ask(endpoints.showCatalogueItem, { params: { item: 'death' } });
    expect(item).toMatchObject({ servedBy: 'counter', route: 'death' });
    expect(item.guide.materials).toContain('死亡证明');
  });

  it('is booked without a case, listed, and known to the core', async () => {
    held = await heir.ask(endpoints.book, visit(slot.slotId));
    expect(held).toMatchObject({ slotId: slot.slotId, startsAt: slot.startsAt, purpose: 'counter-withdrawal', route: 'death' });
    expect((await heir.ask(endpoints.listBookings)).items).toEqual([held]);
    expect((await world.control.journal('home-buyer')).bookings).toMatchObject([{ slot: slot.slotId, ywlx: 'DEATH', ywlsh: null, state: 'valid' }]);
  });

  it('a second of the same route is refused and names the first; another route is another matter', async () => {
    const { servicePointId } = held.servicePoint;
    const free = (await heir.ask(endpoints.listSlots, { params: { servicePointId } })).items.filter((one) => one.left > 0);
    const refused = (await heir.call(endpoints.book, visit(free[0]?.slotId ?? ''))).body as unknown as Problem;
    expect(refused).toMatchObject({ code: 'booking.exists', reasons: [{ code: 'booking-exists', params: { bookingId: held.bookingId, startsAt: held.startsAt } }] });
    const second = await heir.ask(endpoints.book, visit(free[0]?.slotId ?? '', { route: 'disability' }));
    expect((await heir.ask(endpoints.listBookings)).items.map(({ route }) => route)).toEqual(['death', 'disability']);
    await heir.ask(endpoints.cancelBooking, { params: { bookingId: second.bookingId } });
  });

  it('whoever comes second to the last place is offered the three nearest and takes one', async () => {
    const refused = (await other.call(endpoints.book, visit(slot.slotId, { route: 'disability' }))).body as unknown as Problem;
    expect([refused.code, refused.reasons?.map(({ code }) => code)]).toEqual(['booking.slot-full', ['slot-free', 'slot-free', 'slot-free']]);
    const near = String(refused.reasons?.[0]?.params?.['slotId']);
    expect(await other.ask(endpoints.book, visit(near, { route: 'disability' }))).toMatchObject({ slotId: near, route: 'disability' });
  });

  it.each([
    ['without its route', { route: undefined as never }, 'route'],
    ['of a route there is not', { route: 'lottery' as never }, 'route'],
    ['of a route that is done on the phone', { route: 'rent' as const }, 'route'],
    ['of a route this centre has not got', { route: 'property-fee' as const }, 'route'],
    ['with a case', { caseId: '00000000-0000-4000-8000-000000000000' }, 'caseId'],
    ['for a purpose there is not', { purpose: 'chat' as never }, 'purpose'],
  ])('%s it is refused, naming the field', async (_, more, field) => {
    const answer = await heir.call(endpoints.book, visit(slot.slotId, more));
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', fields: [{ field }] } });
  });

  it('is given back by its owner only, and then free for the next', async () => {
    expect(await other.refused(endpoints.cancelBooking, { params: { bookingId: held.bookingId } })).toMatchObject({ status: 404, code: 'request.not-found' });
    await heir.ask(endpoints.cancelBooking, { params: { bookingId: held.bookingId } });
    expect((await heir.ask(endpoints.listBookings)).items).toEqual([]);
    expect((await world.control.journal('home-buyer')).bookings.filter(({ state }) => state === 'valid')).toEqual([]);
    expect(await other.ask(endpoints.book, visit(slot.slotId))).toMatchObject({ slotId: slot.slotId, route: 'death' });
  });
});
