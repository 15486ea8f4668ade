import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { adviceFor } from './advice.ts';
import { assess } from './assess.ts';
import { bareEstimate } from './bare-estimate.ts';
import { checkEstimateInput } from './estimate-check.ts';
import type { Estimate, EstimateInput, EstimateRequest } from './estimate-input.ts';
import type { FieldFault } from './schedule-input.ts';

/**
 * How much a household may borrow under a centre's rules: every limit with its formula and source, the one that binds, instalments by
 * both methods, advice, and what no source gave. Expects input that checkEstimateInput let through.
 */
export function estimate(input: EstimateInput, pack: CentrePack): Estimate {
  const assessment = assess(input, pack);
  return { ...bareEstimate(input, pack, assessment), advice: adviceFor(input, pack, assessment) };
}

export type EstimateOutcome =
  | { readonly kind: 'estimated'; readonly estimate: Estimate }
  | { readonly kind: 'centre-unknown' }
  | { readonly kind: 'invalid'; readonly fields: readonly FieldFault[] };

/**
 * The whole way from a request to an answer, for the phone and the BFF alike; never throws for what came.
 * @param today the clock's day in China; it counts when the request names no day
 * @param packOf the packs at hand: the phone has its own centre's, the BFF all
 */
export function estimateFor(request: EstimateRequest, today: PlainDate, packOf: (centre: string) => CentrePack | null): EstimateOutcome {
  const { centre, asOf, ...rest } = (typeof request === 'object' && request !== null ? request : {}) as Partial<EstimateRequest>;
  const pack = typeof centre === 'string' ? packOf(centre) : null;
  const input = { ...rest, asOf: asOf ?? today } as EstimateInput;
  const fields = checkEstimateInput(input, pack ?? undefined, today);
  if (fields.length > 0) return { kind: 'invalid', fields };
  return pack === null ? { kind: 'centre-unknown' } : { kind: 'estimated', estimate: estimate(input, pack) };
}
