import { routeDefinition } from './route-definitions.ts';
import { routeServedBy } from './withdrawal-route.ts';
import type { ServedBy, WithdrawalRouteId } from './withdrawal-route.ts';

/** What is true of a route at every centre. */
export interface RouteTraits {
  readonly servedBy: ServedBy;
  /** When every fact came from a source. */
  readonly decided: 'at-once' | 'by-clerk';
  /** The most papers that may be asked for. */
  readonly uploads: number;
  /** Pays everything out with interest and closes the account. */
  readonly closing: boolean;
}

/** What of a route does not depend on a person; what they are asked is `routeOffer`'s to say. */
export function routeTraits(route: WithdrawalRouteId): RouteTraits {
  const { decided, closing, asks } = routeDefinition(route);
  return { servedBy: routeServedBy(route), decided, uploads: asks.filter(({ kind }) => kind === 'file').length, closing: closing === true };
}
