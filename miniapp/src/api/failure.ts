import { TransportFailure } from '../platform/ports.ts';
import { ApiProblem } from './problem.ts';

/** What went wrong, as far as a screen has to tell it apart. */
export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'core-down'
  | 'session-ended'
  | 'not-bound'
  | 'step-up'
  | 'no-permission'
  | 'not-found'
  | 'refused'
  | 'error';

const NOT_THEIRS: readonly FailureKind[] = ['session-ended', 'not-bound', 'no-permission', 'not-found'];
/** Whether nothing of a person's may be shown any more, whatever an address says became of it. */
export const isNotTheirs = (why: FailureKind | null): why is FailureKind => why !== null && NOT_THEIRS.includes(why);

/** The kind of a failure thrown by `call`. */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof TransportFailure) return error.trouble === 'offline' ? 'offline' : 'timeout';
  if (!(error instanceof ApiProblem)) return 'error';
  switch (error.code) {
    case 'core.unreachable':
      return 'core-down';
    case 'session.missing':
    case 'session.expired':
      return 'session-ended';
    case 'identity.not-verified':
      return 'not-bound';
    case 'identity.step-up-needed':
      return 'step-up';
    case 'request.not-found':
      return 'not-found';
    default:
      if (error.status === 403) return 'no-permission';
      return error.status === 409 || error.status === 422 ? 'refused' : 'error';
  }
}
