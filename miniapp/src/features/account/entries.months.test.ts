import type { Entry } from '@anju/shared/contract';
import { doubleMonths, entryNote, entryTitle, sumsOf, yearsToChoose } from './entries.months.ts';

const entry = (part: Partial<Entry>): Entry => ({ entryId: 'e', bookedOn: '2026-10-15', kind: 'contribution', amountFen: 240_000, balanceFen: 1, ...part });

describe('the ledger', () => {
  it('names a contribution by its month and everything else by its kind', () => {
    expect(entryTitle(entry({ month: '2026-10' }))).toBe('2026年10月缴存');
    expect(entryTitle(entry({}))).toBe('缴存');
    expect(entryTitle(entry({ kind: 'withdrawal' }))).toBe('提取');
  });
  it('names a row without money that sets the base anew', () => {
    expect(entryTitle(entry({ kind: 'other', amountFen: 0, newBase: true }))).toBe('缴存基数调整');
    expect(entryTitle(entry({ kind: 'other', amountFen: 0 }))).toBe('其他');
  });
  it('marks a month that was paid more than once, not what was taken back or has no month', () => {
    const paid = (month: string, amountFen = 240_000) => entry({ month, amountFen });
    expect([...doubleMonths([paid('2026-10'), paid('2026-09'), paid('2026-09'), paid('2026-10', -240_000), entry({}), entry({})])]).toEqual([['2026-09', 2]]);
  });
  it('breaks on no missing employer', () => {
    expect(entryNote(entry({}))).toBe('10月15日');
    expect(entryNote(entry({ employer: '某单位' }))).toBe('10月15日 · 某单位');
  });
  it('sums what came in and what went out apart, each without a sign', () => {
    expect(sumsOf([entry({}), entry({ amountFen: -578_032 }), entry({ amountFen: 100 })])).toEqual({ inFen: 240_100, outFen: 578_032 });
    expect(sumsOf([])).toEqual({ inFen: 0, outFen: 0 });
  });
  it('offers the years since the account was opened, fifteen at most', () => {
    expect(yearsToChoose('2026-11-21', '2024-05-01')).toEqual(['2026', '2025', '2024']);
    expect(yearsToChoose('2026-11-21', '1999-05-01')).toHaveLength(15);
    expect(yearsToChoose('2026-11-21', undefined)).toHaveLength(5);
    expect(yearsToChoose('2026-01-01', '2027-01-01')).toEqual(['2026']);
  });
});
