import type { DeviceStore } from '../platform/ports.ts';

/** The person pressed the button and went to be seen: when (milliseconds), and for what. Nothing else goes on by itself. */
export interface KeptPress {
  readonly at: number | null;
  readonly for: string;
}
const NO_PRESS: KeptPress = { at: null, for: '' };
/** A press goes on by itself after the face check for so long; later the person presses again. */
export const PRESS_KEPT_MS = 10 * 60_000;

/** Signing out forgets it: the name begins with `wish:`. */
export const pressName = (personKey: string, what: string): string => `wish:${personKey}:press:${what}`;

export function readPress(store: DeviceStore, name: string): KeptPress {
  const text = store.get(name);
  if (text === null) return NO_PRESS;
  try {
    return { ...NO_PRESS, ...(JSON.parse(text) as Partial<KeptPress>) };
  } catch {
    return NO_PRESS;
  }
}

export function keepPress(store: DeviceStore, name: string, press: KeptPress | null): void {
  if (press === null) store.remove(name);
  else store.set(name, JSON.stringify(press));
}

/** Whether a press made before the face check still counts. */
export const pressCounts = ({ at }: KeptPress, nowMs: number): boolean => at !== null && nowMs >= at && nowMs - at < PRESS_KEPT_MS;
