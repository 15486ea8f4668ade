import type { EntriesReply, Entry } from '@anju/shared/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import type { InputOf } from '../../api/call.ts';
import { mergeEntries } from './entries.months.ts';

export interface MoreEntries {
  readonly items: readonly Entry[];
  readonly cursor: string | null;
  readonly lost: boolean;
  more(): Promise<void>;
}

/** The pages after the first. Give the component a key of account, year and kind, so that a new choice starts anew. */
export function useMoreEntries(first: EntriesReply, input: InputOf<'listEntries'>): MoreEntries {
  const [later, setLater] = useState<{ readonly items: readonly Entry[]; readonly cursor: string | null } | null>(null);
  const [lost, setLost] = useState(false);
  const cursor = later === null ? (first.cursor ?? null) : later.cursor;
  const more = async (): Promise<void> => {
    if (cursor === null) return;
    setLost(false);
    try {
      const reply = await call('listEntries', { params: input.params, query: { ...input.query, cursor } });
      setLater((before) => ({ items: [...(before?.items ?? []), ...reply.items], cursor: reply.cursor ?? null }));
    } catch {
      setLost(true);
    }
  };
  return { items: mergeEntries(first.items, later?.items ?? []), cursor, lost, more };
}
