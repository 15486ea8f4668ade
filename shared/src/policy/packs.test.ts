import fc from 'fast-check';
import { addDays } from '../calendar/index.ts';
import { figureLists, sourcesOf } from './check-pack.ts';
import { figureOfDay, figureOn } from './index.ts';
import type { CapRow, CentrePack, Figures, PolicySource, When } from './index.ts';
import { allPacks, packOf, policyCentres } from './packs/index.ts';
import * as national from './packs/national/index.ts';
import { fuzhou } from './packs/fuzhou/index.ts';
import { xiamen } from './packs/xiamen/index.ts';

const TODAY = '2026-11-21';
const of = (centre: string): CentrePack => packOf(centre) as CentrePack;
const valueOn = <T>(figures: Figures<T> | undefined, date: string = TODAY): T | undefined => figureOn(figures, date)?.value;
const wan = (amount: number): number => amount * 1_000_000;

/** The first row that fits, as LoanRules says. */
function rowFor<T extends { readonly when?: When }>(rows: readonly T[] | undefined, about: { order?: string; kind?: string; locality?: string; degree?: boolean }): T | undefined {
  return rows?.find(({ when }) =>
    (when?.order === undefined || when.order === about.order) &&
    (when?.kind === undefined || when.kind === about.kind) &&
    (when?.locality === undefined || when.locality.indexOf(about.locality ?? '') >= 0) &&
    (when?.fullTimeDegree === undefined || when.fullTimeDegree === (about.degree ?? false)));
}
const capOf = (row: CapRow | undefined): (number | undefined)[] => [row?.singleFen, row?.jointFen];

describe('the registry', () => {
  it('has the seed cities and seven more, each with its folder’s name', () => {
    expect(policyCentres.map((one) => one.centre)).toEqual([
      'beijing', 'bozhou', 'fuzhou', 'guangzhou', 'hangzhou', 'jiamusi', 'longyan', 'luan', 'nanping', 'putian', 'shanghai', 'shenzhen', 'taizhou', 'wuhan', 'xiamen',
    ]);
    expect(packOf('xiamen')).toBe(xiamen);
    expect(packOf('fuzhou')).toBe(fuzhou);
    for (const centre of ['XIAMEN', '', '__proto__', 'constructor', 'national']) expect(packOf(centre)).toBeNull();
  });
});

describe('caps', () => {
  const first = { order: 'first', kind: 'new' };
  const second = { order: 'second', kind: 'new' };
  it.each([
    ['xiamen', '2026-01-01', first, 120, 120], ['fuzhou', TODAY, first, 60, 100], ['putian', '2024-12-31', first, 50, 80], ['putian', '2025-01-01', second, 55, 90],
    ['longyan', TODAY, { ...first, locality: '新罗区' }, 55, 65], ['longyan', TODAY, { ...first, locality: '上杭县' }, 50, 60],
    ['taizhou', '2026-08-02', first, 80, 130], ['taizhou', '2026-08-03', first, 90, 150], ['taizhou', '2027-12-31', second, 90, 150],
    ['beijing', TODAY, first, 120, 240], ['beijing', TODAY, second, 100, 200], ['shanghai', TODAY, first, 100, 200], ['shanghai', TODAY, second, 80, 160],
    ['guangzhou', '2026-04-29', first, 80, 160], ['guangzhou', '2026-04-30', second, 100, 200], ['shenzhen', TODAY, second, 70, 130],
    ['hangzhou', TODAY, first, 90, 180], ['hangzhou', TODAY, { ...first, locality: '桐庐县' }, 65, 130], ['wuhan', TODAY, second, 120, 150],
    ['luan', TODAY, first, 60, 80], ['luan', TODAY, { order: 'first', kind: 'second-hand' }, 40, 60],
  ])('published: cap of %s on %s for %o is %d and %d', (centre, date, about, single, joint) => {
    expect(capOf(rowFor(valueOn(of(centre).loan.cap, date), about))).toEqual([wan(single), wan(joint)]);
  });

  it.each([
    ['fuzhou', { 'two-children': [20, 20], 'three-children': [40, 40], 'green-building': 200_000, prefab: 200_000 }],
    ['putian', { 'two-children': [15, 15] }],
    ['longyan', { 'two-children': [15, 15], 'three-children': [25, 25], 'green-building': [5, 5], prefab: [5, 5] }],
    ['taizhou', { talent: [125, 200], 'two-children': [90, 190], 'three-children': [90, 200] }],
    ['beijing', { 'two-children': [40, 40], 'green-building': [40, 40] }],
    ['shanghai', { supplementary: [20, 40], 'two-children': 200_000, 'green-building': 150_000 }],
    ['guangzhou', { 'one-child': 100_000, 'two-children': 400_000, 'three-children': 500_000 }],
    ['shenzhen', { 'first-home': 600_000 }],
    ['wuhan', { 'two-children': 200_000, 'green-building': 100_000 }],
    ['luan', { 'two-children': 200_000 }],
  ])('published: uplifts of %s', (centre, expected) => {
    const told = (valueOn(of(centre).loan.uplifts) ?? []).map(({ id, effect }) => [
      id, effect.kind === 'share' ? effect.millionths : [effect.singleFen / wan(1), effect.jointFen / wan(1)],
    ]);
    expect(Object.fromEntries(told)).toEqual(expected);
  });

  it.each([
    ['beijing', { ceilingSingleFen: wan(180), ceilingJointFen: wan(340) }], ['longyan', { ceilingSingleFen: wan(95), ceilingJointFen: wan(95) }],
    ['shenzhen', { ceilingSingleFen: wan(189), ceilingJointFen: wan(351) }], ['guangzhou', { ceilingJointFen: wan(360) }], ['shanghai', { ceilingMillionths: 350_000 }],
  ])('published: ceiling of stacked uplifts of %s', (centre, ceiling) => {
    expect(valueOn(of(centre).loan.stacking)).toEqual({ rule: 'sum', ...ceiling });
  });

  it('published: Taizhou guarantees 40万', () => {
    expect(figureOn(of('taizhou').loan.guaranteedMinimumFen, '2026-08-02')).toBeUndefined();
    expect(valueOn(of('taizhou').loan.guaranteedMinimumFen)).toBe(wan(40));
  });
});

