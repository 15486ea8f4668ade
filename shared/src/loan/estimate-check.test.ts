import fc from 'fast-check';
import { allPacks, packOf } from '../policy/packs/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { checkAmount, checkEstimateInput, estimateFor } from './index.ts';
import type { EstimateInput, EstimateRequest } from './index.ts';

const TODAY = '2026-11-21';
const xiamen = packOf('xiamen') as CentrePack;
const longyan = packOf('longyan') as CentrePack;
const man = { balanceFen: 5_000_000, monthlyContributionFen: 200_000, contributionMonths: 14, birthDate: '1990-05-05', sex: 'male' };
const good = { asOf: TODAY, household: {}, applicants: [man], house: { priceFen: 300_000_000, order: 'first', kind: 'new' } };

type Path = readonly (string | number)[];
/** The good input with one thing in it replaced. */
function put(value: unknown, path: Path, into: unknown = good): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(into)) return into.map((one: unknown, at) => (at === head ? put(value, rest, one) : one));
  return { ...(into as object), [head]: put(value, rest, (into as Record<string, unknown> | null)?.[head]) };
}
const faults = (input: unknown, pack: CentrePack = xiamen): string[] => checkEstimateInput(input as EstimateInput, pack, TODAY).map(({ field, rule }) => `${field} ${rule}`);

const NONSENSE: readonly unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 1e18, '5', '', 'text', null, [], {}, true, () => 1];
const MONEY = ['applicants.0.balanceFen', 'applicants.0.averageBalance12Fen', 'applicants.0.supplementaryBalanceFen', 'applicants.0.monthlyContributionFen', 'applicants.0.contributionBaseFen', 'house.priceFen', 'otherMonthlyDebtFen', 'monthlyIncomeFen', 'termYears', 'household.children', 'household.fundLoansBefore', 'house.greenStars', 'applicants.0.contributionMonths'];
const pathOf = (field: string): Path => field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

describe('a wrong value', () => {
  it('is let through by nothing: the good input has no fault', () => {
    expect(faults(good)).toEqual([]);
  });

  it.each(MONEY)('of %s is refused by its path, whatever it is', (field) => {
    for (const value of NONSENSE) expect(faults(put(value, pathOf(field)))).toEqual([`${field} range`]);
  });

  it.each<[string, unknown, string]>([
    ['applicants.0.balanceFen', undefined, 'applicants.0.balanceFen range'],
    ['applicants.0.contributionMonths', 721, 'applicants.0.contributionMonths range'],
    ['house.priceFen', 99, 'house.priceFen range'],
    ['house.priceFen', 0, 'house.priceFen range'],
    ['household.children', 21, 'household.children range'],
    ['termYears', 0, 'termYears range'],
    ['termYears', 31, 'termYears range'],
    ['applicants.0.birthDate', '2027-01-01', 'applicants.0.birthDate date'],
    ['applicants.0.birthDate', '1990-02-30', 'applicants.0.birthDate date'],
    ['applicants.0.birthDate', 19900505, 'applicants.0.birthDate date'],
    ['applicants.0.birthDate', ['1990-05-05'], 'applicants.0.birthDate date'],
    ['applicants.0.birthDate', null, 'applicants.0.birthDate date'],
    ['applicants.0.birthDate', '2010-11-22', 'applicants.0.birthDate age'],
    ['applicants.0.birthDate', '1925-11-21', 'applicants.0.birthDate age'],
    ['applicants.0.sex', 'x', 'applicants.0.sex choice'],
    ['applicants.0.sex', undefined, 'applicants.0.sex choice'],
    ['applicants.0.retirementCategory', 'F50', 'applicants.0.retirementCategory choice'],
    ['applicants.0.retirementCategory', 'M61', 'applicants.0.retirementCategory choice'],
    ['applicants.0', null, 'applicants.0 required'],
    ['applicants.0', 'me', 'applicants.0 required'],
    ['applicants', null, 'applicants size'],
    ['applicants', [], 'applicants size'],
    ['applicants', [man, man, man], 'applicants size'],
    ['applicants', { 0: man }, 'applicants size'],
    ['house', null, 'house required'],
    ['house', 3, 'house required'],
    ['house.order', 'third', 'house.order choice'],
    ['house.kind', 'castle', 'house.kind choice'],
    ['house.prefab', 'yes', 'house.prefab choice'],
    ['house.locality', '新罗区', 'house.locality choice'],
    ['house.locality', 7, 'house.locality choice'],
    ['household', null, 'household required'],
    ['household', [], 'household required'],
    ['household.talent', 1, 'household.talent choice'],
    ['household.fullTimeDegree', 'no', 'household.fullTimeDegree choice'],
    ['household.fundLoanRunning', null, 'household.fundLoanRunning choice'],
    ['household.ownsHome', 0, 'household.ownsHome choice'],
    ['household.taxResident', {}, 'household.taxResident choice'],
    ['asOf', '2026-13-01', 'asOf date'],
    ['asOf', 20261121, 'asOf date'],
    ['asOf', null, 'asOf date'],
    ['asOf', '2010-12-25', 'asOf too-early'],
    ['asOf', '2027-11-22', 'asOf too-late'],
  ])('of %s (%p) is refused', (field, value, expected) => {
    const input = put(value, pathOf(field));
    expect(faults(input)).toEqual([expected]);
    for (const { message } of checkEstimateInput(input as EstimateInput, xiamen, TODAY)) expect(message).toMatch(/^[^a-zA-Z]{5,}$/);
  });

  it.each<[string, unknown]>([
    ['applicants.0.birthDate', '2010-11-21'], ['applicants.0.birthDate', '1925-11-22'], ['house.priceFen', 100], ['termYears', 1], ['termYears', 30],
    ['household.children', 20], ['asOf', '2010-12-26'], ['asOf', '2027-11-21'], ['house.locality', undefined],
  ])('is not what stands at the edge: %s %p', (field, value) => {
    expect(faults(put(value, pathOf(field)))).toEqual([]);
  });

  it('names a part of the city only where the centre has it', () => {
    expect(faults(put('新罗区', ['house', 'locality']), longyan)).toEqual([]);
    expect(faults(put('思明区', ['house', 'locality']), longyan)).toEqual(['house.locality choice']);
    expect(checkEstimateInput(put('思明区', ['house', 'locality']) as EstimateInput)).toEqual([]);
  });

  it.each([undefined, null, 5, 'text', []])('for a whole input: %p', (input) => {
    expect(faults(input)).toEqual(['request required']);
  });

  it('is refused all at once, each by its path', () => {
    const input = { ...good, applicants: [{ ...man, balanceFen: -1 }, { ...man, sex: 'x' }], termYears: 99 };
    expect(faults(input)).toEqual(['applicants.0.balanceFen range', 'applicants.1.sex choice', 'termYears range']);
  });
});

