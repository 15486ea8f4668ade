import type { Booking, CaseSummary, NearestSlot, Problem, Reason, ServicePoint, Slot } from '@anju/shared/contract';
import { chinaDateOf, datePartsOf } from '@anju/shared/calendar';
import { dayText, spanOfText } from '../../texts/format.ts';
import { bookingTexts as texts } from '../../texts/booking.ts';

/** The person's own pre-application that waits for its signing, or null: then that comes first. */
export function caseToSign(cases: readonly Pick<CaseSummary, 'caseId' | 'route' | 'stage' | 'role'>[]): string | null {
  return cases.find((one) => one.route === 'loan-pre-application' && one.stage === 'signing' && one.role !== 'co-borrower')?.caseId ?? null;
}

/** The districts there are, in the order of the list. */
export function districtsOf(points: readonly ServicePoint[]): readonly string[] {
  return points.map((point) => point.district).filter((district, at, all) => district !== '' && all.indexOf(district) === at);
}

export interface BookingDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** 11月27日 周五. */
  readonly text: string;
  readonly slots: readonly Slot[];
  /** Places still free on that day. */
  readonly left: number;
}

function weekday(day: string): string {
  const { year, month, day: date } = datePartsOf(day);
  return texts.weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? '';
}

/** The slots by day, in time's order. */
export function daysOf(slots: readonly Slot[]): readonly BookingDay[] {
  const sorted = [...slots].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const days = sorted.map((slot) => chinaDateOf(Date.parse(slot.startsAt))).filter((day, at, all) => all.indexOf(day) === at);
  return days.map((day) => {
    const own = sorted.filter((slot) => chinaDateOf(Date.parse(slot.startsAt)) === day);
    return { day, text: `${dayText(day)} ${weekday(day)}`, slots: own, left: own.reduce((sum, slot) => sum + slot.left, 0) };
  });
}

/** The day that is shown first: the first with a free place. */
export function firstFree(days: readonly BookingDay[]): string | null {
  return (days.find((one) => one.left > 0) ?? days[0])?.day ?? null;
}

function nearestOf({ code, params = {} }: Reason): NearestSlot | null {
  const { slotId, servicePointId, name, startsAt, endsAt, left } = params;
  if (code !== 'slot-free' || typeof slotId !== 'string' || typeof startsAt !== 'string' || typeof endsAt !== 'string') return null;
  return { slotId, servicePointId: String(servicePointId ?? ''), name: String(name ?? ''), startsAt, endsAt, left: Number(left ?? 0) };
}

/** The free times that are offered in the place of a full one. */
export function alternativesOf(problem: Problem): readonly NearestSlot[] {
  if (problem.code !== 'booking.slot-full') return [];
  return (problem.reasons ?? []).map(nearestOf).filter((slot): slot is NearestSlot => slot !== null);
}

/** 11月27日 09:30–10:00. */
export const slotText = (slot: Pick<Slot, 'startsAt' | 'endsAt'>): string => spanOfText(slot.startsAt, slot.endsAt);

/** When and where, as the booked card lists it. */
export function bookedFacts({ servicePoint: place, ...booking }: Booking): readonly { readonly label: string; readonly value: string }[] {
  return [
    { label: texts.at, value: slotText(booking) },
    { label: texts.place, value: place.name },
    { label: texts.address, value: place.address },
    { label: texts.phone, value: place.phone },
  ];
}

/** The time this person holds at the counter for a route, or null. */
export function heldForRoute(bookings: readonly Booking[], route: string): Booking | null {
  return bookings.find((one) => one.purpose === 'counter-withdrawal' && one.route === route) ?? null;
}
