import type { ApiProblem } from './problem.ts';
import type { FailureKind } from './failure.ts';

/**
 * Where a reading call stands.
 * off: not asked (a guest) · loading: first time, nothing to show · ready: the value · stale: an earlier value, `why` says
 * why no newer one · failed: nothing to show, `why` says why.
 */
export interface QueryState<Value> {
  readonly state: 'off' | 'loading' | 'ready' | 'stale' | 'failed';
  readonly value: Value | null;
  /** When the value came, milliseconds. */
  readonly at: number | null;
  readonly why: FailureKind | null;
  readonly problem: ApiProblem | null;
}

export const OFF: QueryState<never> = { state: 'off', value: null, at: null, why: null, problem: null };
export const LOADING: QueryState<never> = { state: 'loading', value: null, at: null, why: null, problem: null };

/** After a good reply. */
export function arrived<Value>(value: Value, at: number): QueryState<Value> {
  return { state: 'ready', value, at, why: null, problem: null };
}

/** Failures after which an earlier value is still the person's and may stand, with its time. */
const KEEPS: readonly FailureKind[] = ['offline', 'timeout', 'core-down', 'error'];

/** After a failure: an earlier value stays, with its time, unless the person may not see it any more. */
export function failed<Value>(before: QueryState<Value>, why: FailureKind, problem: ApiProblem | null): QueryState<Value> {
  if (before.value !== null && KEEPS.includes(why)) return { ...before, state: 'stale', why, problem };
  return { state: 'failed', value: null, at: null, why, problem };
}
