import type { FaceBody } from '@anju/shared/contract';
import type { DeviceStore } from '../platform/ports.ts';

/** What the person is seen for. */
export type SeenFor = FaceBody['purpose'];

/** Forgotten with everything else of the person when they sign out. */
const KEY = 'wish:seen';
const markOf = (page: string, purpose: SeenFor): string => `${purpose} ${page}`;

/** The person was just seen (face or counter code), on the way to this page and for this purpose. */
export function markSeen(store: DeviceStore, page: string, purpose: SeenFor): void {
  store.set(KEY, markOf(page, purpose));
}

/** Whether the person comes from being seen for this very page and purpose; told once. Who was seen to add a card was not seen to withdraw. */
export function takeSeen(store: DeviceStore, page: string, purpose: SeenFor): boolean {
  const seen = store.get(KEY) === markOf(page, purpose);
  if (seen) store.remove(KEY);
  return seen;
}

/** An earlier check does not count for what is pressed now. */
export function forgetSeen(store: DeviceStore): void {
  store.remove(KEY);
}
