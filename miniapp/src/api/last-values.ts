import type { DeviceStore } from '../platform/ports.ts';

export interface LastValue {
  readonly at: number;
  readonly value: unknown;
}

/** The name under which a person's last value of a call is kept. */
export function lastKey(personKey: string, name: string, input: unknown): string {
  return `last:${personKey}:${name}:${JSON.stringify(input)}`;
}

/** The last value with its time, or null. */
export function readLast(store: DeviceStore, key: string): LastValue | null {
  const text = store.get(key);
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<LastValue>;
    return typeof kept.at === 'number' ? { at: kept.at, value: kept.value } : null;
  } catch {
    return null;
  }
}

/** Keeps a value with its time. */
export function keepLast(store: DeviceStore, key: string, last: LastValue): void {
  store.set(key, JSON.stringify(last));
}
