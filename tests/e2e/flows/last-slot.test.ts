import { endpoints } from '@anju/shared/contract';
import type { Problem, Slot } from '@anju/shared/contract';
import { lastPlace, waitingForSigning } from '../world/journeys.ts';
import type { Waiting } from '../world/journeys.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

describe('two people and one last place', () => {
  let world: World;
  let two: readonly [Waiting, Waiting];
  let slot: Slot;
  beforeAll(async () => {
    world = await openWorld();
    two = [await waitingForSigning(world.bffUrl, world.control, 'home-buyer'), await waitingForSigning(world.bffUrl, world.control, 'renter')];
    ({ slot } = await lastPlace(two[0].phone));
  });
  afterAll(async () => {
    await world?.close();
  });

  const wish = ({ caseId }: Waiting, slotId: string) => ({ body: { slotId, purpose: 'loan-signing' as const, caseId } });

  it('exactly one of them gets it; the other is offered the three nearest and takes one', async () => {
    const answers = await Promise.all(two.map((one) => one.phone.call(endpoints.book, wish(one, slot.slotId))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const late = answers[0]?.status === 409 ? two[0] : two[1];
    const refused = (answers[0]?.status === 409 ? answers[0] : answers[1])?.body as unknown as Problem;
    expect(refused.code).toBe('booking.slot-full');

    const offered = refused.reasons ?? [];
    expect(offered.map((reason) => reason.code)).toEqual(['slot-free', 'slot-free', 'slot-free']);
    const away = offered.map((reason) => Math.abs(Date.parse(String(reason.params?.['startsAt'])) - Date.parse(slot.startsAt)));
    expect([...away].sort((one, other) => one - other)).toEqual(away);
    for (const reason of offered) {
      expect(reason.params?.['slotId']).not.toBe(slot.slotId);
      expect(Number(reason.params?.['left'])).toBeGreaterThan(0);
    }

    const taken = await late.phone.ask(endpoints.book, wish(late, String(offered[0]?.params?.['slotId'])));
    expect(taken.slotId).toBe(offered[0]?.params?.['slotId']);
    const shown = await late.phone.ask(endpoints.showPreApplication, { params: { preApplicationId: late.caseId } });
    expect(shown.signing).toMatchObject({ canBook: false, booking: { bookingId: taken.bookingId, servicePoint: { name: offered[0]?.params?.['name'] } } });
  });

  it('and the core holds two bookings, one of them for the last place', async () => {
    const held = (await Promise.all(two.map(({ person }) => world.control.journal(person.key)))).flatMap((journal) => journal.bookings);
    expect(held).toHaveLength(2);
    expect(held.every((booking) => booking.state === 'valid')).toBe(true);
    expect(held.filter((booking) => booking.slot === slot.slotId)).toHaveLength(1);
  });

  it('a place that is given back is free again, and the case can be booked anew', async () => {
    const [first] = two;
    const before = (await first.phone.ask(endpoints.listBookings)).items;
    const bookingId = before[0]?.bookingId ?? '';
    await first.phone.ask(endpoints.cancelBooking, { params: { bookingId } });
    const shown = await first.phone.ask(endpoints.showPreApplication, { params: { preApplicationId: first.caseId } });
    expect(shown.signing).toEqual({ canBook: true, booking: null });
    const again = await first.phone.ask(endpoints.book, wish(first, before[0]?.slotId ?? ''));
    expect(again.slotId).toBe(before[0]?.slotId);
    const servicePointId = before[0]?.servicePoint.servicePointId ?? '';
    const another = (await first.phone.ask(endpoints.listSlots, { params: { servicePointId } })).items.find((one) => one.left > 0 && one.slotId !== again.slotId);
    expect(await first.phone.refused(endpoints.book, wish(first, another?.slotId ?? ''))).toMatchObject({ status: 409, code: 'booking.exists' });
  });
});
