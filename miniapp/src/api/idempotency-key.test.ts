import type { DeviceStore } from '../platform/ports.ts';
import { fingerprint, OPEN_KEPT_MS, SETTLED_KEPT_MS, Wish } from './idempotency-key.ts';

function memoryStore(): DeviceStore {
  const kept = new Map<string, string>();
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value), remove: (key) => void kept.delete(key), keys: () => [...kept.keys()] };
}
const body = { route: 'repay-fund-loan', amountFen: 578032, bankCardId: 'c1' };

function world() {
  const store = memoryStore();
  const time = { now: 1_000_000 };
  let keys = 0;
  const wish = (name = 'wish:p:withdrawal'): Wish => new Wish({ store, now: () => time.now, newKey: () => `k${(keys += 1)}` }, name);
  return { store, time, wish };
}

describe('one key a wish', () => {
  test('the double tap gets the same key', () => {
    const { wish } = world();
    const one = wish();
    expect(one.keyFor(body)).toBe(one.keyFor({ ...body }));
  });
  test('a second tab, the back button and a fresh start of the app get the same key', () => {
    const { wish } = world();
    expect(wish().keyFor(body)).toBe(wish().keyFor(body));
  });
  test('another amount is another wish', () => {
    const { wish } = world();
    const first = wish().keyFor(body);
    expect(wish().keyFor({ ...body, amountFen: 578031 })).not.toBe(first);
  });
  test('going back after it is done gives the same case for a while, then a new wish', () => {
    const { wish, time } = world();
    const first = wish().keyFor(body);
    wish().settle();
    time.now += SETTLED_KEPT_MS;
    expect(wish().keyFor(body)).toBe(first);
    time.now += 1;
    expect(wish().keyFor(body)).not.toBe(first);
  });
  test('a wish without an answer keeps its key for a day', () => {
    const { wish, time } = world();
    const first = wish().keyFor(body);
    time.now += OPEN_KEPT_MS;
    expect(wish().keyFor(body)).toBe(first);
    time.now += 1;
    expect(wish().keyFor(body)).not.toBe(first);
  });
  test('a case that came to nothing frees its wish, and no other', () => {
    const { wish } = world();
    const first = wish().keyFor(body);
    wish().settle('case-1');
    wish().release('case-0');
    expect(wish().keyFor(body)).toBe(first);
    wish().release('case-1');
    expect(wish().keyFor(body)).not.toBe(first);
  });
  test('a wish still without an answer is freed by no earlier case', () => {
    const { wish } = world();
    const first = wish().keyFor(body);
    wish().release('case-1');
    expect(wish().keyFor(body)).toBe(first);
  });
  test('one person’s wish is not another’s', () => {
    const { wish } = world();
    expect(wish('wish:a:w').keyFor(body)).not.toBe(wish('wish:b:w').keyFor(body));
  });
  test('what is kept on the device holds nothing of the wish itself', () => {
    const { wish, store } = world();
    wish().keyFor({ ...body, answers: { contractNumber: 'HT2026-77' } });
    expect(store.get('wish:p:withdrawal')).not.toContain('HT2026');
    expect(store.get('wish:p:withdrawal')).not.toContain('578032');
  });
  test('spoilt storage is a new wish, not an error', () => {
    const { wish, store } = world();
    store.set('wish:p:withdrawal', '{"key":5');
    expect(wish().keyFor(body)).toBe('k1');
  });
  test('a dropped wish is forgotten', () => {
    const { wish } = world();
    const first = wish().keyFor(body);
    wish().drop();
    expect(wish().keyFor(body)).not.toBe(first);
  });
});

test('fingerprints of near bodies differ', () => {
  const prints = new Set(Array.from({ length: 2000 }, (_, index) => fingerprint({ amountFen: index })));
  expect(prints.size).toBe(2000);
});
