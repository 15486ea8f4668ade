import { useDidShow } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { device, keeper } from '../../api/api.ts';
import type { DeviceStore } from '../../platform/ports.ts';
import { draftName } from './loan.draft.ts';

export interface Kept<Draft> {
  readonly draft: Draft;
  change(part: Partial<Draft>): void;
  forget(): void;
}

/** A draft of the person signed in, kept on the device; what another page has put in is taken when this one is shown again. */
export function useKept<Draft extends object>(what: string, read: (store: DeviceStore, name: string) => Draft): Kept<Draft> {
  const name = draftName(keeper.personKey, what);
  const [held, setHeld] = useState(() => ({ name, draft: read(device, name) }));
  // Of this person only: a page below the sign-in page stays when another person comes back to it.
  const draft = held.name === name ? held.draft : read(device, name);
  const change = useCallback(
    (part: Partial<Draft>) => {
      const next = { ...read(device, name), ...part };
      device.set(name, JSON.stringify(next));
      setHeld({ name, draft: next });
    },
    [name, read],
  );
  useDidShow(() => setHeld({ name, draft: read(device, name) }));
  const forget = useCallback(() => {
    device.remove(name);
    setHeld({ name, draft: read(device, name) });
  }, [name, read]);
  return { draft, change, forget };
}