describe('formulas', () => {
  it.each([
    ['shenzhen', { kind: 'balance-multiple', multipleMillionths: 16_000_000 }],
    ['shanghai', { kind: 'balance-multiple', multipleMillionths: 30_000_000, supplementaryMultipleMillionths: 10_000_000 }],
    ['hangzhou', { kind: 'average-balance-multiple', multipleMillionths: 20_000_000 }],
    ['guangzhou', { kind: 'balance-and-months-to-retirement', multipleMillionths: 10_000_000 }],
    ['putian', { kind: 'balance-and-months-to-retirement', multipleMillionths: 2_000_000 }],
    ['beijing', { kind: 'per-contribution-year', perYearFen: wan(20) }],
    ['luan', { kind: 'monthly-multiple', months: 240, leastFen: wan(18) }],
    ['xiamen', { kind: 'contribution-flow', months: 6, factorMillionths: 2_900_000 }],
  ])('published: account formula of %s', (centre, formula) => {
    expect(valueOn(of(centre).loan.account)).toEqual(formula);
  });

  it('published: Wuhan’s factor of contribution months', () => {
    const rule = valueOn(of('wuhan').loan.account);
    expect(rule?.kind === 'balance-multiple-by-months' ? rule.factors.map((one) => [one.fromMonths, one.factorMillionths]) : []).toEqual([
      [0, 0], [6, 500_000], [12, 800_000], [24, 1_000_000], [36, 1_200_000], [60, 1_500_000],
    ]);
  });

  it.each([
    ['2024-01-31', 12, 1_450_000], ['2024-02-01', 6, 2_900_000],
  ])('published: on %s Xiamen counts %i months times %i', (date, months, factorMillionths) => {
    expect(valueOn(xiamen.loan.account, date)).toEqual({ kind: 'contribution-flow', months, factorMillionths });
    expect(valueOn(xiamen.loan.contributionMonths, date)).toBe(months);
  });

  it('published: liquidity factors, Fuzhou’s past its validity today', () => {
    expect(valueOn(xiamen.loan.liquidity)).toEqual({ millionths: 800_000, on: 'account-and-cap' });
    expect(valueOn(fuzhou.loan.liquidity, '2026-09-30')?.millionths).toBe(1_200_000);
    expect(figureOfDay(fuzhou.loan.liquidity, TODAY).state).toBe('expired');
    expect(of('putian').loan.liquidity).toEqual([]);
  });

  it.each([
    ['shenzhen', { kind: 'monthly-share', shareMillionths: 500_000, of: 'contribution-bases', counts: 'instalment' }],
    ['guangzhou', { kind: 'monthly-share', shareMillionths: 500_000, of: 'household-income', counts: 'instalment' }],
    ['fuzhou', { kind: 'monthly-share', shareMillionths: 600_000, of: 'household-income', counts: 'instalment-and-debts' }],
    ['shanghai', { kind: 'monthly-share', shareMillionths: 400_000, of: 'contribution-bases', counts: 'principal' }],
    ['wuhan', { kind: 'base-share-years', shareMillionths: 350_000 }],
  ])('published: repayment ability of %s', (centre, rule) => {
    expect(valueOn(of(centre).loan.ability)).toEqual(rule);
  });

  it('are in real use, each of them', () => {
    const kinds = allPacks.flatMap(({ loan }) => [...(loan.account ?? []), ...(loan.ability ?? [])].map(({ value }) => value.kind));
    expect([...new Set(kinds)].sort()).toEqual([
      'average-balance-multiple', 'balance-and-months-to-retirement', 'balance-multiple', 'balance-multiple-by-months', 'base-share-years', 'contribution-flow',
      'monthly-multiple', 'monthly-share', 'per-contribution-year',
    ]);
    expect(allPacks.filter(({ loan }) => loan.liquidity !== undefined).map(({ centre }) => centre)).toEqual(['fuzhou', 'putian', 'xiamen']);
    expect(allPacks.filter(({ loan }) => loan.guaranteedMinimumFen !== undefined).map(({ centre }) => centre)).toEqual(['taizhou']);
  });
});

