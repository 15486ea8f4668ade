import type { Notice, NoticesReply } from '@anju/shared/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { mergeNotices } from './notices.merge.ts';

export interface Older {
  readonly items: readonly Notice[];
  /** Where to go on; null at the end. */
  readonly cursor: string | null;
  readonly lost: boolean;
  more(): Promise<void>;
}

/** The first page renews itself; what is older is fetched once and stays. */
export function useOlder(first: NoticesReply): Older {
  const [older, setOlder] = useState<{ readonly items: readonly Notice[]; readonly cursor: string | null } | null>(null);
  const [lost, setLost] = useState(false);
  const cursor = older === null ? (first.cursor ?? null) : older.cursor;
  const more = async (): Promise<void> => {
    if (cursor === null) return;
    setLost(false);
    try {
      const reply = await call('listNotices', { query: { cursor } });
      setOlder((before) => ({ items: [...(before?.items ?? []), ...reply.items], cursor: reply.cursor ?? null }));
    } catch {
      setLost(true);
    }
  };
  return { items: mergeNotices(first.items, older?.items ?? []), cursor, lost, more };
}
