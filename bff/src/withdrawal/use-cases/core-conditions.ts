import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { MissingField, RouteOffer, WithdrawalFacts, WithdrawalReason } from '@anju/shared/withdrawal';
import type { CoreSources } from '../../core-fund/index.ts';
import { disagreeing } from './source-facts.ts';

/** What the core does not hear though the rules could ask it: a rent that was only stated is no rent contract on file (interface.md, RENT). */
const UNHEARD: Readonly<Partial<Record<WithdrawalRouteId, readonly string[]>>> = { rent: ['monthlyRent', 'leaseContract'] };

/** Whether an answer to a field reaches the core. */
export const isHeard = (route: WithdrawalRouteId, field: string): boolean => UNHEARD[route]?.includes(field) !== true;

/** The core takes a purchase with a paper only, whatever the register says. */
const VOUCHER: MissingField = { name: 'paymentVoucher', kind: 'file', group: 'papers', instead: 'real-estate' };

function missingOf(route: WithdrawalRouteId, { missing, verdict }: RouteOffer): readonly MissingField[] {
  const heard = missing.filter(({ name }) => isHeard(route, name));
  return route === 'purchase' && verdict.eligible && !heard.some(({ kind }) => kind === 'file') ? [...heard, VOUCHER] : heard;
}

/** What the sources say against a route beside the rules: one disagrees, or the register that answers knows no supervised account. */
function against(route: WithdrawalRouteId, sources: CoreSources, { home }: WithdrawalFacts): readonly WithdrawalReason[] {
  const mismatches = disagreeing(route, sources).map((source) => ({ code: 'source-mismatch', params: { source } }) as const);
  const registered = sources.checks.some(({ source, result }) => source === 'real-estate' && result === 'matched');
  const supervised = typeof home === 'object' && sources.homes?.some(({ escrow }) => escrow !== undefined && escrow.number === home.escrowAccount) === true;
  if (route !== 'down-payment' || !registered || supervised) return mismatches;
  return [...mismatches, { code: 'source-not-found', params: { what: 'down-payment', source: 'real-estate' } }];
}

/** An offer with the conditions of this core beside the rules', so that nothing it refuses is taken in. Questions and papers are counted anew. */
export function asTheCoreHears(route: WithdrawalRouteId, offer: RouteOffer, sources: CoreSources, facts: WithdrawalFacts): RouteOffer {
  const reasons = against(route, sources, facts);
  if (reasons.length > 0) {
    const { eligibleFrom: _from, missingFen: _missing, ...verdict } = offer.verdict;
    return { ...offer, missing: [], uploads: 0, verdict: { ...verdict, eligible: false, reasons: [...verdict.reasons, ...reasons], questions: 0, uploads: 0 } };
  }
  const missing = missingOf(route, offer);
  const needed = missing.filter(({ optional }) => optional !== true);
  const uploads = needed.filter(({ kind }) => kind === 'file').length;
  return { ...offer, missing, uploads, verdict: { ...offer.verdict, uploads, questions: needed.length - uploads } };
}
