import type { DeviceStore } from './ports.ts';

const PREFIX = 'anju:';
const spare = new Map<string, string>();

function area(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** What this browser keeps. Where storage is forbidden, things are kept until the page closes. */
export const storage: DeviceStore = {
  get: (key) => area()?.getItem(PREFIX + key) ?? spare.get(key) ?? null,
  set: (key, value) => {
    try {
      const local = area();
      if (local === null) spare.set(key, value);
      else local.setItem(PREFIX + key, value);
    } catch {
      spare.set(key, value);
    }
  },
  remove: (key) => {
    spare.delete(key);
    area()?.removeItem(PREFIX + key);
  },
  keys: () => {
    const local = area();
    const stored = local === null ? [] : Object.keys(local).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    return [...stored, ...spare.keys()];
  },
};

/** Tells when another tab of this browser changed a key. Returns how to stop. */
export function onStorageChange(told: (key: string) => void): () => void {
  const listen = (event: StorageEvent): void => {
    if (event.key?.startsWith(PREFIX) === true) told(event.key.slice(PREFIX.length));
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
