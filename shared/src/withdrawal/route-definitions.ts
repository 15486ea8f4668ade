import { closingRoutes } from './route-definitions-closing.ts';
import { homeRoutes } from './route-definitions-home.ts';
import { livingRoutes } from './route-definitions-living.ts';
import type { RouteDefinition } from './route-definition.ts';
import type { ProofKind } from './withdrawal-facts.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** Every route as data. */
const ROUTE_DEFINITIONS: Readonly<Record<WithdrawalRouteId, RouteDefinition>> = { ...homeRoutes, ...livingRoutes, ...closingRoutes };

/** A route as data: what it rests on, what is asked, how it is decided, what it pays. */
export function routeDefinition(route: WithdrawalRouteId): RouteDefinition {
  return ROUTE_DEFINITIONS[route];
}

/** The proofs that a route rests on. */
export function proofsOf(route: WithdrawalRouteId): readonly ProofKind[] {
  return (ROUTE_DEFINITIONS[route].conditions ?? []).flatMap((condition) => (condition.check === 'proofs' ? condition.kinds : []));
}
