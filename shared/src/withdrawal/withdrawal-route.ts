/** How Anju serves a route: here, at a counter, or a guide only. */
export type ServedBy = 'online' | 'counter' | 'guide';

/**
 * The withdrawal routes a citizen knows by name, in the order they are listed, and how Anju serves each. Which of them a centre has is its
 * pack's to say (`notOffered`, `counterOnly`). A new route is one line here, its definition, its guide and its words.
 */
const SERVED_BY = {
  purchase: 'online',
  'down-payment': 'online',
  'build-or-repair': 'online',
  renovation: 'online',
  'property-fee': 'online',
  rent: 'online',
  'repay-fund-loan': 'online',
  'repay-commercial-loan': 'online',
  lift: 'online',
  illness: 'online',
  retirement: 'online',
  disability: 'counter',
  'leave-job': 'online',
  emigration: 'online',
  death: 'counter',
} as const satisfies Readonly<Record<string, ServedBy>>;

export type WithdrawalRouteId = keyof typeof SERVED_BY;

/** All routes, in the order they are listed. */
export const WITHDRAWAL_ROUTES = Object.keys(SERVED_BY) as readonly WithdrawalRouteId[];

export function isWithdrawalRoute(text: string): text is WithdrawalRouteId {
  return (WITHDRAWAL_ROUTES as readonly string[]).indexOf(text) >= 0;
}

/** How Anju serves a route where the centre has it and keeps it from nobody. */
export function routeServedBy(route: WithdrawalRouteId): ServedBy {
  return SERVED_BY[route];
}
