import { useSyncExternalStore } from 'react';
import { dressDocument } from '../platform/launch.ts';
import { storage } from '../platform/storage.ts';
import { textScale } from '../platform/text-size.ts';

/** The standard version and the elder version (长辈版), each with its own tokens. */
export type ThemeName = 'light' | 'elder';

const KEY = 'theme';
/** From this size of the system's text on, the elder version is offered by itself. */
const ELDER_SCALE = 1.3;

interface Choice {
  readonly theme: ThemeName;
  readonly eyeOpen: boolean;
}

function first(): Choice {
  const kept = storage.get(KEY);
  const theme: ThemeName = kept === 'elder' || kept === 'light' ? kept : textScale() >= ELDER_SCALE ? 'elder' : 'light';
  return { theme, eyeOpen: storage.get('eye') !== 'closed' };
}

let choice: Choice | null = null;
const listeners = new Set<() => void>();

function current(): Choice {
  choice ??= first();
  return choice;
}

function change(next: Choice): void {
  choice = next;
  storage.set(KEY, next.theme);
  storage.set('eye', next.eyeOpen ? 'open' : 'closed');
  dressDocument(next.theme);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** What the person chose for this device: version and eye. Remembered. */
export function useTheme(): { readonly theme: ThemeName; readonly elder: boolean; readonly eyeOpen: boolean; setElder(on: boolean): void; setEyeOpen(open: boolean): void } {
  const { theme, eyeOpen } = useSyncExternalStore(subscribe, current);
  return {
    theme,
    elder: theme === 'elder',
    eyeOpen,
    setElder: (on) => change({ ...current(), theme: on ? 'elder' : 'light' }),
    setEyeOpen: (open) => change({ ...current(), eyeOpen: open }),
  };
}

/** The theme now, outside a component. */
export function currentTheme(): ThemeName {
  return current().theme;
}
