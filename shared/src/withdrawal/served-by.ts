import type { PlainDate } from '../calendar/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { routeServedBy } from './withdrawal-route.ts';
import type { ServedBy, WithdrawalRouteId } from './withdrawal-route.ts';

/** Whether a centre keeps a route from everybody, or from the phone. */
export function isNarrowed(by: 'notOffered' | 'counterOnly', route: WithdrawalRouteId, pack: CentrePack, today: PlainDate): boolean {
  return (figureOn(pack.withdrawal[by], today)?.value ?? []).indexOf(route) >= 0;
}

/** How a centre serves a route on a day: a route it does not have is a guide only, one it takes at the counter alone is booked. */
export function servedByAt(route: WithdrawalRouteId, pack: CentrePack, today: PlainDate): ServedBy {
  if (isNarrowed('notOffered', route, pack, today)) return 'guide';
  const served = routeServedBy(route);
  return served === 'online' && isNarrowed('counterOnly', route, pack, today) ? 'counter' : served;
}
