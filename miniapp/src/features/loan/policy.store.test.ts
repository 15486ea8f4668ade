import type { CentrePack } from '@anju/shared/policy';
import { PolicyStore } from './policy.store.ts';

const packOf = (centre: string, version = `${centre}-1`): CentrePack => ({ centre, city: centre, name: centre, version }) as CentrePack;

function phone(kept: Readonly<Record<string, string>> = {}, online = true) {
  const held = new Map(Object.entries(kept));
  const asked: string[] = [];
  const store = new PolicyStore({
    store: { get: (key) => held.get(key) ?? null, set: (key, value) => held.set(key, value), remove: (key) => held.delete(key), keys: () => [...held.keys()] },
    own: packOf('xiamen'),
    fetch: (centre) => {
      asked.push(centre);
      return online ? Promise.resolve(packOf(centre)) : Promise.reject(new Error('no network'));
    },
    check: (data) => {
      const pack = data as CentrePack;
      if (typeof pack.version !== 'string') throw new Error('no pack');
      return pack;
    },
  });
  return { store, held, asked };
}

describe('the rule packs on a phone', () => {
  test('the own one is there without asking', () => {
    const { store, asked } = phone();
    expect(store.packOf('xiamen')?.centre).toBe('xiamen');
    expect(store.packOf('beijing')).toBeNull();
    expect(asked).toEqual([]);
  });
  test('another is fetched once, kept, and there after a restart without network', async () => {
    const first = phone();
    const [one, two] = await Promise.all([first.store.fetch('beijing'), first.store.fetch('beijing')]);
    expect(one).toBe(two);
    expect(first.asked).toEqual(['beijing']);
    const later = phone(Object.fromEntries(first.held), false);
    expect(later.store.packOf('beijing')).toEqual(packOf('beijing'));
    expect(later.store.here().map((pack) => pack.centre)).toEqual(['xiamen', 'beijing']);
  });
  test('a newer one takes the place of the kept one; without network the kept one stays', async () => {
    const old = JSON.stringify(packOf('beijing', 'beijing-0'));
    const online = phone({ 'policy:beijing': old });
    expect(online.store.packOf('beijing')?.version).toBe('beijing-0');
    await online.store.fetch('beijing');
    expect(online.store.packOf('beijing')?.version).toBe('beijing-1');
    const offline = phone({ 'policy:beijing': old }, false);
    await expect(offline.store.fetch('beijing')).rejects.toThrow('no network');
    expect(offline.store.packOf('beijing')?.version).toBe('beijing-0');
  });
  test.each(['{', '{"centre":"beijing"}', JSON.stringify(packOf('shenzhen'))])('what was kept as %s is no pack of Beijing and goes', (text) => {
    const { store, held } = phone({ 'policy:beijing': text });
    expect(store.packOf('beijing')).toBeNull();
    expect(held.has('policy:beijing')).toBe(false);
  });
  test('a reply of another centre is refused and not kept', async () => {
    const { store, held } = phone();
    const strange = new PolicyStore({ store: { get: () => null, set: (key, value) => held.set(key, value), remove: () => undefined, keys: () => [] }, own: packOf('xiamen'), fetch: () => Promise.resolve(packOf('wuhan')), check: (data) => data as CentrePack });
    await expect(strange.fetch('beijing')).rejects.toThrow('another centre');
    expect(held.size).toBe(0);
    expect(store.packOf('wuhan')).toBeNull();
  });
});
