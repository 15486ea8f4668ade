import type { StandingOrder, StandingOrderChangeBody, StandingOrderKind, StandingOrdersReply } from '@anju/shared/contract';
import type { Standing } from '../../screen/index.ts';

/** What a person can do to an order from the list. */
export type ActName = 'pause' | 'resume' | 'skip' | 'end';
export interface Act {
  readonly orderId: string;
  readonly action: ActName;
  /** The run it is about, so that another run is another wish. */
  readonly on: string | null;
}

export const actOf = ({ orderId, next }: StandingOrder, action: ActName): Act => ({ orderId, action, on: next?.on ?? null });

/** What can be done to it now; how many runs can be left out is for the core to say. */
export function actsOf({ state, next }: StandingOrder): readonly ActName[] {
  if (state === 'ended') return [];
  if (state === 'paused') return ['resume', 'end'];
  return next === null ? ['pause', 'end'] : ['pause', 'skip', 'end'];
}

/** What is sent for it: a skip names the day that the person read, and so leaves out no other run. */
export const actBody = ({ action, on }: { readonly action: Exclude<ActName, 'end'>; readonly on: string | null }): StandingOrderChangeBody => (action === 'skip' && on !== null ? { action, on } : { action });

/** Whether what was pressed for, before the face check, can still be done to what stands here now. */
export function stillStands(act: Act, orders: readonly StandingOrder[]): boolean {
  const order = orders.find(({ orderId }) => orderId === act.orderId);
  if (order === undefined || order.state === 'ended') return false;
  if (act.action === 'resume') return order.state === 'paused';
  if (act.action === 'end') return act.on === (order.next?.on ?? null);
  return order.state === 'running' && act.on === (order.next?.on ?? null);
}

/**
 * How it stands: told only by what was heard after the press, since a run may have been made while the person was away to be seen.
 * @param heardAt when the orders came, milliseconds; null: they are not the core's own just now
 */
export function actStanding(act: Act, orders: readonly StandingOrder[], heardAt: number | null, pressedAt: number): Standing {
  if (heardAt === null || heardAt < pressedAt) return 'later';
  return stillStands(act, orders) ? 'yes' : 'gone';
}

/** The body of a change, or null when nothing is another. */
export function changeBody(order: StandingOrder, bankCardId: string | null, day: number | null): StandingOrderChangeBody | null {
  const card = bankCardId === null || bankCardId === order.card?.bankCardId ? {} : { bankCardId };
  const on = day === null || day === order.day ? {} : { day };
  return Object.keys({ ...card, ...on }).length === 0 ? null : { action: 'change', ...card, ...on };
}

/** The kind that an address names, or null. */
export const kindFrom = (text: string | undefined): StandingOrderKind | null => (text === 'offset' || text === 'repay-commercial-loan' || text === 'rent' ? text : null);

/** The reply with one order put as it is now. */
export function withOrder(reply: StandingOrdersReply, orderId: string, put: (order: StandingOrder) => StandingOrder): StandingOrdersReply {
  const { orders } = reply;
  if (orders.state === 'unknown') return reply;
  return { ...reply, orders: { ...orders, value: orders.value.map((order) => (order.orderId === orderId ? put(order) : order)) } };
}
