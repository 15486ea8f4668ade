import type { PlainDate } from '../calendar/index.ts';
import { policyOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { isPlainDate } from '../calendar/index.ts';
import { adviceFor } from './advice.ts';
import { bareEstimate } from './bare-estimate.ts';
import { checkEstimateInput } from './estimate-input.ts';
import type { Estimate, EstimateInput, EstimateRequest } from './estimate-input.ts';
import type { FieldFault } from './schedule-input.ts';

/**
 * How much a household may borrow under a centre's rules: every limit with its formula and source, the one that binds, instalments by
 * both methods, advice, and what no source gave. Expects input that checkEstimateInput let through.
 */
export function estimate(input: EstimateInput, pack: CentrePack): Estimate {
  const bare = bareEstimate(input, pack);
  return { ...bare, advice: adviceFor(input, pack, bare) };
}

export type EstimateOutcome =
  | { readonly kind: 'estimated'; readonly estimate: Estimate }
  | { readonly kind: 'centre-unknown' }
  | { readonly kind: 'invalid'; readonly fields: readonly FieldFault[] };

/** The whole way from a request to an answer, for the phone and the BFF alike. `today` counts when the request names no day. */
export function estimateFor(request: EstimateRequest, today: PlainDate): EstimateOutcome {
  const { centre, asOf, ...rest } = request;
  const input: EstimateInput = { ...rest, asOf: asOf ?? today };
  const fields = checkEstimateInput(input);
  if (fields.length > 0) return { kind: 'invalid', fields };
  const pack = isPlainDate(input.asOf) ? policyOn(centre, input.asOf) : null;
  return pack === null ? { kind: 'centre-unknown' } : { kind: 'estimated', estimate: estimate(input, pack) };
}
