import type { Booking, Problem, Slot } from '@anju/shared/contract';
import { alternativesOf, bookedFacts, caseToSign, daysOf, districtsOf, firstFree, heldForRoute, slotText } from './booking.days.ts';

const slot = (slotId: string, startsAt: string, left: number): Slot => ({ slotId, startsAt, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString(), left });
const point = (servicePointId: string, district: string) => ({ servicePointId, name: servicePointId, kind: 'centre' as const, district, address: '', phone: '', hours: '' });

describe('days and times', () => {
  const slots = [slot('c', '2026-11-30T01:00:00.000Z', 2), slot('b', '2026-11-27T01:30:00.000Z', 0), slot('a', '2026-11-27T01:00:00.000Z', 0), slot('late', '2026-11-27T16:30:00.000Z', 1)];
  const days = daysOf(slots);
  it('stand by the day in China, in order of time', () => {
    expect(days.map((one) => [one.day, one.text, one.slots.map((it) => it.slotId), one.left])).toEqual([
      ['2026-11-27', '11月27日 周五', ['a', 'b'], 0], ['2026-11-28', '11月28日 周六', ['late'], 1], ['2026-11-30', '11月30日 周一', ['c'], 2],
    ]);
  });
  it('open at the first day with a free place; a full list at its first day; none at none', () => {
    expect(firstFree(days)).toBe('2026-11-28');
    expect(firstFree(daysOf([slots[1] as Slot]))).toBe('2026-11-27');
    expect(firstFree([])).toBeNull();
  });
  it('are said with both ends', () => {
    expect(slotText(slots[0] as Slot)).toBe('11月30日\u00a009:00–09:30');
  });
});

describe('places', () => {
  it('have each district once, in the order of the list', () => {
    expect(districtsOf([point('1', '思明'), point('2', '湖里'), point('3', '思明'), point('4', '')])).toEqual(['思明', '湖里']);
  });
});

describe('a time that is full', () => {
  const problem: Problem = {
    type: '', title: '', status: 409, code: 'booking.slot-full', requestId: '',
    reasons: [
      { code: 'slot-free', params: { slotId: 's1', servicePointId: '01', name: '思明网点', startsAt: '2026-11-27T02:00:00.000Z', endsAt: '2026-11-27T02:30:00.000Z', left: 3 } },
      { code: 'other', params: {} },
    ],
  };
  it('offers what the service names, and nothing it does not', () => {
    expect(alternativesOf(problem)).toEqual([{ slotId: 's1', servicePointId: '01', name: '思明网点', startsAt: '2026-11-27T02:00:00.000Z', endsAt: '2026-11-27T02:30:00.000Z', left: 3 }]);
    expect(alternativesOf({ ...problem, code: 'booking.exists' })).toEqual([]);
    expect(alternativesOf({ ...problem, reasons: [] })).toEqual([]);
  });
});

describe('the case that a time is booked for', () => {
  const waiting = { caseId: 'k2', route: 'loan-pre-application' as const, stage: 'signing' as const };
  it('is the person\'s own pre-application that waits for its signing', () => {
    expect(caseToSign([{ ...waiting, caseId: 'k1', stage: 'under-review' }, { ...waiting, route: 'purchase' }, waiting])).toBe('k2');
  });
  it('is none without one, or where the applicant books', () => {
    expect(caseToSign([])).toBeNull();
    expect(caseToSign([{ ...waiting, role: 'co-borrower' }])).toBeNull();
  });
});

describe('a time that is held', () => {
  const servicePoint = { ...point('1', '思明'), name: '思明网点', address: '某路 1 号', phone: '0592-1' };
  const held: Booking = { bookingId: 'b1', slotId: 's', startsAt: '2026-11-30T01:00:00.000Z', endsAt: '2026-11-30T01:30:00.000Z', servicePoint, purpose: 'counter-withdrawal', route: 'death' };
  it('is told with when and where', () => {
    expect(bookedFacts(held)).toEqual([
      { label: '时间', value: '11月30日\u00a009:00–09:30' }, { label: '地点', value: '思明网点' }, { label: '地址', value: '某路 1 号' }, { label: '电话', value: '0592-1' },
    ]);
  });
  it('is that of the route, and no signing', () => {
    const { route, ...rest } = held;
    expect(route).toBe('death');
    expect(heldForRoute([{ ...rest, purpose: 'loan-signing', caseId: 'k' }, { ...held, bookingId: 'b2', route: 'disability' }, held], 'death')).toBe(held);
    expect(heldForRoute([held], 'disability')).toBeNull();
  });
});
