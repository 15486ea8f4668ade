import type { ProofKind } from './withdrawal-facts.ts';

/** The withdrawal routes a citizen knows by name; which of them a centre has is its pack's to say. */
export type WithdrawalRouteId =
  | 'purchase' | 'down-payment' | 'build-or-repair' | 'renovation' | 'property-fee' | 'rent' | 'repay-fund-loan'
  | 'repay-commercial-loan' | 'lift' | 'illness' | 'retirement' | 'disability' | 'leave-job' | 'emigration' | 'death';

/** How Anju serves a route: here, at a counter, or a guide only. */
export type ServedBy = 'online' | 'counter' | 'guide';

/** What is true of a route at every centre, as Anju serves it today. */
export interface RouteTraits {
  readonly servedBy: ServedBy;
  readonly decided: 'at-once' | 'by-clerk';
  /** Materials the person uploads. */
  readonly uploads: number;
  /** Pays everything out with interest and closes the account. */
  readonly closing: boolean;
  /** Rests on papers where no source told the facts: the counter looks at them. */
  readonly byProof: boolean;
}

const counter: RouteTraits = { servedBy: 'counter', decided: 'by-clerk', uploads: 0, closing: false, byProof: false };
const byProof: RouteTraits = { ...counter, byProof: true };

const TRAITS: Readonly<Record<WithdrawalRouteId, RouteTraits>> = {
  purchase: { ...counter, servedBy: 'online', uploads: 1 },
  'down-payment': byProof,
  'build-or-repair': byProof,
  renovation: byProof,
  'property-fee': { ...byProof, servedBy: 'guide' },
  rent: { ...counter, decided: 'at-once' },
  'repay-fund-loan': { ...counter, servedBy: 'online', decided: 'at-once' },
  'repay-commercial-loan': byProof,
  lift: byProof,
  illness: byProof,
  retirement: { ...counter, decided: 'at-once', closing: true },
  disability: { ...byProof, closing: true },
  'leave-job': { ...counter, decided: 'at-once', closing: true },
  emigration: { ...byProof, closing: true },
  death: { ...byProof, closing: true },
};

/** The proofs that closing routes rest on. */
export const PROOFS = {
  disability: ['disability', 'employment-ended'],
  emigration: ['emigration'],
  death: ['death', 'inheritance'],
} as const satisfies Readonly<Partial<Record<WithdrawalRouteId, readonly ProofKind[]>>>;

/** All routes, in the order they are listed. */
export const WITHDRAWAL_ROUTES = Object.keys(TRAITS) as readonly WithdrawalRouteId[];

export function routeTraits(route: WithdrawalRouteId): RouteTraits {
  return TRAITS[route];
}

export function isWithdrawalRoute(text: string): text is WithdrawalRouteId {
  return (WITHDRAWAL_ROUTES as readonly string[]).indexOf(text) >= 0;
}
