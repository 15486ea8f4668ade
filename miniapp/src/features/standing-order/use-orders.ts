import type { Dated, StandingOrder, StandingOrdersReply } from '@anju/shared/contract';
import { useEffect, useState } from 'react';
import { device, keeper, now } from '../../api/api.ts';
import { keepLast, lastKey, readLast } from '../../api/last-values.ts';
import { useSession } from '../../api/session.ts';
import { useQuery } from '../../api/use-query.ts';
import type { Query } from '../../api/use-query.ts';

export interface OrdersState {
  readonly query: Query<StandingOrdersReply>;
  /** The orders; while the core is down the last that this phone has had of it. */
  readonly dated: Dated<readonly StandingOrder[]> | null;
  /** Heard from the core since this page is here: only then something is changed. */
  readonly live: boolean;
  /** What stands here is from another time, and is being asked for. */
  readonly asking: boolean;
}

type Orders = Dated<readonly StandingOrder[]>;
const KEPT = 'standingOrders';

/** The person's orders. The service keeps none of them: what was last heard is kept on the phone. */
export function useOrders(): OrdersState {
  const { session, ended } = useSession();
  const query = useQuery('listStandingOrders', {}, { enabled: session !== null || ended, keepLast: true });
  const [opened] = useState(now);
  const key = lastKey(keeper.personKey, KEPT, {});
  const heard = query.value?.orders ?? null;
  useEffect(() => {
    if (heard?.state === 'fresh') keepLast(device, key, { at: now(), value: heard });
  }, [heard, key]);
  // At first a page holds what was heard on another day.
  const asking = query.state === 'ready' && (query.at ?? 0) < opened;
  return { query, dated: heard === null || heard.state !== 'unknown' ? heard : lastOf(key), live: heard?.state === 'fresh' && query.state === 'ready' && !asking, asking };
}

function lastOf(key: string): Orders {
  const kept = readLast(device, key)?.value as Exclude<Orders, { readonly state: 'unknown' }> | undefined;
  return kept === undefined ? { state: 'unknown', reason: 'core-down' } : { ...kept, state: 'stale' };
}
