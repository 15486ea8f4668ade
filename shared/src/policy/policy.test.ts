import fc from 'fast-check';
import { addYearMonths, monthsBetween } from '../calendar/index.ts';
import { checkPack, endingAge, figureOn, loanRateOn, loanRatesOn, policyCentres, policyOn, PolicyPackError, retirementCategories, retirementOf } from './index.ts';
import type { CentrePack, RetirementCategory } from './index.ts';

describe('rule packs', () => {
  it('exist for Xiamen and Shenzhen', () => {
    expect(policyCentres.map((one) => one.centre)).toEqual(['xiamen', 'shenzhen']);
    expect(policyOn('xiamen', '2026-11-21')?.version).toBe('xiamen-2026.1');
    expect(policyOn('shenzhen', '2026-11-21')?.checkedOn).toBe('2026-08-20');
  });

  it('are not stretched to days before they came into force, nor to centres nobody wrote one for', () => {
    expect(policyOn('xiamen', '2025-12-31')).toBeNull();
    expect(policyOn('shenzhen', '2026-04-29')).toBeNull();
    for (const centre of ['jiamusi', 'bozhou', 'nanping', 'XIAMEN', '', '__proto__']) expect(policyOn(centre, '2026-11-21')).toBeNull();
  });

  it('hold Xiamen’s figures of 2026', () => {
    const { loan, withdrawal } = policyOn('xiamen', '2026-11-21') as CentrePack;
    expect(figureOn(loan.cap, '2026-11-21')?.value).toEqual({ singleFen: 96_000_000, jointFen: 96_000_000 });
    expect(figureOn(loan.account, '2026-11-21')?.value).toEqual({ kind: 'contribution-flow', months: 6, factorMillionths: 2_900_000, liquidityMillionths: 800_000 });
    expect(figureOn(withdrawal.rentPerMonth, '2026-11-21')?.value).toBe(180_000);
    expect(loan.repaymentShare).toBeUndefined();
  });

  const good = policyOn('xiamen', '2026-11-21') as CentrePack;
  const source = { title: 'a page', url: 'https://example.cn/1', date: '2026-01-01', confidence: 'high' } as const;
  const faultsOf = (pack: CentrePack): readonly string[] => {
    try {
      checkPack(pack);
    } catch (error) {
      if (error instanceof PolicyPackError) return error.faults;
      throw error;
    }
    return [];
  };
  const withMonths = (...figures: CentrePack['loan']['contributionMonths']): CentrePack => ({ ...good, loan: { ...good.loan, contributionMonths: figures } });

  it.each([
    ['a centre that is not pinyin', { ...good, centre: 'Xia Men' }, 'centre'],
    ['no name', { ...good, name: ' ' }, 'name'],
    ['a version of another centre', { ...good, version: 'shenzhen-1' }, 'version'],
    ['a day that does not exist', { ...good, checkedOn: '2026-02-30' }, 'checkedOn'],
    ['an effective day that does not exist', { ...good, effectiveFrom: 'soon' }, 'effectiveFrom'],
    ['a figure from no day', withMonths({ value: 6, validFrom: 'x', source }), 'validFrom'],
    ['a figure that ends before it begins', withMonths({ value: 6, validFrom: '2026-01-02', validTo: '2026-01-01', source }), 'validTo'],
    ['figures that overlap', withMonths({ value: 6, validFrom: '2026-01-01', source }, { value: 7, validFrom: '2026-02-01', source }), 'overlaps'],
    ['a fraction', withMonths({ value: 6.5, validFrom: '2026-01-01', source }), 'safe integer'],
    ['a negative number', withMonths({ value: -1, validFrom: '2026-01-01', source }), 'safe integer'],
    ['a source without a title', withMonths({ value: 6, validFrom: '2026-01-01', source: { ...source, title: '' } }), 'title'],
    ['a source at no address', withMonths({ value: 6, validFrom: '2026-01-01', source: { ...source, url: 'page 3' } }), 'address'],
    ['a source of no day', withMonths({ value: 6, validFrom: '2026-01-01', source: { ...source, date: '2026-13-01' } }), 'of no day'],
    ['a page without a day', withMonths({ value: 6, validFrom: '2026-01-01', source: { ...source, date: null } }), 'of no day'],
  ])('are refused for %s', (_what, pack, word) => {
    expect(faultsOf(pack as CentrePack).join(' ')).toContain(word);
  });

  it('name every fault at once', () => {
    expect(faultsOf({ ...good, name: '', checkedOn: 'x' })).toHaveLength(2);
  });

  it('give the figure of the day, or none', () => {
    const figures = [{ value: 1, validFrom: '2026-01-01', validTo: '2026-06-30', source }, { value: 2, validFrom: '2026-07-01', source }];
    expect(figureOn(figures, '2025-12-31')).toBeUndefined();
    expect(figureOn(figures, '2026-06-30')?.value).toBe(1);
    expect(figureOn(figures, '2026-07-01')?.value).toBe(2);
    expect(figureOn(undefined, '2026-07-01')).toBeUndefined();
  });
});

