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

/** What this browser keeps. Where storage is forbidden or full, things are kept until the page closes; what is newer goes before what is stored. */
export const storage: DeviceStore = {
  get: (key) => spare.get(key) ?? area()?.getItem(PREFIX + key) ?? null,
  set: (key, value) => {
    try {
      const local = area();
      if (local === null) return void spare.set(key, value);
      local.setItem(PREFIX + key, value);
      spare.delete(key);
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
    return [...new Set([...stored, ...spare.keys()])];
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
