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

const ABOUT_KEY = 'wish:seen-about';
/** So long what was pressed for stands: a check that is opened later is for something else. */
const ABOUT_MS = 10 * 60_000;

/** What the person is led to be seen for: the business and the amount, in words. On the device only, never in an address. @param at milliseconds */
export function keepAbout(store: DeviceStore, page: string, purpose: SeenFor, text: string | undefined, at: number): void {
  if (text === undefined) store.remove(ABOUT_KEY);
  else store.set(ABOUT_KEY, JSON.stringify({ mark: markOf(page, purpose), at, text }));
}

/** What a check on the way to this page is for, in words; null: not told lately. */
export function aboutOf(store: DeviceStore, page: string, purpose: SeenFor, nowMs: number): string | null {
  try {
    const kept = JSON.parse(store.get(ABOUT_KEY) ?? '{}') as { readonly mark?: string; readonly at?: number; readonly text?: string };
    const { mark, at = 0, text = null } = kept;
    return mark === markOf(page, purpose) && nowMs >= at && nowMs - at < ABOUT_MS ? text : null;
  } catch {
    return null;
  }
}
