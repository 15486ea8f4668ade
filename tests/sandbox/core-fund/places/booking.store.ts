import { chinaMoment } from '../../kit/index.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import type { RouteCode } from '../rules/routes.ts';
import type { Core } from '../store/core.ts';
import { bookableSlot, nearestFree, type OpenSlot, type Slot } from './slots.ts';
import { POINT_NUMBER_LENGTH } from './service-points.ts';

/** What a time is booked for: the signing of a pre-application, or a withdrawal at the counter, by its route. */
export type BookingMatter = { readonly ywlsh: string; readonly ywlx?: never } | { readonly ywlx: RouteCode; readonly ywlsh?: never };

/** A booked time as stored, with either a case or a route; state 1 valid, 2 cancelled. */
export interface BookingRow {
  readonly yybh: string;
  readonly sdbh: string;
  readonly seat: number;
  readonly khbh: string;
  readonly ywlsh: string | null;
  readonly ywlx: string | null;
  readonly starts: number;
  readonly ends: number;
  readonly state: '1' | '2';
  readonly at: number;
}
const NEAREST = 3;

/** SDBH, KSSJ, JSSJ of a slot. */
export const wireSlot = (slot: Slot): Record<string, unknown> => ({ SDBH: slot.number, KSSJ: chinaMoment(slot.starts), JSSJ: chinaMoment(slot.ends) });
const wireNear = (slot: OpenSlot): Record<string, unknown> => ({ ...wireSlot(slot), WDBH: slot.point.number, WDMC: slot.point.name, SYSL: String(slot.left) });

/** A booking as YY1001 answers it. */
export const wireBooking = (row: BookingRow): Record<string, unknown> => ({
  YYBH: row.yybh, SDBH: row.sdbh, WDBH: row.sdbh.slice(0, POINT_NUMBER_LENGTH), KSSJ: chinaMoment(row.starts), JSSJ: chinaMoment(row.ends),
  ...(row.ywlx === null ? { YYSX: 'DKMQ', YWLSH: row.ywlsh } : { YYSX: 'TQYW', YWLX: row.ywlx }), ZT: row.state,
});

const existingBooking = (core: Core, yybh: string): BookingRow => {
  const row = core.one<BookingRow>('SELECT * FROM booking WHERE yybh = ?', yybh);
  if (row === undefined) throw new CoreRefusal('300404');
  return row;
};

/** The lowest window of a slot that nobody has booked; undefined when it is full. */
function freeSeat(core: Core, slot: Slot): number | undefined {
  const taken = core.all<{ seat: number }>(`SELECT seat FROM booking WHERE sdbh = ? AND state = '1'`, slot.number).map((row) => row.seat);
  for (let seat = 1; seat <= slot.point.windows; seat += 1) if (!taken.includes(seat)) return seat;
  return undefined;
}

/** A valid booking of the same case, or of the same person and route, whose time is not over. */
const heldFor = (core: Core, khbh: string, { ywlsh, ywlx }: BookingMatter): boolean =>
  core.one(`SELECT 1 FROM booking WHERE (ywlsh = ? OR (khbh = ? AND ywlx = ?)) AND state = '1' AND ends > ?`, ywlsh ?? null, khbh, ywlx ?? null, core.now()) !== undefined;

/**
 * Books a place for a case that waits for its signing, or for a withdrawal at the counter; inside the caller's transaction, and the database itself holds each seat once.
 * @throws CoreRefusal 300031 slot, 300032 booked already, 300030 full, with the nearest free slots
 */
export function bookPlace(core: Core, khbh: string, matter: BookingMatter, sdbh: string): BookingRow {
  const slot = bookableSlot(core, sdbh);
  if (slot === undefined) throw new CoreRefusal('300031');
  if (heldFor(core, khbh, matter)) throw new CoreRefusal('300032');
  const seat = freeSeat(core, slot);
  if (seat === undefined) throw new CoreRefusal('300030', { JX: nearestFree(core, slot, NEAREST).map(wireNear) });
  const yybh = `YY${chinaMoment(core.now()).slice(0, 8)}${String(core.next('booking')).padStart(8, '0')}`;
  core.run(
    `INSERT INTO booking (yybh, sdbh, seat, khbh, ywlsh, ywlx, starts, ends, state, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '1', ?)`,
    yybh, slot.number, seat, khbh, matter.ywlsh ?? null, matter.ywlx ?? null, slot.starts, slot.ends, core.now(),
  );
  return existingBooking(core, yybh);
}

/** Gives a booked place back. @throws CoreRefusal 300404 another's or unknown, 300020 begun or cancelled already */
export function cancelBooking(core: Core, khbh: string, yybh: string): BookingRow {
  const row = existingBooking(core, yybh);
  if (row.khbh !== khbh) throw new CoreRefusal('300404');
  if (row.state !== '1' || row.starts <= core.now()) throw new CoreRefusal('300020');
  core.run(`UPDATE booking SET state = '2' WHERE yybh = ?`, yybh);
  return existingBooking(core, yybh);
}

/** A person's bookings, newest first. */
export const bookingsOf = (core: Core, khbh: string): BookingRow[] => core.all<BookingRow>('SELECT * FROM booking WHERE khbh = ? ORDER BY yybh DESC', khbh);

/** The case is over before its signing: what was booked for it is free again. */
export const releaseBookings = (core: Core, ywlsh: string): void => void core.run(`UPDATE booking SET state = '2' WHERE ywlsh = ? AND state = '1'`, ywlsh);

/** Whether the time booked for a case has passed by the core's clock. */
export const signingIsOver = (core: Core, ywlsh: string): boolean => core.one(`SELECT 1 FROM booking WHERE ywlsh = ? AND state = '1' AND ends <= ?`, ywlsh, core.now()) !== undefined;
