import 'reflect-metadata';
import type { BookingBody } from '@anju/shared/contract';
import { AuditEntryRow } from '../audit/adapters/audit.rows.ts';
import { testEngines } from '../platform/testing/index.ts';
import { KnownSignings } from './known-signings.port.ts';
import { bookingWorld } from './testing/booking-world.ts';
import type { BookingWorld } from './testing/booking-world.ts';
import { BookSlot } from './use-cases/book-slot.ts';
import { CancelBooking } from './use-cases/cancel-booking.ts';
import { ListBookings } from './use-cases/list-bookings.ts';
import { ListServicePoints, ListSlots } from './use-cases/service-points.ts';

const refusal = (code: string) => expect.objectContaining({ code });
const wish = (more: Partial<BookingBody> = {}): BookingBody => ({ slotId: 'S1', purpose: 'loan-signing', caseId: 'case-lin', ...more });
const ANOTHER = '22222222-2222-4222-8222-222222222222';

describe.each(testEngines())('booked times on %s', (engine) => {
  let world: BookingWorld;
  beforeEach(async () => {
    world = await bookingWorld(engine);
  });
  afterEach(async () => {
    await world.close();
  });
  const book = (who = 'lin', body = wish()) => world.module.get(BookSlot).execute(who, body);
  const list = async (who = 'lin') => (await world.module.get(ListBookings).execute(who)).items;
  const cancel = (who: string, bookingId: string) => world.module.get(CancelBooking).execute(who, bookingId);

  it('books a time, told with its place and our own id of the case', async () => {
    const booking = await book();
    expect(booking).toMatchObject({ slotId: 'S1', startsAt: '2026-11-23T01:00:00.000Z', purpose: 'loan-signing', caseId: 'case-lin', servicePoint: { servicePointId: '01', district: '思明区' } });
    expect(booking.bookingId).toMatch(/^[0-9a-f]{24}$/);
    expect(world.asking.replies).toEqual([booking]);
    expect(await list()).toEqual([booking]);
    expect(await list('wu')).toEqual([]);
    expect((await world.db.database.manager().find(AuditEntryRow)).map(({ action, subject }) => `${action} ${subject}`)).toEqual([`booking.made ${booking.bookingId}`]);
  });

  it.each([['lost on the way', ['lost']], ['lost on the way back', ['answer-lost']], ['lost twice after it was done', ['answer-lost', 'lost']]] as const)('books once when the line is %s', async (_, lines) => {
    world.core.lines.push(...lines);
    expect(await book()).toMatchObject({ slotId: 'S1' });
    expect(world.core.held.size).toBe(1);
    expect(new Set(world.core.asked.map(({ requestNo, wish: asked }) => JSON.stringify([requestNo, asked]))).size).toBe(1);
  });

  it('goes on under the same number and moment when the key comes again later', async () => {
    world.core.lines.push('lost', 'lost');
    await expect(book()).rejects.toEqual(refusal('core.unreachable'));
    world.clock.advance(90_000);
    expect(await book()).toMatchObject({ slotId: 'S1' });
    expect(world.core.asked.map(({ wish: asked }) => asked.askedAt)).toEqual(Array.from({ length: 3 }, () => '2026-11-21T01:30:15.000Z'));
    expect(new Set(world.core.asked.map(({ requestNo }) => requestNo))).toEqual(new Set(['B11111111111141118111111111111111']));
  });

  it('finds its own booking when it asks anew under another key', async () => {
    const first = await book();
    world.asking.name = ANOTHER;
    expect(await book()).toEqual(first);
    expect(world.core.held.size).toBe(1);
  });

  it.each(['slot-closed', 'not-waiting-for-signing'] as const)('finds its own booking under another key when the core refuses the repeat with %s', async (refused) => {
    const first = await book();
    world.asking.name = ANOTHER;
    world.core.refusal = refused;
    expect(await book()).toEqual(first);
    world.asking.name = '33333333-3333-4333-8333-333333333333';
    await expect(book('lin', wish({ slotId: 'S2' }))).rejects.toEqual(refusal(refused === 'slot-closed' ? 'booking.slot-closed' : 'booking.not-yet'));
  });

  it('names the booking that the case has at another time', async () => {
    const first = await book();
    world.asking.name = ANOTHER;
    await expect(book('lin', wish({ slotId: 'S2' }))).rejects.toMatchObject({ code: 'booking.exists', details: { reasons: [{ code: 'booking-exists', params: { bookingId: first.bookingId } }] } });
  });

  it('holds a time that is over against nobody: neither is it listed nor does it stand for the one that is held', async () => {
    const past = { bookingNo: 'YY0', slotNo: 'S0', pointNo: '01', startsAt: '2026-11-20T01:00:00.000Z', endsAt: '2026-11-20T01:30:00.000Z', purpose: 'loan-signing', caseNo: 'YW1', cancelled: false } as const;
    world.core.held.set('YY0', { ...past, customerNo: 'KH-lin' });
    world.core.held.set('YY1', { ...past, bookingNo: 'YY1', slotNo: 'S1', startsAt: '2026-11-23T01:00:00.000Z', endsAt: '2026-11-23T01:30:00.000Z', customerNo: 'KH-lin' });
    expect(await book()).toMatchObject({ slotId: 'S1' });
    expect((await list()).map(({ slotId }) => slotId)).toEqual(['S1']);
  });

  it('offers the three nearest free times to whoever comes second to the last place', async () => {
    await book('wu', wish({ caseId: 'case-wu' }));
    world.asking.name = ANOTHER;
    await expect(book()).rejects.toMatchObject({
      code: 'booking.slot-full',
      details: { reasons: ['S2', 'S3', 'S4'].map((slotId) => ({ code: 'slot-free', params: { slotId, servicePointId: '01', name: '01 号网点', left: 2, startsAt: expect.any(String), endsAt: expect.any(String) } })) },
    });
  });

  describe('for a withdrawal at the counter', () => {
    const visit = (more: Partial<BookingBody> = {}): BookingBody => ({ slotId: 'S1', purpose: 'counter-withdrawal', route: 'death', ...more });
    const fields = (field: string, rule: string) => expect.objectContaining({ code: 'request.invalid', details: { fields: [expect.objectContaining({ field, rule })] } });

    it('needs no case, is told with its route, and comes once under another key too', async () => {
      const booking = await book('lin', visit());
      expect(booking).toMatchObject({ slotId: 'S1', purpose: 'counter-withdrawal', route: 'death', servicePoint: { servicePointId: '01' } });
      expect(booking).not.toHaveProperty('caseId');
      expect(world.core.asked.map(({ wish: asked }) => [asked.route, asked.caseNo])).toEqual([['death', undefined]]);
      world.asking.name = ANOTHER;
      expect(await book('lin', visit())).toEqual(booking);
      expect(await list()).toEqual([booking]);
      expect(await list('wu')).toEqual([]);
    });

    it('is one a person and route: a second is refused and names the first, another route goes on', async () => {
      const first = await book('lin', visit());
      world.asking.name = ANOTHER;
      const second = visit({ slotId: 'S2' });
      const { startsAt, endsAt, bookingId } = first;
      await expect(book('lin', second)).rejects.toMatchObject({ code: 'booking.exists', details: { reasons: [{ code: 'booking-exists', params: { bookingId, startsAt, endsAt } }] } });
      world.asking.name = '33333333-3333-4333-8333-333333333333';
      expect(await book('lin', { ...second, route: 'disability' })).toMatchObject({ route: 'disability' });
      await cancel('lin', bookingId);
      world.asking.name = '44444444-4444-4444-8444-444444444444';
      expect(await book('lin', visit())).toMatchObject({ slotId: 'S1', route: 'death' });
    });

    it('is kept apart from a signing, and shares the places with it', async () => {
      await book('wu', wish({ caseId: 'case-wu' }));
      world.asking.name = ANOTHER;
      await expect(book('lin', visit())).rejects.toMatchObject({ code: 'booking.slot-full', details: { reasons: [{ code: 'slot-free' }, { code: 'slot-free' }, { code: 'slot-free' }] } });
    });

    it.each([
      ['without its route', visit({ route: undefined as never }), 'route', 'required'],
      ['with a case', visit({ caseId: 'case-lin' }), 'caseId', 'not-needed'],
      ['of a route that is done on the phone', visit({ route: 'rent' }), 'route', 'counter'],
      ['of a route the centre has not got', visit({ route: 'property-fee' }), 'route', 'counter'],
      ['that is a signing without its case', { slotId: 'S1', purpose: 'loan-signing' } as BookingBody, 'caseId', 'required'],
      ['that is a signing with a route', wish({ route: 'death' }), 'route', 'not-needed'],
    ])('%s it is refused, naming the field', async (_, body, field, rule) => {
      await expect(book('lin', body)).rejects.toEqual(fields(field, rule));
      expect(world.core.asked).toEqual([]);
    });

    it.each([['slot-closed', 'booking.slot-closed'], ['rejected', 'booking.slot-closed']] as const)('answers the refusal %s with %s', async (refused, code) => {
      world.core.refusal = refused;
      await expect(book('lin', visit())).rejects.toEqual(refusal(code));
    });
  });

  it.each([['slot-closed', 'booking.slot-closed'], ['not-waiting-for-signing', 'booking.not-yet'], ['not-found', 'request.not-found']] as const)('answers the refusal %s with %s', async (refused, code) => {
    world.core.refusal = refused;
    await expect(book()).rejects.toEqual(refusal(code));
  });

  it("knows nothing of another person's case, and does not ask for one the core has not got", async () => {
    await expect(book('lin', wish({ caseId: 'case-wu' }))).rejects.toEqual(refusal('request.not-found'));
    await expect(book('lin', wish({ caseId: 'case-none' }))).rejects.toEqual(refusal('request.not-found'));
    await expect(book('lin', wish({ caseId: 'case-young' }))).rejects.toEqual(refusal('booking.not-yet'));
    expect(world.core.asked).toEqual([]);
  });

  it('keeps what is booked of a case until it is given back, for when the core is silent', async () => {
    const known = world.module.get(KnownSignings);
    const { bookingId, servicePoint } = await book();
    expect(await known.of('case-lin')).toEqual({ booking: expect.objectContaining({ slotNo: 'S1', caseNo: 'YW1' }), place: servicePoint, asOf: world.clock.now().toISOString() });
    await cancel('lin', bookingId);
    expect(await known.of('case-lin')).toBeUndefined();
  });

  it('gives a time back once, also when the answer is lost', async () => {
    const { bookingId } = await book();
    await expect(cancel('wu', bookingId)).rejects.toEqual(refusal('request.not-found'));
    world.core.lines.push('answer-lost');
    await cancel('lin', bookingId);
    await cancel('lin', bookingId);
    expect(await list()).toEqual([]);
    expect(await book('lin', wish())).toMatchObject({ slotId: 'S1' });
  });

  it('tells a time as given back to whoever asks anew, though the core refuses the repeat', async () => {
    const { bookingId } = await book();
    world.core.givenBackBefore = true;
    await cancel('lin', bookingId);
    expect(await list()).toEqual([]);
  });

  it('says so when a time can no longer be given back', async () => {
    const { bookingId } = await book();
    world.core.refusal = 'cannot-cancel';
    await expect(cancel('lin', bookingId)).rejects.toEqual(refusal('case.state-conflict'));
    world.core.up = false;
    await expect(cancel('lin', bookingId)).rejects.toEqual(refusal('core.unreachable'));
  });

  it('lists places, by district too, and keeps the list while the core is away', async () => {
    const points = world.module.get(ListServicePoints);
    expect((await points.execute(undefined)).items.map(({ servicePointId }) => servicePointId)).toEqual(['01', '02']);
    world.clock.advance(3_600_000);
    world.core.up = false;
    expect((await points.execute('湖里区')).items.map(({ servicePointId }) => servicePointId)).toEqual(['02']);
    await expect(world.module.get(ListSlots).execute('01', undefined)).rejects.toEqual(refusal('core.unreachable'));
  });

  it('has no list as long as the core never gave one', async () => {
    world.core.up = false;
    await expect(world.module.get(ListServicePoints).execute(undefined)).rejects.toEqual(refusal('core.unreachable'));
  });

  it('lists the times of a place, and knows no other place and no other day than a real one', async () => {
    const slots = world.module.get(ListSlots);
    expect(await slots.execute('01', '2026-11-23')).toMatchObject({ servicePoint: { servicePointId: '01' }, items: [{ slotId: 'S1', left: 1 }] });
    await expect(slots.execute('99', undefined)).rejects.toEqual(refusal('request.not-found'));
    await expect(slots.execute('01', '2026-02-30')).rejects.toMatchObject({ code: 'request.invalid', details: { fields: [{ field: 'from' }] } });
  });
});
