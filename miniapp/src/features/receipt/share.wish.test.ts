import { Wish } from '../../api/idempotency-key.ts';
import { makeShare } from './share.wish.ts';

const MORNING = Date.parse('2026-11-21T01:00:00Z');
const kept = new Map<string, string>();
const sent: string[] = [];
const store = { get: (key: string) => kept.get(key) ?? null, set: (key: string, value: string) => void kept.set(key, value), remove: (key: string) => void kept.delete(key), keys: () => [...kept.keys()] };
let keys = 0;
const make = (answered = true, at = MORNING): Promise<void> =>
  makeShare(new Wish({ store, now: () => at, newKey: () => `k${(keys += 1)}` }, 'wish:p:share'), 'r1', at, (key) => {
    sent.push(key);
    return answered ? Promise.resolve() : Promise.reject(new Error('no answer'));
  });
beforeEach(() => {
  kept.clear();
  sent.length = 0;
  keys = 0;
});

describe('a code to be checked', () => {
  it('is made anew after the first was taken back', async () => {
    await make();
    await make();
    expect(sent).toEqual(['k1', 'k2']);
  });
  it('is the same when it is asked for again without an answer', async () => {
    await expect(make(false)).rejects.toThrow('no answer');
    await make();
    expect(sent).toEqual(['k1', 'k1']);
  });
  it('of yesterday is not asked for today', async () => {
    await make(false).catch(() => undefined);
    await make(true, MORNING + 15 * 3_600_000 + 1);
    expect(sent).toEqual(['k1', 'k2']);
  });
});