describe('a request of any shape', () => {
  it.each<[unknown, string]>([
    [null, 'invalid'], [undefined, 'invalid'], [1, 'invalid'], ['x', 'invalid'], [[], 'invalid'], [{}, 'invalid'],
    [{ ...good, centre: 5 }, 'centre-unknown'], [{ ...good, centre: null }, 'centre-unknown'], [{ ...good, centre: '__proto__' }, 'centre-unknown'],
    [{ ...good, centre: 'xiamen' }, 'estimated'],
  ])('%p is answered, never thrown at', (request, kind) => {
    expect(estimateFor(request as EstimateRequest, TODAY, packOf).kind).toBe(kind);
  });
});

describe('whatever comes', () => {
  const most = { balanceFen: 100_000_000_000, averageBalance12Fen: 100_000_000_000, supplementaryBalanceFen: 100_000_000_000, monthlyContributionFen: 100_000_000_000, contributionBaseFen: 100_000_000_000 };
  it.each(allPacks.map(({ centre }) => centre))('the largest figures a field takes are computed with in %s', (centre) => {
    const rich = { ...man, ...most, contributionMonths: 720 };
    for (const kind of ['new', 'second-hand', 'affordable']) {
      const request = { ...good, centre, applicants: [rich, rich], house: { ...good.house, priceFen: 100_000_000_000, kind }, monthlyIncomeFen: 100_000_000_000 };
      expect(estimateFor(request as EstimateRequest, TODAY, packOf).kind).toBe('estimated');
    }
  });

  const paths = [...MONEY, 'applicants', 'applicants.0', 'applicants.0.birthDate', 'applicants.0.sex', 'applicants.0.retirementCategory', 'house', 'house.order', 'house.kind', 'house.locality', 'house.prefab', 'household', 'household.talent', 'household.ownsHome', 'asOf', 'centre'];
  const centres = fc.constantFrom(...allPacks.map(({ centre }) => centre), 'nowhere', '__proto__');
  it('is answered, never thrown at: any JSON, anywhere', () => {
    fc.assert(
      fc.property(centres, fc.array(fc.tuple(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), fc.integer(), fc.constantFrom(...NONSENSE))), { maxLength: 4 }), (centre, changes) => {
        const request = changes.reduce<unknown>((made, [path, value]) => put(value, pathOf(path), made), { ...good, centre });
        const outcome = estimateFor(request as EstimateRequest, TODAY, packOf);
        expect(['estimated', 'invalid', 'centre-unknown']).toContain(outcome.kind);
      }),
    );
  });
});

describe('an amount that is asked for', () => {
  const rules = (amountFen: unknown, priceFen = 100_000_000, atMostFen: number | null = 80_000_000): string[] =>
    checkAmount(amountFen as number, priceFen, { atMostFen }).map(({ field, rule }) => `${field} ${rule}`);

  it('is whole yuan, at most the price and at most what the limits let through', () => {
    expect(rules(80_000_000)).toEqual([]);
    expect(rules(80_000_100)).toEqual(['amountFen above-limit']);
    expect(rules(100_000_100)).toEqual(['amountFen above-price']);
    expect(rules(100_000_000, 100_000_000, null)).toEqual([]);
    for (const wrong of [0, -100, 99, 150, 1e18, Number.NaN, '100', null, undefined, {}]) expect(rules(wrong)).toEqual(['amountFen range']);
    expect(checkAmount(80_000_100, 100_000_000, { atMostFen: 80_000_000 })[0]?.message).toBe('贷款金额超过了最高可贷的 800,000 元，请改小金额');
  });
});
