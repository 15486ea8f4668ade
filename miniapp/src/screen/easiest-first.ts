import type { RouteVerdict } from '@anju/shared/contract';

/** -1 under way, 0 nothing to give and decided at once, 1 nothing to give, 2 something to give and decided at once, 3 the rest, 4 what is closed. */
function effort({ decided, eligible, questions = 0, runningCaseId, uploads }: RouteVerdict): number {
  if (runningCaseId !== undefined) return -1;
  if (!eligible) return 4;
  return (uploads + questions === 0 ? 0 : 2) + (decided === 'at-once' ? 0 : 1);
}

/** What asks least of a person first; what asks the same stays in the order it came in. */
export const easiestFirst = (routes: readonly RouteVerdict[]): readonly RouteVerdict[] => [...routes].sort((a, b) => effort(a) - effort(b));
