import type { DeviceStore } from '../platform/ports.ts';

/** The person pressed the button and went to be seen: when (milliseconds), and for what. Nothing else goes on by itself. */
export interface KeptPress {
  readonly at: number;
  readonly for: string;
}
/** A press goes on by itself after the face check for so long; later the person presses again. */
export const PRESS_KEPT_MS = 10 * 60_000;

/** Signing out forgets it: the name begins with `wish:`. */
export const pressName = (personKey: string, what: string): string => `wish:${personKey}:press:${what}`;

function pressFrom(text: string): KeptPress | null {
  try {
    const { at, for: wanted } = JSON.parse(text) as Partial<KeptPress>;
    return typeof at === 'number' && typeof wanted === 'string' ? { at, for: wanted } : null;
  } catch {
    return null;
  }
}

/** The press that waits and still counts, or null; one that does not count any more is removed, with the amount in it. */
export function readPress(store: DeviceStore, name: string, nowMs: number): KeptPress | null {
  const text = store.get(name);
  if (text === null) return null;
  const press = pressFrom(text);
  if (press !== null && nowMs >= press.at && nowMs - press.at < PRESS_KEPT_MS) return press;
  store.remove(name);
  return null;
}

export function keepPress(store: DeviceStore, name: string, press: KeptPress | null): void {
  if (press === null) store.remove(name);
  else store.set(name, JSON.stringify(press));
}