it('published: Shanghai lends nothing beside a running fund loan, Wuhan nothing after two', () => {
  expect(valueOn(of('shanghai').loan.loanCount)).toEqual({ outstandingAllowed: false });
  expect(valueOn(of('wuhan').loan.loanCount)).toEqual({ most: 2, outstandingAllowed: false });
});

describe('down payments', () => {
  it.each([
    ['xiamen', '2024-12-31', { order: 'second', kind: 'new' }, 25], ['xiamen', '2025-01-01', { order: 'second', kind: 'new' }, 20],
    ['xiamen', TODAY, { order: 'first', kind: 'affordable' }, 15], ['fuzhou', TODAY, { order: 'second', kind: 'new' }, 20],
    ['fuzhou', TODAY, { order: 'first', kind: 'affordable' }, 15], ['putian', TODAY, { order: 'first', kind: 'new' }, 20],
    ['longyan', '2025-05-31', { order: 'second', kind: 'new' }, 40], ['longyan', '2025-06-01', { order: 'second', kind: 'new' }, 30],
    ['longyan', TODAY, { order: 'first', kind: 'new' }, 20], ['taizhou', TODAY, { order: 'first', kind: 'new' }, 20],
    ['taizhou', TODAY, { order: 'first', kind: 'new', degree: true }, 15], ['beijing', TODAY, { order: 'first', kind: 'new' }, 20],
    ['beijing', TODAY, { order: 'second', kind: 'new' }, 25], ['shanghai', TODAY, { order: 'second', kind: 'new' }, 25],
    ['shanghai', TODAY, { order: 'second', kind: 'new', locality: '嘉定区' }, 20], ['guangzhou', TODAY, { order: 'second', kind: 'affordable' }, 15],
    ['shenzhen', TODAY, { order: 'second', kind: 'new' }, 20], ['hangzhou', TODAY, { order: 'second', kind: 'second-hand' }, 30],
    ['wuhan', TODAY, { order: 'second', kind: 'new' }, 30], ['luan', TODAY, { order: 'second', kind: 'second-hand' }, 20],
  ])('published: least down payment of %s on %s for %o is %i %%', (centre, date, about, percent) => {
    expect(rowFor(valueOn(of(centre).loan.downPayment, date), about)?.millionths).toBe(percent * 10_000);
  });

  it('in some districts of Shanghai rest on a source of their own', () => {
    const row = rowFor(valueOn(of('shanghai').loan.downPayment), { order: 'second', kind: 'new', locality: '青浦区' });
    expect(row?.source?.confidence).toBe('low');
  });
});

