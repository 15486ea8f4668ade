import type { DeviceStore } from '../platform/ports.ts';
import { aboutOf, forgetSeen, keepAbout, markSeen, takeSeen } from './seen.ts';

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

describe('what a person is led to be seen for', () => {
  const ABOUT = '租房提取 1,800.00 元';
  it('is told on the way to that page and for that purpose only, and not for long', () => {
    const device = store();
    keepAbout(device, CONFIRM, 'withdrawal', ABOUT, 1_000);
    expect(aboutOf(device, CONFIRM, 'withdrawal', 2_000)).toBe(ABOUT);
    expect([aboutOf(device, CONFIRM, 'bank-card', 2_000), aboutOf(device, `${CONFIRM}x`, 'withdrawal', 2_000), aboutOf(device, CONFIRM, 'withdrawal', 3_600_000)]).toEqual([null, null, null]);
  });
  it('leaves nothing on the device once it was pressed, or has run out', () => {
    const device = store();
    keepAbout(device, CONFIRM, 'withdrawal', ABOUT, 1_000);
    forgetSeen(device);
    expect([aboutOf(device, CONFIRM, 'withdrawal', 2_000), device.keys()]).toEqual([null, []]);
    for (const lateOrEarly of [3_600_000, 999]) {
      keepAbout(device, CONFIRM, 'withdrawal', ABOUT, 1_000);
      expect([aboutOf(device, CONFIRM, 'withdrawal', lateOrEarly), device.keys()]).toEqual([null, []]);
    }
  });
  it('is forgotten with the next press that has no words, and with what the device has lost', () => {
    const device = store();
    keepAbout(device, CONFIRM, 'withdrawal', ABOUT, 1_000);
    keepAbout(device, CONFIRM, 'withdrawal', undefined, 1_500);
    expect(aboutOf(device, CONFIRM, 'withdrawal', 2_000)).toBeNull();
    for (const spoilt of ['{', '{}', 'null']) {
      device.set('wish:seen-about', spoilt);
      expect([aboutOf(device, CONFIRM, 'withdrawal', 2_000), device.keys()]).toEqual([null, []]);
    }
  });
});
