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
  /** The state it had when its loan was paid back, which ended it. */
  readonly settled_from: OrderState | null;
}
export interface RunRow {
  readonly qybh: string;
  readonly due: PlainDate;
  readonly state: 'waiting' | 'made' | 'skipped';
  readonly ywlsh: string | null;
}

/** Writes a new order, running. */
export function writeOrder(core: Core, order: Omit<OrderRow, 'qybh' | 'state' | 'settled_from'>): string {
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

/** The due days ahead that are to be left out, rising. */
export const leftOutAhead = (core: Core, qybh: string): PlainDate[] =>
  core.all<{ due: PlainDate }>('SELECT due FROM standing_skip WHERE qybh = ? AND due > ? ORDER BY due', qybh, core.today()).map(({ due }) => due);

export const isLeftOut = (core: Core, qybh: string, due: PlainDate): boolean => core.one('SELECT 1 FROM standing_skip WHERE qybh = ? AND due = ?', qybh, due) !== undefined;

/** These days ahead, and no others, are to be left out. */
export function leaveOut(core: Core, qybh: string, days: readonly PlainDate[]): void {
  core.run('DELETE FROM standing_skip WHERE qybh = ? AND due > ?', qybh, core.today());
  for (const due of days) core.run('INSERT INTO standing_skip (qybh, due) VALUES (?, ?)', qybh, due);
}

/** The days to be left out when the day of the month changes: of the same months; one whose new day has passed falls away. */
export const leftOutOn = (core: Core, qybh: string, day: number): PlainDate[] => leftOutAhead(core, qybh).map((due) => dueIn(monthOf(due), day)).filter((due) => due > core.today());

/** How many runs ahead can be left out; for longer there is the pause. */
export const MOST_LEFT_OUT = 3;

/** The next due day that is not left out. undefined when the loan is paid back or the order not running. */
export function nextDue(core: Core, order: OrderRow): PlainDate | undefined {
  if (order.state !== '1') return undefined;
  const upTo: PlainDate = dueIn(addYearMonths(monthOf(core.today()), MOST_LEFT_OUT + 2), 31);
  return dueDays(core, order, core.today(), upTo).find((due) => !isLeftOut(core, order.qybh, due));
}

/** Ends the orders for loans that are paid back; what they were is kept for a prepayment that the bank takes back. */
export const endSettledOrders = (core: Core): void =>
  void core.run(`UPDATE standing_order SET settled_from = state, state = '3' WHERE state <> '3' AND dkzh IN (SELECT dkzh FROM loan WHERE settled IS NOT NULL)`);

/** The loan is not paid back after all: its order goes on, unless another of the kind was signed for meanwhile. */
export const reopenSettledOrder = (core: Core, dkzh: string): void =>
  void core.run(
    `UPDATE standing_order AS o SET state = settled_from, settled_from = NULL WHERE dkzh = ? AND settled_from IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM standing_order n WHERE n.khbh = o.khbh AND n.kind = o.kind AND n.state IN ('1', '2'))`, dkzh,
  );
