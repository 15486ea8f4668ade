import type { ProblemCode } from '@anju/shared/contract';
import { TransportFailure } from '../platform/ports.ts';
import { problemTexts, transportTexts } from '../texts/problems.ts';
import { ApiProblem } from './problem.ts';

const sentences = problemTexts satisfies Record<ProblemCode, string>;

/** What happened and what to do, in plain Chinese, for anything `call` throws. */
export function messageOf(error: unknown): string {
  if (error instanceof TransportFailure) return transportTexts[error.trouble];
  if (!(error instanceof ApiProblem)) return problemTexts.internal;
  // A newer BFF may know a code this app does not; its own words are safe to show.
  return sentences[error.code] ?? error.problem.detail ?? problemTexts.internal;
}

/** The BFF's words for one field of a form, by its path in the body, or undefined. */
export function fieldMessageOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.fields.find((one) => one.field === field)?.message;
}
