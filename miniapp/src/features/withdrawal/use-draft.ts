import { useCallback, useState } from 'react';
import { device, keeper } from '../../api/api.ts';
import { draftName, keepDraft, readDraft } from './withdrawal.draft.ts';
import type { WithdrawalDraft } from './withdrawal.draft.ts';

export interface DraftKeeper {
  readonly draft: WithdrawalDraft;
  change(part: Partial<WithdrawalDraft>): void;
  /** Takes what another page or tab has put in. */
  refresh(): void;
  forget(): void;
}

/** The draft of one route of the person signed in. */
export function useDraft(route: string): DraftKeeper {
  const name = draftName(keeper.personKey, route);
  const [held, setHeld] = useState(() => ({ name, draft: readDraft(device, name) }));
  // Of this person and route only: a page below the sign-in page stays when another person comes back to it.
  const draft = held.name === name ? held.draft : readDraft(device, name);
  const change = useCallback(
    (part: Partial<WithdrawalDraft>) => {
      const next = { ...readDraft(device, name), ...part };
      keepDraft(device, name, next);
      setHeld({ name, draft: next });
    },
    [name],
  );
  const refresh = useCallback(() => setHeld({ name, draft: readDraft(device, name) }), [name]);
  const forget = useCallback(() => device.remove(name), [name]);
  return { draft, change, refresh, forget };
}
