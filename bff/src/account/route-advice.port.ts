import type { HomeReply } from '@anju/shared/contract';
import type { OverviewReading } from './use-cases/overview-store.ts';

/** The one withdrawal worth doing now; the withdrawal module answers, from the overview the home page has read already. */
export abstract class RouteAdvice {
  abstract best(personId: string, reading: OverviewReading): Promise<HomeReply['suggestion']>;
}
