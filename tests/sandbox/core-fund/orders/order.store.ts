import { addYearMonths, monthOf, type PlainDate } from '@anju/shared/calendar';
import { chinaMoment } from '../../kit/index.ts';
import { dueIn } from '../rules/shared.facts.ts';
import type { Core } from '../store/core.ts';

/** LX: 1 monthly offset of the fund loan, 2 a bank's loan, 3 rent. */
export type OrderKind = '1' | '2' | '3';
/** ZT: 1 running, 2 paused, 3 ended. */
export type OrderState = '1' | '2' | '3';
export interface OrderRow {
  readonly qybh: string;
  readonly khbh: string;
  readonly grzh: string;
  readonly kind: OrderKind;
  readonly state: OrderState;
  /** null with the offset. */
  readonly kbh: string | null;
  /** Day of the month; null with the offset, which runs on the loan's due day. */
  readonly day: number | null;
  readonly dkzh: string | null;
  readonly signed: PlainDate;
  /** What falls due up to this day does not run. */
  readonly due_after: PlainDate;
  /** The one due day to be left out. */
  readonly skip: PlainDate | null;
}
export interface RunRow {
  readonly qybh: string;
  readonly due: PlainDate;
  readonly state: 'waiting' | 'made' | 'skipped';
  readonly ywlsh: string | null;
}

/** Writes a new order, running. */
export function writeOrder(core: Core, order: Omit<OrderRow, 'qybh' | 'state' | 'skip'>): string {
  const qybh = `QY${chinaMoment(core.now()).slice(0, 8)}${String(core.next('order')).padStart(8, '0')}`;
  core.run(
    `INSERT INTO standing_order (qybh, khbh, grzh, kind, state, kbh, day, dkzh, signed, due_after) VALUES (?, ?, ?, ?, '1', ?, ?, ?, ?, ?)`,
    qybh, order.khbh, order.grzh, order.kind, order.kbh, order.day, order.dkzh, order.signed, order.due_after,
  );
  return qybh;
}

export const orderOf = (core: Core, qybh: string): OrderRow | undefined => core.one<OrderRow>('SELECT * FROM standing_order WHERE qybh = ?', qybh);
export const ordersOf = (core: Core, khbh: string): OrderRow[] => core.all<OrderRow>('SELECT * FROM standing_order WHERE khbh = ? ORDER BY signed DESC, qybh DESC', khbh);
/** The last runs, newest first. */
export const runsOf = (core: Core, qybh: string, count: number): RunRow[] => core.all<RunRow>('SELECT * FROM standing_run WHERE qybh = ? ORDER BY due DESC LIMIT ?', qybh, count);

const ranIn = (core: Core, qybh: string, month: string): boolean => core.one('SELECT 1 FROM standing_run WHERE qybh = ? AND substr(due, 1, 7) = ?', qybh, month) !== undefined;

/** The due days of an order after one day up to another, rising; one a month, whatever its day was changed to. */
export function dueDays(core: Core, order: OrderRow, after: PlainDate, upTo: PlainDate): PlainDate[] {
  const from = after > order.due_after ? after : order.due_after;
  if (order.kind === '1') {
    return core.all<{ due: PlainDate }>('SELECT due FROM loan_due WHERE dkzh = ? AND paid IS NULL AND due > ? AND due <= ? ORDER BY due', order.dkzh, from, upTo).map(({ due }) => due);
  }
  const days: PlainDate[] = [];
  for (let month = monthOf(from); month <= monthOf(upTo); month = addYearMonths(month, 1)) {
    const due = dueIn(month, order.day ?? 1);
    if (due > from && due <= upTo && !ranIn(core, order.qybh, month)) days.push(due);
  }
  return days;
}

/** The next due day; a month that is to be left out is passed over. undefined when the loan is paid back or the order not running. */
export function nextDue(core: Core, order: OrderRow): PlainDate | undefined {
  if (order.state !== '1') return undefined;
  const upTo: PlainDate = dueIn(addYearMonths(monthOf(core.today()), 3), 31);
  return dueDays(core, order, core.today(), upTo).find((due) => due !== order.skip);
}