describe('bases', () => {
  it.each([
    ['xiamen', '2026-07-01', '', 32_937, 2_265], ['fuzhou', TODAY, '', 32_430, 2_195], ['putian', TODAY, '', 23_985, 2_045],
    ['longyan', '2026-06-30', '新罗区', 26_877, 2_195], ['longyan', '2026-06-30', '漳平市', 26_877, 2_045], ['longyan', '2026-06-30', '连城县', 26_877, 1_895],
    ['taizhou', TODAY, '海陵区', 30_258, 2_490], ['taizhou', TODAY, '兴化市', 30_258, 2_299], ['beijing', '2025-08-31', '', 35_811, 2_420],
    ['beijing', '2026-06-30', '', 35_811, 2_540], ['beijing', '2026-07-01', '', 36_348, 2_540], ['shanghai', TODAY, '', 37_731, 2_740],
    ['guangzhou', TODAY, '', 41_697, 2_500], ['shenzhen', TODAY, '', 48_471, 2_520], ['hangzhou', TODAY, '', 42_151, 2_660], ['hangzhou', TODAY, '建德市', 42_151, 2_430],
    ['wuhan', TODAY, '', 36_072.25, 2_400], ['luan', TODAY, '市区', 24_835, 2_170], ['luan', TODAY, '金寨县', 24_835, 2_100],
  ])('published: base limits of %s on %s %s are %d and %d', (centre, date, locality, upper, lower) => {
    const limit = (rows: readonly { amountFen: number; locality?: readonly string[] }[] | undefined): number | undefined =>
      rows?.find((row) => row.locality === undefined || row.locality.indexOf(locality) >= 0)?.amountFen;
    const { baseUpper, baseLower } = of(centre).contribution;
    expect([limit(valueOn(baseUpper, date)), limit(valueOn(baseLower, date))]).toEqual([Math.round(upper * 100), lower * 100]);
  });

  it('of Longyan are past their validity today, and said so', () => {
    expect(figureOfDay(of('longyan').contribution.baseUpper, TODAY).state).toBe('expired');
  });
});

describe('rent by the month', () => {
  it.each([
    ['xiamen', TODAY, 1_800], ['fuzhou', TODAY, 1_500], ['putian', TODAY, 800], ['longyan', '2026-06-14', 800], ['longyan', '2026-06-15', 1_000], ['taizhou', TODAY, 1_250],
    ['beijing', TODAY, 2_000], ['shanghai', TODAY, 4_000], ['guangzhou', TODAY, 2_000], ['wuhan', TODAY, 1_800],
  ])('published: rent of %s on %s is %d', (centre, date, amount) => {
    expect(valueOn(of(centre).withdrawal.rentPerMonth, date)).toBe(amount * 100);
  });
});

describe('the terms of withdrawals', () => {
  const terms = (centre: string, rule: keyof CentrePack['withdrawal'], date = TODAY): unknown => valueOn(of(centre).withdrawal[rule] as Figures<unknown> | undefined, date);

  it.each([
    ['xiamen', '2026-05-24', undefined], ['xiamen', '2026-05-25', [180_000, 25_000_000]], ['fuzhou', '2026-08-27', undefined], ['fuzhou', '2026-08-28', [150_000, 21_600_000]],
    ['putian', TODAY, [160_000, 20_000_000]], ['longyan', '2026-02-25', [160_000, 20_000_000]], ['taizhou', TODAY, [100_000, 15_000_000]], ['beijing', TODAY, [undefined, 25_000_000]],
    ['shanghai', TODAY, undefined],
  ])('published: renovation at %s on %s pays %j a square metre and at most', (centre, date, expected) => {
    const found = valueOn(of(centre).withdrawal.renovation, date);
    expect(found && [found.perSquareMetreFen, found.ceilingFen]).toEqual(expected);
  });

  it.each([
    ['xiamen', 'purchase', { withinMonths: 12 }], ['fuzhou', 'purchase', { withinMonths: 36, cashProofMonths: 6 }], ['shanghai', 'purchase', { withinMonths: 60 }],
    ['wuhan', 'purchase', { everyMonths: 36 }], ['fuzhou', 'propertyFee', { perYearFen: 300_000, per: 'person' }],
    ['taizhou', 'propertyFee', { perYearFen: 1_000_000, per: 'home', mostHomes: 2 }], ['beijing', 'mustStayFen', 1_000], ['putian', 'mustStayFen', 10_000],
    ['longyan', 'mustStayFen', 1_000], ['xiamen', 'mustStayFen', undefined], ['xiamen', 'illness', { costMonths: 36 }], ['shenzhen', 'illness', { costMonths: 24, listed: true }],
    ['wuhan', 'illness', { costMonths: 12, listed: true }], ['guangzhou', 'repayCommercialLoanEveryMonths', 3], ['xiamen', 'repayCommercialLoanEveryMonths', 12],
    ['wuhan', 'keepForLoanMonths', 6], ['fuzhou', 'lift', { relations: ['owner', 'spouse', 'child', 'parent'], withinMonths: 12 }],
    ['xiamen', 'lift', { relations: ['owner', 'spouse', 'child'] }], ['luan', 'rent', { perYear: [{ amountFen: 1_800_000 }] }], ['jiamusi', 'purchase', undefined],
  ] as const)('published: %s, %s: %j', (centre, rule, expected) => {
    expect(terms(centre, rule)).toEqual(expected);
  });

  it('published: Shenzhen pays 80 % of the month’s contribution for rent from November 2025 to October 2027', () => {
    expect(['2025-10-31', '2025-11-01', '2027-10-31', '2027-11-01'].map((date) => valueOn(of('shenzhen').withdrawal.rent, date)?.shareMillionths)).toEqual([
      650_000, 800_000, 800_000, 650_000,
    ]);
  });

  it('know no parking space: the law has no such ground', () => {
    for (const { withdrawal } of allPacks) expect(Object.keys(withdrawal).join().toLowerCase()).not.toContain('parking');
  });
});

