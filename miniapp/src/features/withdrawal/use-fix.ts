import { useCallback, useState } from 'react';
import { device, keeper } from '../../api/api.ts';
import { fixFrom } from './fix.content.ts';
import type { FixContent } from './fix.content.ts';

export interface FixKeeper {
  readonly content: FixContent;
  change(make: (content: FixContent) => Partial<FixContent>): void;
  forget(): void;
}

/** What is put right of one case, on this device. Signing out forgets it: the name begins with `wish:`. */
export function useFixContent(caseId: string): FixKeeper {
  const name = `wish:${keeper.personKey}:fix:${caseId}`;
  const [held, setHeld] = useState(() => ({ name, content: fixFrom(device.get(name)) }));
  const content = held.name === name ? held.content : fixFrom(device.get(name));
  const change = useCallback(
    (make: (content: FixContent) => Partial<FixContent>) => {
      const there = fixFrom(device.get(name));
      const next = { ...there, ...make(there) };
      device.set(name, JSON.stringify(next));
      setHeld({ name, content: next });
    },
    [name],
  );
  const forget = useCallback(() => device.remove(name), [name]);
  return { content, change, forget };
}
