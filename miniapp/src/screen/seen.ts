import { device } from '../api/api.ts';

/** Forgotten with everything else of the person when they sign out. */
const KEY = 'wish:seen';

/** The person was just seen (face or counter code), on the way to this page. */
export function markSeen(next: string): void {
  device.set(KEY, next);
}

/** Whether the person comes from being seen for this very page; told once. */
export function takeSeen(page: string): boolean {
  const seen = device.get(KEY) === page;
  if (seen) device.remove(KEY);
  return seen;
}
