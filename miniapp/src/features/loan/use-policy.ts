import { useCallback, useEffect, useState } from 'react';
import type { CentrePack } from '@anju/shared/policy';
import type { FailureKind } from '../../api/failure.ts';
import { failureKind } from '../../api/failure.ts';
import { policies } from './policies.ts';

/** Whether the rules of the chosen centre are on the phone. */
export type PolicyState =
  | { readonly kind: 'here'; readonly pack: CentrePack }
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing'; readonly why: FailureKind };

/** Renewed once while the app runs: rules change some times a year. */
const renewed = new Set<string>([policies.ownCentre]);

/** The rules of a centre: from the phone at once, and fetched where they are not there or were not renewed yet. */
export function usePolicy(centre: string): { readonly state: PolicyState; readonly again: () => Promise<void> } {
  const [found, setFound] = useState<{ readonly centre: string; readonly state: PolicyState }>(() => ({ centre, state: stateOf(centre) }));
  const again = useCallback(async () => {
    try {
      const pack = await policies.store.fetch(centre);
      renewed.add(centre);
      setFound({ centre, state: { kind: 'here', pack } });
    } catch (error) {
      // What is on the phone goes on counting.
      const kept = policies.store.packOf(centre);
      setFound({ centre, state: kept === null ? { kind: 'missing', why: failureKind(error) } : { kind: 'here', pack: kept } });
    }
  }, [centre]);
  useEffect(() => {
    if (!renewed.has(centre)) void again();
  }, [centre, again]);
  return { state: found.centre === centre ? found.state : stateOf(centre), again };
}

function stateOf(centre: string): PolicyState {
  const pack = policies.store.packOf(centre);
  return pack === null ? { kind: 'loading' } : { kind: 'here', pack };
}
