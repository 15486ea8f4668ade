import type { RouteVerdict } from '@anju/shared/contract';

/** 0 nothing to give and decided at once, 1 nothing to give, 2 something to give and decided at once, 3 the rest. */
function effort({ decided, questions = 0, uploads }: RouteVerdict): number {
  return (uploads + questions === 0 ? 0 : 2) + (decided === 'at-once' ? 0 : 1);
}

/** What asks least of a person first; what asks the same stays in the order it came in. */
export const easiestFirst = (routes: readonly RouteVerdict[]): readonly RouteVerdict[] => [...routes].sort((a, b) => effort(a) - effort(b));
