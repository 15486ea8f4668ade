import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { RouteOffer, WithdrawalFacts, WithdrawalReason } from '@anju/shared/withdrawal';
import type { CoreSources } from '../../core-fund/index.ts';
import { disagreeing } from './source-facts.ts';

/** What the sources say against a route beside the rules: one disagrees, or the register that answers knows no supervised account. */
function against(route: WithdrawalRouteId, sources: CoreSources, { home }: WithdrawalFacts): readonly WithdrawalReason[] {
  const mismatches = disagreeing(route, sources).map((source) => ({ code: 'source-mismatch', params: { source } }) as const);
  const registered = sources.checks.some(({ source, result }) => source === 'real-estate' && result === 'matched');
  const supervised = typeof home === 'object' && sources.homes?.some(({ escrow }) => escrow !== undefined && escrow.number === home.escrowAccount) === true;
  if (route !== 'down-payment' || !registered || supervised) return mismatches;
  return [...mismatches, { code: 'source-not-found', params: { what: 'down-payment', source: 'real-estate' } }];
}

/** An offer with the conditions of this core beside the rules', so that nothing it refuses is taken in. */
export function asTheCoreHears(route: WithdrawalRouteId, offer: RouteOffer, sources: CoreSources, facts: WithdrawalFacts): RouteOffer {
  const reasons = against(route, sources, facts);
  if (reasons.length === 0) return offer;
  const { eligibleFrom: _from, missingFen: _missing, ...verdict } = offer.verdict;
  return { ...offer, missing: [], uploads: 0, verdict: { ...verdict, eligible: false, reasons: [...verdict.reasons, ...reasons], questions: 0, uploads: 0 } };
}
