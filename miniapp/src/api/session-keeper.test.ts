import type { DeviceStore } from '../platform/ports.ts';
import { SessionKeeper } from './session-keeper.ts';

function memoryStore(): DeviceStore {
  const kept = new Map<string, string>();
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value), remove: (key) => void kept.delete(key), keys: () => [...kept.keys()] };
}
const reply = { token: 't', expiresAt: '2026-12-21T00:00:00Z', level: 'verified' as const, person: { name: '张*萍', idNumber: '3502**********1234' } };

describe('the session on the device', () => {
  test('survives a restart of the app', () => {
    const store = memoryStore();
    new SessionKeeper(store).begin(reply);
    expect(new SessionKeeper(store).current.session).toMatchObject({ token: 't', level: 'verified' });
  });
  test('spoilt storage is a guest', () => {
    const store = memoryStore();
    store.set('session', '{"token":1}');
    expect(new SessionKeeper(store).current.session).toBeNull();
  });
  test('running out is told, and the last values stay', () => {
    const store = memoryStore();
    const keeper = new SessionKeeper(store);
    keeper.begin(reply);
    store.set('last:x:home:{}', '1');
    keeper.expire();
    expect(keeper.current).toEqual({ session: null, ended: true });
    expect(store.get('last:x:home:{}')).toBe('1');
  });
  test('another tab that ends the same session takes nothing back of what was told here; one that signs in does', () => {
    const store = memoryStore();
    const [here, there] = [new SessionKeeper(store), new SessionKeeper(store)];
    here.begin(reply);
    there.refresh();
    here.expire();
    there.expire();
    here.refresh();
    expect(here.current).toEqual({ session: null, ended: true });
    there.begin(reply);
    here.refresh();
    expect(here.current).toMatchObject({ session: { token: 't' }, ended: false });
    there.forget();
    here.refresh();
    expect(here.current).toEqual({ session: null, ended: false });
  });
  test('signing out leaves nothing of the person on the device, and keeps the version they chose', () => {
    const store = memoryStore();
    const keeper = new SessionKeeper(store);
    keeper.begin(reply);
    for (const key of ['last:x:home:{}', 'wish:x:w', 'theme']) store.set(key, 'elder');
    keeper.forget();
    expect(store.keys()).toEqual(['theme']);
    expect(keeper.current).toEqual({ session: null, ended: false });
  });
  test('who comes back finds what they left', () => {
    const store = memoryStore();
    const keeper = new SessionKeeper(store);
    keeper.begin(reply);
    store.set('wish:calculator', 'mine');
    keeper.expire();
    keeper.begin({ ...reply, token: 'next' });
    expect(store.get('wish:calculator')).toBe('mine');
  });
  test('who comes after another finds nothing of theirs, not even before the real name', () => {
    for (const next of [{ ...reply, person: { ...reply.person, idNumber: '3502**********5678' } }, { token: 'n', expiresAt: reply.expiresAt, level: 'guest' as const }]) {
      const store = memoryStore();
      const keeper = new SessionKeeper(store);
      keeper.begin(reply);
      for (const key of ['last:x:home:{}', 'wish:calculator', 'theme']) store.set(key, 'elder');
      keeper.expire();
      keeper.begin(next);
      expect(store.keys().filter((key) => key !== 'session' && key !== 'owner')).toEqual(['theme']);
    }
  });
  test('whose things lie here is known from the first start with their session on', () => {
    const store = memoryStore();
    store.set('session', JSON.stringify(reply));
    store.set('wish:calculator', 'theirs');
    const keeper = new SessionKeeper(store);
    keeper.expire();
    keeper.begin({ ...reply, person: { ...reply.person, idNumber: '3502**********5678' } });
    expect(store.get('wish:calculator')).toBeNull();
  });
  test('what a guest has typed stays theirs when they sign in', () => {
    const store = memoryStore();
    const keeper = new SessionKeeper(store);
    store.set('wish:calculator', 'typed');
    keeper.begin({ token: 'n', expiresAt: reply.expiresAt, level: 'guest' });
    keeper.raise('verified', reply.person);
    expect(store.get('wish:calculator')).toBe('typed');
  });
  test('the name a person has on the device says nothing about them, and differs from the next person’s', () => {
    const keeper = new SessionKeeper(memoryStore());
    expect(keeper.personKey).toBe('guest');
    keeper.begin(reply);
    const one = keeper.personKey;
    expect(one).toMatch(/^[a-z0-9]+$/);
    keeper.begin({ ...reply, person: { ...reply.person, idNumber: '3502**********5678' } });
    expect(keeper.personKey).not.toBe(one);
  });
  test('who listens is told once a change, until they stop', () => {
    const keeper = new SessionKeeper(memoryStore());
    const told = jest.fn();
    const stop = keeper.subscribe(told);
    keeper.begin(reply);
    keeper.raise('face', reply.person);
    stop();
    keeper.forget();
    expect(told).toHaveBeenCalledTimes(2);
  });
});