describe('what nobody published', () => {
  it.each(['jiamusi', 'bozhou', 'nanping'])('of %s is said in sentences, and no number is made up', (centre) => {
    const pack = of(centre);
    expect(pack.notFound.length).toBeGreaterThan(0);
    const own = figureLists(pack).flatMap(({ figures }) => figures).filter(({ source }) => source.id.indexOf('national/') !== 0);
    expect(own).toEqual([]);
  });

  it('is a sentence without its full stop: whoever shows it ends it', () => {
    for (const { loan, notFound } of allPacks) for (const sentence of [...loan.unknownUplifts, ...notFound]) expect(sentence).not.toMatch(/[。.；，]$/);
  });

  it('before its first source is unknown', () => {
    expect(figureOfDay(xiamen.loan.cap, '2025-12-31')).toEqual({ state: 'unknown' });
    expect(figureOfDay(xiamen.loan.liquidity, '2025-12-31')).toEqual({ state: 'unknown' });
    expect(figureOfDay(xiamen.loan.account, '2024-01-30')).toEqual({ state: 'unknown' });
    expect(figureOfDay(of('shenzhen').loan.cap, '2026-04-29')).toEqual({ state: 'unknown' });
  });
});

describe('sources', () => {
  const nationalLists = Object.values(national).filter((one): one is Figures<never> => Array.isArray(one));
  const everySource: readonly PolicySource[] = [...allPacks.flatMap((pack) => figureLists(pack).map(({ figures }) => figures)), ...nationalLists]
    .flatMap(sourcesOf)
    .map(({ source }) => source);

  it('are named by an id that stands for one publication only, wherever it is used', () => {
    const byId: Record<string, PolicySource> = {};
    for (const source of everySource) expect(byId[source.id] ?? source).toEqual((byId[source.id] ??= source));
    const contents = Object.values(byId).map(({ id: _id, ...content }) => `${_id.split('/')[0]} ${JSON.stringify(content)}`);
    expect(new Set(contents).size).toBe(contents.length);
  });

  it('lead to a day', () => {
    for (const { date, seenOn } of everySource) expect(date ?? seenOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('that differ are named beside the figure', () => {
    const conflicts = allPacks.flatMap((pack) => figureLists(pack).flatMap(({ at, figures }) => figures.filter((one) => one.conflict).map(() => `${pack.centre} ${at}`)));
    expect(conflicts).toEqual([
      'beijing contribution.baseUpper', 'putian loan.account', 'putian withdrawal.rentPerMonth', 'putian withdrawal.rent', 'putian withdrawal.purchase', 'taizhou contribution.baseLower', 'wuhan loan.ability',
      'wuhan withdrawal.rentPerMonth', 'xiamen withdrawal.rentPerMonth',
    ]);
    for (const pack of allPacks) {
      for (const { figures } of figureLists(pack)) for (const { conflict, source } of figures) if (conflict) expect(conflict.source.id).not.toBe(source.id);
    }
  });
});

it('a new figure changes a centre’s answers only from its date on', () => {
  const lists = allPacks.flatMap((pack) => figureLists(pack).map(({ figures }) => figures)).filter((figures) => figures.length > 0);
  const day = fc.integer({ min: 0, max: 6_000 }).map((offset) => addDays('2012-01-01', offset));
  fc.assert(
    fc.property(fc.constantFrom(...lists), day, day, (figures, from, asked) => {
      const source = figures[0]?.source as PolicySource;
      const changed = [
        ...figures.filter((one) => one.validFrom < from).map((one) => (one.validTo === undefined || one.validTo >= from ? { ...one, validTo: addDays(from, -1) } : one)),
        { value: 'changed', source, validFrom: from },
      ];
      const told = (list: Figures<unknown>): unknown => {
        const found = figureOfDay(list, asked);
        return found.state === 'unknown' ? found : [found.state, found.figure.value];
      };
      expect(told(changed)).toEqual(asked < from ? told(figures) : ['valid', 'changed']);
    }),
    { numRuns: 10_000 },
  );
});
