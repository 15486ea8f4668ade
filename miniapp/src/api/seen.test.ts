import type { DeviceStore } from '../platform/ports.ts';
import { forgetSeen, markSeen, takeSeen } from './seen.ts';

function store(): DeviceStore {
  const kept = new Map<string, string>();
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value), remove: (key) => void kept.delete(key), keys: () => [...kept.keys()] };
}
const CONFIRM = '/features/withdrawal/pages/confirm/index?route=rent';

describe('who was just seen', () => {
  it('was seen for one page, and is told so once', () => {
    const device = store();
    markSeen(device, CONFIRM, 'withdrawal');
    expect(takeSeen(device, '/features/withdrawal/pages/confirm/index?route=lift', 'withdrawal')).toBe(false);
    expect([takeSeen(device, CONFIRM, 'withdrawal'), takeSeen(device, CONFIRM, 'withdrawal')]).toEqual([true, false]);
  });
  it('was not seen to withdraw when it was to add a card on the same page', () => {
    const device = store();
    markSeen(device, CONFIRM, 'bank-card');
    expect(takeSeen(device, CONFIRM, 'withdrawal')).toBe(false);
    expect(takeSeen(device, CONFIRM, 'bank-card')).toBe(true);
  });
  it('is forgotten when something else is pressed for', () => {
    const device = store();
    markSeen(device, CONFIRM, 'withdrawal');
    forgetSeen(device);
    expect(takeSeen(device, CONFIRM, 'withdrawal')).toBe(false);
  });
});
