import fc from 'fast-check';
import { checkPack, packFromJson, PolicyPackError } from './index.ts';
import type { CentrePack } from './index.ts';
import { allPacks, packOf } from './packs/index.ts';
import { wuhan } from './packs/wuhan/index.ts';
import { shanghai } from './packs/shanghai/index.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const copyOf = (pack: CentrePack): { [key: string]: Json } => JSON.parse(JSON.stringify(pack)) as { [key: string]: Json };

function faultsOf(candidate: unknown): readonly string[] {
  try {
    packFromJson(candidate);
  } catch (error) {
    if (error instanceof PolicyPackError) return error.faults;
    throw error;
  }
  return [];
}

/** The pack with the member at a path put in place of, or taken away. */
function changed(pack: CentrePack, path: string, value?: Json): unknown {
  const root = copyOf(pack);
  const keys = path.split('.');
  const last = keys.pop() as string;
  let at: Record<string, Json> = root;
  for (const key of keys) at = at[key] as Record<string, Json>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return root;
}

/** Every place of a value, as dotted paths. */
function placesOf(value: Json, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [...(path === '' ? [] : [path]), ...Object.keys(value).flatMap((key) => placesOf((value as Record<string, Json>)[key] as Json, path === '' ? key : `${path}.${key}`))];
}

