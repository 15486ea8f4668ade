import type { Problem, ProblemCode } from '@anju/shared/contract';
import { HttpException } from '@nestjs/common';
import { isDatabaseAway } from '../database/duplicate-key.ts';
import { Refusal } from '../refusal.ts';
import type { RefusalDetails } from '../refusal.ts';
import { PROBLEMS } from './problem-table.ts';

/** What the HTTP layers below us say by status alone. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'request.malformed',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  408: 'request.timeout',
  413: 'request.too-large',
  414: 'request.too-large',
  415: 'request.media-type',
  429: 'request.too-many',
  431: 'request.too-large',
};

/** A database that restarts or fails over is back in some seconds. */
const DATABASE_BACK_SECONDS = 5;

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null | undefined)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** The code of whatever was thrown; what nobody foresaw is `internal`. */
export function refusalOf(error: unknown): { readonly code: ProblemCode; readonly details: RefusalDetails } {
  if (error instanceof Refusal) return error;
  if (isDatabaseAway(error)) return { code: 'service.unavailable', details: { retryAfter: DATABASE_BACK_SECONDS } };
  return { code: BY_STATUS[statusOf(error) ?? 500] ?? 'internal', details: {} };
}

/** True for a bug or an outage, which belongs in the log. */
export const isUnforeseen = (error: unknown): boolean => ['internal', 'service.unavailable'].includes(refusalOf(error).code);

/** The problem+json of whatever was thrown. It never quotes an error's message: that may hold anything. */
export function problemOf(error: unknown, requestId: string): Problem {
  const { code, details } = refusalOf(error);
  const { status, title } = PROBLEMS[code];
  const { detail, fields, reasons, retryAfter } = details;
  return {
    type: `urn:anju:problem:${code}`,
    title,
    status,
    code,
    requestId,
    ...(detail === undefined ? {} : { detail }),
    ...(fields === undefined ? {} : { fields }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(retryAfter === undefined ? {} : { retryAfter: Math.max(1, Math.ceil(retryAfter)) }),
  };
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Headers that say the same as the problem. */
export function problemHeaders(problem: Problem): Record<string, string> {
  return {
    'content-type': PROBLEM_TYPE,
    'cache-control': 'no-store',
    'x-request-id': problem.requestId,
    ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
    ...(problem.status === 401 && problem.code.startsWith('session.') ? { 'www-authenticate': 'Bearer' } : {}),
  };
}

/** The whole HTTP answer to a connection that never became a request: broken headers, too many of them, too slow. */
export function rawProblem(status: number, requestId: string): string {
  const problem = problemOf({ statusCode: status }, requestId);
  const body = JSON.stringify(problem);
  const headers = { ...problemHeaders(problem), 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${problem.status} ${problem.title}`, ...lines, '', body].join('\r\n');
}
