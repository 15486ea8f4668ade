import routes from './routes.json' with { type: 'json' };
import type { SourceCode } from './shared.facts.ts';

/** A withdrawal route: YWLX on the wire. A row more in routes.json is a route more. */
export type RouteCode = keyof typeof routes;

/** One row of the route table. */
export interface Route {
  /** A.7 reason. */
  readonly tqyy: string;
  /** A.5: 11 partial, 12 closing. */
  readonly kind: string;
  readonly sources: readonly SourceCode[];
  /** The name of its own rule; a route without one is judged by a declared cost and a paper. */
  readonly rule?: string;
  readonly counterOnly?: boolean;
  /** Where the money goes when it is no card of the person's. */
  readonly pays?: 'escrow';
  /** Once in a calendar year. */
  readonly yearly?: boolean;
}

/** The route table. */
export const ROUTES = routes as unknown as Readonly<Record<RouteCode, Route>>;
export const ROUTE_CODES = Object.keys(routes) as readonly RouteCode[];
/** A.5 销户提取. */
export const CLOSING_KIND = '12';

export const isRoute = (ywlx: string): ywlx is RouteCode => Object.hasOwn(ROUTES, ywlx);
/** Whether a route pays everything out and closes the account. */
export const closes = (ywlx: RouteCode): boolean => ROUTES[ywlx].kind === CLOSING_KIND;
