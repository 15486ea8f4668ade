import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/**
 * Where the figures inside come from: `sourceId@date` of a rule, `typed` by the person, `computed:limit` or `computed:schedule` from
 * both, `core@moment` from the core. It takes no room of its own; a test walks the screens by it.
 */
export type Origin = `${string}@${string}` | 'typed' | 'computed:limit' | 'computed:schedule';

/** A rule's source as an origin: the day it was published, or last seen where it bears none. */
export function originOf(source: { readonly id: string; readonly date: string | null; readonly seenOn: string }): Origin {
  return `${source.id}@${source.date ?? source.seenOn}`;
}

/** Marks the figures inside with their origin. Stands around views, never inside a line of text. */
export function From({ source, children }: { readonly source: Origin; readonly children: ReactNode }) {
  return <View className="a-from" data-from={source}>{children}</View>;
}
