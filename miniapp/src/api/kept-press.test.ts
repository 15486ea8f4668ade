import type { DeviceStore } from '../platform/ports.ts';
import { keepPress, PRESS_KEPT_MS, readPress } from './kept-press.ts';

function store(): DeviceStore {
  const kept = new Map<string, string>();
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value), remove: (key) => void kept.delete(key), keys: () => [...kept.keys()] };
}

describe('a press that waits for the face check', () => {
  it('goes on by itself for ten minutes, no longer, and not before it was made', () => {
    const counts = (now: number): boolean => {
      const device = store();
      keepPress(device, 'p', { at: 1000, for: 'x' });
      return readPress(device, 'p', now) !== null;
    };
    expect([1000, 1000 + PRESS_KEPT_MS - 1, 1000 + PRESS_KEPT_MS, 999].map(counts)).toEqual([true, true, false, false]);
  });
  it('is on the device only while it counts', () => {
    const device = store();
    keepPress(device, 'p', { at: 1000, for: '{"amountFen":500000}' });
    readPress(device, 'p', 1001);
    expect(device.keys()).toEqual(['p']);
    expect([readPress(device, 'p', 1000 + PRESS_KEPT_MS), device.keys()]).toEqual([null, []]);
  });
  it('outlives the page, and is gone once it was used', () => {
    const device = store();
    keepPress(device, 'p', { at: 5, for: 'body' });
    expect(readPress(device, 'p', 6)).toEqual({ at: 5, for: 'body' });
    keepPress(device, 'p', null);
    expect(readPress(device, 'p', 6)).toBeNull();
    for (const spoilt of ['{', '{"at":5}', 'null']) {
      device.set('p', spoilt);
      expect([readPress(device, 'p', 6), device.keys()]).toEqual([null, []]);
    }
  });
});
