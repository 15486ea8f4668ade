import type { FaceBody } from '@anju/shared/contract';
import type { DeviceStore } from '../platform/ports.ts';

/** What the person is seen for. */
export type SeenFor = FaceBody['purpose'];

/** Forgotten with everything else of the person when they sign out. */
const KEY = 'wish:seen';
/** What a check is for, in words; forgotten with the check. */
const ABOUT_KEY = 'wish:seen-about';
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

/** An earlier check does not count for what is pressed now, nor what it was for. */
export function forgetSeen(store: DeviceStore): void {
  store.remove(KEY);
  store.remove(ABOUT_KEY);
}

/** So long what was pressed for stands: a check that is opened later is for something else. */
const ABOUT_MS = 10 * 60_000;

/** What the person is led to be seen for: the business and the amount, in words. On the device only, never in an address. @param at milliseconds */
export function keepAbout(store: DeviceStore, page: string, purpose: SeenFor, text: string | undefined, at: number): void {
  if (text === undefined) store.remove(ABOUT_KEY);
  else store.set(ABOUT_KEY, JSON.stringify({ mark: markOf(page, purpose), at, text }));
}

interface About {
  readonly mark: string;
  readonly at: number;
  readonly text: string;
}
function aboutFrom(text: string): About | null {
  try {
    return JSON.parse(text) as About;
  } catch {
    return null;
  }
}

/** What a check on the way to this page is for, in words; null: not told lately. What has run out is forgotten. */
export function aboutOf(store: DeviceStore, page: string, purpose: SeenFor, nowMs: number): string | null {
  const kept = store.get(ABOUT_KEY);
  if (kept === null) return null;
  const about = aboutFrom(kept);
  if (about === null || !(nowMs >= about.at && nowMs - about.at < ABOUT_MS)) {
    store.remove(ABOUT_KEY);
    return null;
  }
  return about.mark === markOf(page, purpose) ? about.text : null;
}
