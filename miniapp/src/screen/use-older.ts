import { useState } from 'react';
import { once, withPage } from './older.ts';
import type { Fetched, Page } from './older.ts';

export interface Older<Item> extends Fetched<Item> {
  /** The last page that was asked for did not come. */
  readonly lost: boolean;
  more(): Promise<void>;
}

/** The first page renews itself; what is older is fetched once and stays. */
export function useOlder<Item>(first: Page<Item>, idOf: (item: Item) => string, fetchPage: (cursor: string) => Promise<Page<Item>>): Older<Item> {
  const [older, setOlder] = useState<Fetched<Item> | null>(null);
  const [lost, setLost] = useState(false);
  const cursor = older === null ? (first.cursor ?? null) : older.cursor;
  const more = async (): Promise<void> => {
    if (cursor === null) return;
    setLost(false);
    try {
      const page = await fetchPage(cursor);
      setOlder((before) => withPage(before, first.items, page));
    } catch {
      setLost(true);
    }
  };
  return { items: once(first.items, older?.items ?? [], idOf), cursor, lost, more };
}
