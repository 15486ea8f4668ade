import type { Problem, ProblemCode, ProblemField, ProblemReason } from '@anju/shared/contract';

/** The BFF's no, with its code. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ApiProblem';
  }
  get code(): ProblemCode {
    return this.problem.code;
  }
  get status(): number {
    return this.problem.status;
  }
  get fields(): readonly ProblemField[] {
    return this.problem.fields ?? [];
  }
  get reasons(): readonly ProblemReason[] {
    return this.problem.reasons ?? [];
  }
}

/** Reads a problem from a reply; a body that is none (a proxy's page, say) becomes `internal` or `core.unreachable`. */
export function problemOf(status: number, text: string): Problem {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && typeof (body as { code?: unknown }).code === 'string') return body as Problem;
  } catch {
    // Not ours: told below by its status.
  }
  const code: ProblemCode = status === 401 ? 'session.missing' : status === 404 ? 'request.not-found' : status === 413 ? 'request.too-large' : status === 429 ? 'request.too-many' : 'internal';
  return { type: 'about:blank', title: '', status, code, requestId: '' };
}