describe('a pack', () => {
  it.each(allPacks.map((pack) => [pack.centre, pack] as const))('of %s comes through JSON unchanged', (_centre, pack) => {
    expect(packFromJson(JSON.parse(JSON.stringify(pack)))).toEqual(pack);
    expect(checkPack(pack)).toBe(pack);
  });

  const cap = { value: [{ singleFen: 1, jointFen: 2 }], source: wuhan.loan.cap[0]?.source as unknown as Json, validFrom: '2026-01-01' };
  it.each<[string, Json | undefined, string]>([
    ['centre', 'Wu Han', 'centre is no pinyin'],
    ['name', ' ', 'name is no text'],
    ['version', 'xiamen-1', 'version is another centre’s'],
    ['checkedOn', '2026-02-30', 'checkedOn is no day'],
    ['loan', undefined, 'loan is missing'],
    ['loan.cap', {}, 'loan.cap is no list'],
    ['loan.cap.0.validTo', '2025-01-01', 'loan.cap[0].validTo is no later day'],
    ['loan.cap.0.validFrom', 'soon', 'loan.cap[0].validFrom is no day'],
    ['loan.cap.1', cap, 'loan.cap[1].validFrom overlaps the figure before'],
    ['loan.cap.0.value.0.singleFen', -1, 'loan.cap[0].value[0].singleFen is no whole number from 0'],
    ['loan.cap.0.value.0.singleFen', 0.5, 'loan.cap[0].value[0].singleFen is no whole number from 0'],
    ['loan.cap.0.value.0.singleFen', '1', 'loan.cap[0].value[0].singleFen is no whole number from 0'],
    ['loan.cap.0.value.0.when', { locality: ['汉口'] }, 'loan.cap[0].value[0] names 汉口, which is no locality of the pack'],
    ['loan.cap.0.value.0.when', { order: 'third' }, 'loan.cap[0].value[0].when.order is none of first, second'],
    ['loan.cap.0.source.title', '', 'loan.cap[0].source.title is no text'],
    ['loan.cap.0.source.url', 'page 3', 'loan.cap[0].source.url is no address'],
    ['loan.cap.0.source.date', '2026-13-01', 'loan.cap[0].source.date is no day'],
    ['loan.cap.0.source.date', '2026-08-21', 'loan.cap[0].source.seenOn is before its date'],
    ['loan.cap.0.source.seenOn', '2026-09-02', 'loan.cap[0].source.seenOn is after checkedOn'],
    ['loan.cap.0.source.id', 'xiamen/loan-2026', 'loan.cap[0].source.id is not wuhan/… or national/…'],
    ['loan.cap.0.source.id', 'wuhan/loan-guide', 'loan.downPayment[0].source.id names another source too'],
    ['loan.cap.0.source.confidence', 'certain', 'loan.cap[0].source.confidence is none of high, medium, low'],
    ['loan.account.0.value.kind', 'guess', 'loan.account[0].value.kind is none of balance-multiple'],
    ['loan.account.0.value.factors.0.fromMonths', 6, 'loan.account[0].value.factors do not rise from 0'],
    ['loan.account.0.value.factors', [], 'loan.account[0].value.factors do not rise from 0'],
    ['loan.ability.0.value.shareMillionths', 1_000_001, 'loan.ability[0].value.shareMillionths is more than the whole'],
    ['loan.ability.0.conflict', { words: '不同' }, 'loan.ability[0].conflict.source is missing'],
    ['loan.downPayment.0.value.0.millionths', 2_000_000, 'loan.downPayment[0].value[0].millionths is more than the whole'],
    ['loan.uplifts.0.value.1.id', 'two-children', 'loan.uplifts[0].value[1].id is used before'],
    ['loan.ceiling', [], 'loan.ceiling is not known'],
    ['contribution.ratio.0.value.least', 130_000, 'contribution.ratio[0].value.least is more than most'],
    ['withdrawal.purchase.0.value.within', 36, 'withdrawal.purchase[0].value.within is not known'],
    ['withdrawal.illness.0.value.listed', 'yes', 'withdrawal.illness[0].value.listed is neither true nor false'],
    ['withdrawal.notOffered.0.value', 'rent', 'withdrawal.notOffered[0].value is no list'],
    ['withdrawal.counterOnly', [{ value: ['lift'] }], 'withdrawal.counterOnly[0].source is missing'],
    ['withdrawal.routes', [], 'withdrawal.routes is no record'],
    ['withdrawal.routes', null, 'withdrawal.routes is no record'],
    ['withdrawal.routes', { 'parking-space': 5 }, 'withdrawal.routes.parking-space is no list'],
    ['withdrawal.routes', { 'parking-space': [{ ...cap, value: { ceilingFen: '5' } }] }, 'withdrawal.routes.parking-space[0].value.ceilingFen is no whole number from 0'],
    ['withdrawal.routes', { 'parking-space': [{ ...cap, value: { kinds: [5] } }] }, 'withdrawal.routes.parking-space[0].value.kinds[0] is no text'],
    ['withdrawal.routes', { 'parking-space': [{ ...cap, value: { a: true } }, { ...cap, value: { a: false } }] }, 'withdrawal.routes.parking-space[1].validFrom overlaps the figure before'],
    ['loan.unknownUplifts.0', '未见公开资料。', 'loan.unknownUplifts[0] ends with a full stop'],
    ['notFound', ['未见公开资料。'], 'notFound[0] ends with a full stop'],
    ['effectiveFrom', '2026-01-01', 'effectiveFrom is not known'],
  ])('with %s = %j is refused, and the place is named', (path, value, fault) => {
    expect(faultsOf(changed(wuhan, path, value)).join('; ')).toContain(fault);
  });

  it('has the sources of its rows looked at too', () => {
    const path = 'loan.downPayment.0.value.1.source.id';
    expect(faultsOf(changed(shanghai, path, 'beijing/x')).join()).toContain('loan.downPayment[0].value[1].source.id is not shanghai/… or national/…');
  });

  it('has every fault named at once, and the centre only when it looks like one', () => {
    const two = { ...copyOf(wuhan), name: '', checkedOn: 'x' };
    expect(faultsOf(two)).toHaveLength(2);
    expect(() => packFromJson(two)).toThrow('policy pack wuhan: name is no text; checkedOn is no day');
    expect(() => packFromJson({ centre: '<script>' })).toThrow('policy pack unnamed: ');
  });

  it('is refused with anything strange in any place whatever', () => {
    const strange: Json = { strange: true };
    for (const pack of [wuhan, shanghai, ...['taizhou', 'fuzhou', 'putian'].map((centre) => packOf(centre) as CentrePack)]) {
      const places = placesOf(copyOf(pack), '');
      expect(places.length).toBeGreaterThan(150);
      for (const place of places) expect({ place, refused: faultsOf(changed(pack, place, strange)).length > 0 }).toEqual({ place, refused: true });
    }
  });

  it('is refused, never broken on, whatever arrives', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (candidate) => {
        expect(() => packFromJson(candidate)).toThrow(PolicyPackError);
      }),
      { numRuns: 2_000 },
    );
    for (const text of ['{"__proto__":{"centre":"wuhan"}}', 'null', '[]', '"wuhan"']) expect(() => packFromJson(JSON.parse(text))).toThrow(PolicyPackError);
  });
});