describe('loan rates', () => {
  it.each([
    ['2010-12-26', 37_500, 43_000, 41_250, 47_300], ['2014-11-22', 37_500, 42_500, 41_250, 46_750], ['2015-08-26', 27_500, 32_500, 30_250, 35_750],
    ['2022-10-01', 26_000, 31_000, 30_250, 35_750], ['2024-05-18', 23_500, 28_500, 27_750, 33_250], ['2025-05-08', 21_000, 26_000, 25_250, 30_750],
    ['2026-11-21', 21_000, 26_000, 25_250, 30_750],
  ])('on %s are the published ones', (date, firstShort, firstLong, secondShort, secondLong) => {
    expect([loanRateOn(date, 'first', 60), loanRateOn(date, 'first', 61), loanRateOn(date, 'second', 60), loanRateOn(date, 'second', 61)]).toEqual([firstShort, firstLong, secondShort, secondLong]);
  });

  it('change on the day, not before, and are unknown before 2010-12-26', () => {
    expect(loanRateOn('2025-05-07', 'first', 360)).toBe(28_500);
    expect(loanRateOn('2010-12-25', 'first', 360)).toBeNull();
    expect(loanRatesOn('2010-12-25')).toBeNull();
    expect(loanRatesOn('2026-01-01')?.source.date).toBe('2025-05-08');
  });
});

describe('legal retirement', () => {
  it.each([
    ['M60', '1964-12', 0, '2024-12', 60, 0], ['M60', '1965-01', 1, '2025-02', 60, 1], ['M60', '1965-05', 2, '2025-07', 60, 2], ['M60', '1975-03', 31, '2037-10', 62, 7],
    ['M60', '1976-08', 35, '2039-07', 62, 11], ['M60', '1976-09', 36, '2039-09', 63, 0], ['F55', '1969-12', 0, '2024-12', 55, 0], ['F55', '1970-05', 2, '2025-07', 55, 2],
    ['F55', '1981-09', 36, '2039-09', 58, 0], ['F50', '1975-01', 1, '2025-02', 50, 1], ['F50', '1975-02', 1, '2025-03', 50, 1], ['F50', '1975-03', 2, '2025-05', 50, 2],
    ['F50', '1984-11', 60, '2039-11', 55, 0],
  ] as const)('of %s born %s', (category, birth, delayMonths, month, ageYears, ageMonths) => {
    expect(retirementOf(birth, category)).toEqual({ delayMonths, month, ageYears, ageMonths });
    expect(retirementOf(`${birth}-15`, category).month).toBe(month);
  });

  it('never comes earlier for who is born later', () => {
    fc.assert(
      fc.property(fc.constantFrom<RetirementCategory>('M60', 'F55', 'F50'), fc.integer({ min: 0, max: 900 }), (category, offset) => {
        const birth = addYearMonths('1930-01', offset);
        const now = retirementOf(birth, category);
        const next = retirementOf(addYearMonths(birth, 1), category);
        expect(next.delayMonths).toBeGreaterThanOrEqual(now.delayMonths);
        expect(monthsBetween(now.month, next.month)).toBeGreaterThanOrEqual(1);
        expect(monthsBetween(now.month, next.month)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('is not read from anything but the category', () => {
    expect(retirementCategories('female')).toEqual(['F50', 'F55']);
    expect(retirementCategories('female', 'F55')).toEqual(['F55']);
    expect(retirementCategories('female', 'M60')).toEqual(['F50', 'F55']);
    expect(retirementCategories('male', 'F50')).toEqual(['M60']);
    expect(endingAge.value).toEqual({ M60: 68, F55: 63, F50: 60 });
    expect(() => retirementOf('1990-13', 'M60')).toThrow();
  });
});
