import { addDays, addWorkingDays, chinaDateOf, isPlainDate, isWorkingDay, type PlainDate } from '@anju/shared/calendar';
import { instantOfChina } from '../../kit/index.ts';
import type { Core } from '../store/core.ts';
import { POINT_NUMBER_LENGTH, pointOf, SERVICE_POINTS, type ServicePoint } from './service-points.ts';

/** Half an hour at a point; moments in milliseconds. */
export interface Slot {
  readonly number: string;
  readonly point: ServicePoint;
  readonly starts: number;
  readonly ends: number;
}
/** A slot and how many places are left. */
export interface OpenSlot extends Slot {
  readonly left: number;
}

const HALF_HOUR_MS = 30 * 60_000;
const TIMES = ['0900', '0930', '1000', '1030', '1100', '1430', '1500', '1530', '1600', '1630'] as const;
const DAYS_SHOWN = 10;
/** Nobody can book further ahead. */
const DAYS_AHEAD = 60;

function slotAt(point: ServicePoint, day: PlainDate, time: string): Slot {
  const starts = instantOfChina(day, `${time.slice(0, 2)}:${time.slice(2)}`);
  return { number: `${point.number}${day.replace(/-/g, '')}${time}`, point, starts, ends: starts + HALF_HOUR_MS };
}

const lastDayOf = (core: Core): PlainDate => addDays(core.today(), DAYS_AHEAD);

/** A point's slots on a day that can still be booked: working days only, none that has begun. */
function slotsOn(core: Core, point: ServicePoint, day: PlainDate): Slot[] {
  if (!isWorkingDay(day).working || day > lastDayOf(core)) return [];
  return TIMES.map((time) => slotAt(point, day, time)).filter((slot) => slot.starts > core.now());
}

/** A slot by its number; undefined when there is no such slot, or none that can be booked any more or yet. */
export function bookableSlot(core: Core, number: string): Slot | undefined {
  const point = pointOf(number.slice(0, POINT_NUMBER_LENGTH));
  const digits = number.slice(POINT_NUMBER_LENGTH, POINT_NUMBER_LENGTH + 8);
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  if (point === undefined || !isPlainDate(day)) return undefined;
  return slotsOn(core, point, day).find((slot) => slot.number === number);
}

function withPlaces(core: Core, slots: readonly Slot[]): OpenSlot[] {
  const taken = new Map(core.all<{ sdbh: string; count: number }>(`SELECT sdbh, COUNT(*) AS count FROM booking WHERE state = '1' AND starts > ? GROUP BY sdbh`, core.now()).map((row) => [row.sdbh, row.count]));
  return slots.map((slot) => ({ ...slot, left: slot.point.windows - (taken.get(slot.number) ?? 0) }));
}

/** The slots of the ten working days from a day on (from today when it lies behind), ascending. */
export function slotsFrom(core: Core, point: ServicePoint, from: PlainDate): OpenSlot[] {
  if (from > lastDayOf(core)) return [];
  const slots: Slot[] = [];
  let day = addWorkingDays(from < core.today() ? core.today() : from, 0).date;
  for (let shown = 0; shown < DAYS_SHOWN && day <= lastDayOf(core); shown += 1) {
    slots.push(...slotsOn(core, point, day));
    day = addWorkingDays(day, 1).date;
  }
  return withPlaces(core, slots);
}

/** The free slots nearest to one that is full: nearest in time, then the same point, then the earlier. */
export function nearestFree(core: Core, full: Slot, count: number): OpenSlot[] {
  const slots: Slot[] = [];
  for (let day = chinaDateOf(core.now()); day <= lastDayOf(core); day = addDays(day, 1)) {
    for (const point of SERVICE_POINTS) slots.push(...slotsOn(core, point, day));
  }
  const elsewhere = (slot: Slot): number => (slot.point.number === full.point.number ? 0 : 1);
  return withPlaces(core, slots)
    .filter((slot) => slot.left > 0)
    .sort((a, b) => Math.abs(a.starts - full.starts) - Math.abs(b.starts - full.starts) || elsewhere(a) - elsewhere(b) || a.starts - b.starts || (a.number < b.number ? -1 : 1))
    .slice(0, count);
}
