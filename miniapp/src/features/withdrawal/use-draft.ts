import { useSyncExternalStore } from 'react';
import { device, keeper } from '../../api/api.ts';
import { isOnline, onReturn } from '../../platform/visibility.ts';
import { draftCalls } from './draft.calls.ts';
import { DraftKeeper } from './draft.keeper.ts';
import type { DraftView } from './draft.keeper.ts';

/** Signing out forgets it: the name begins with `wish:`. */
export const draftName = (personKey: string, route: string): string => `wish:${personKey}:draft:${route}`;

/** One keeper a person and route for as long as the app runs: pages share it, and a write outlives the page it was begun on. */
const keepers = new Map<string, DraftKeeper>();

function keeperOf(personKey: string, route: string): DraftKeeper {
  const name = draftName(personKey, route);
  const there = keepers.get(name);
  if (there !== undefined) return there;
  const made = new DraftKeeper({
    store: device,
    name,
    ...draftCalls(route),
    later: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  keepers.set(name, made);
  onReturn(() => {
    if (isOnline() && keeper.personKey === personKey) void made.flush();
  });
  return made;
}

/** The draft of one route of the person signed in. */
export function useDraft(route: string): { readonly view: DraftView; readonly keeper: DraftKeeper } {
  const mine = keeperOf(keeper.personKey, route);
  const view = useSyncExternalStore(mine.subscribe, () => mine.current);
  return { view, keeper: mine };
}
