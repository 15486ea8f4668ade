import type { DeviceStore } from '../platform/ports.ts';
import { keepPress, PRESS_KEPT_MS, pressCounts, readPress } from './kept-press.ts';

function store(): DeviceStore {
  const kept = new Map<string, string>();
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value), remove: (key) => void kept.delete(key), keys: () => [...kept.keys()] };
}

describe('a press that waits for the face check', () => {
  it('goes on by itself for ten minutes, no longer, and not before it was made', () => {
    const press = { at: 1000, for: 'x' };
    expect([1000, 1000 + PRESS_KEPT_MS - 1, 1000 + PRESS_KEPT_MS, 999].map((now) => pressCounts(press, now))).toEqual([true, true, false, false]);
    expect(pressCounts({ at: null, for: '' }, 1000)).toBe(false);
  });
  it('outlives the page, and is gone once it was used', () => {
    const device = store();
    keepPress(device, 'p', { at: 5, for: 'body' });
    expect(readPress(device, 'p')).toEqual({ at: 5, for: 'body' });
    keepPress(device, 'p', null);
    expect(readPress(device, 'p').at).toBeNull();
    device.set('p', '{');
    expect(readPress(device, 'p').at).toBeNull();
  });
});
