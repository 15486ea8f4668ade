import fc from 'fast-check';
import { addYearMonths } from '../calendar/index.ts';
import { historyFindings } from './index.ts';
import type { LedgerEntry } from './index.ts';

const TODAY = '2026-11-21';
const paid = (month: string, part: Partial<LedgerEntry> = {}): LedgerEntry => ({ bookedOn: `${month}-05`, kind: 'contribution', amountFen: 240_000, month, employer: '甲公司', ...part });
const run = (from: string, count: number, part: Partial<LedgerEntry> = {}): LedgerEntry[] => Array.from({ length: count }, (_, at) => paid(addYearMonths(from, at), part));
const findings = (entries: readonly LedgerEntry[], contributing = true) => historyFindings(entries, TODAY, contributing).findings;

describe('a contribution history', () => {
  it('without anything odd says nothing, and what it looked at', () => {
    expect(historyFindings(run('2024-01', 35), TODAY, true)).toEqual({ span: { from: '2024-01', to: '2026-11' }, findings: [] });
    expect(historyFindings([], TODAY, true)).toEqual({ span: null, findings: [] });
  });

  it('names a gap with both ends and the month in which it began anew', () => {
    expect(findings([...run('2024-01', 14), ...run('2025-04', 20)])).toEqual([{ code: 'gap', from: '2025-03', to: '2025-03', params: { months: 1, resumedIn: '2025-04' } }]);
  });

  it('waits for a month until the end of the next, then it is missing', () => {
    expect(findings(run('2024-01', 33))).toEqual([]);
    expect(historyFindings(run('2024-01', 32), TODAY, true)).toEqual({
      span: { from: '2024-01', to: '2026-09' }, findings: [{ code: 'gap', from: '2026-09', to: '2026-09', params: { months: 1 } }],
    });
    expect(findings(run('2024-01', 20), false)).toEqual([]);
  });

  it('names a month paid twice, by one employer or by two; a top-up is none', () => {
    expect(findings([...run('2026-01', 11), paid('2026-03', { bookedOn: '2026-03-20' })])).toEqual([{ code: 'double', from: '2026-03', to: '2026-03', params: { times: 2, totalFen: 480_000, employers: 1 } }]);
    expect(findings([...run('2026-01', 11), paid('2026-03', { employer: '乙公司', amountFen: 100_000 })])).toEqual([{ code: 'double', from: '2026-03', to: '2026-03', params: { times: 2, totalFen: 340_000, employers: 2 } }]);
    expect(findings([...run('2026-01', 11), paid('2026-03', { amountFen: 10_000 })]).filter(({ code }) => code === 'double')).toEqual([]);
  });

  it('does not count what was taken back', () => {
    expect(findings([...run('2026-01', 11), paid('2026-03'), paid('2026-03', { bookedOn: '2026-03-28', amountFen: -240_000 })])).toEqual([]);
    expect(findings([...run('2026-01', 11), paid('2026-03', { bookedOn: '2026-03-28', amountFen: -240_000 })])).toMatchObject([{ code: 'gap', from: '2026-03' }]);
  });

  it('names a new base with the amounts before and since', () => {
    const announced: LedgerEntry = { bookedOn: '2026-03-05', kind: 'other', amountFen: 0, newBase: true };
    expect(findings([...run('2025-12', 3), ...run('2026-03', 9, { amountFen: 300_000 }), announced])).toEqual([{ code: 'base-change', from: '2026-03', to: '2026-03', params: { beforeFen: 240_000, afterFen: 300_000 } }]);
    expect(findings([...run('2025-12', 12), announced])).toEqual([{ code: 'base-change', from: '2026-03', to: '2026-03', params: {} }]);
    expect(findings([...run('2025-12', 12), { ...announced, newBase: false }])).toEqual([]);
  });

  it('names a change of the amount and why it may be', () => {
    const more = { amountFen: 250_000 };
    expect(findings([...run('2026-01', 6), ...run('2026-07', 5, more)])).toEqual([{ code: 'amount-change', from: '2026-07', to: '2026-07', params: { beforeFen: 240_000, afterFen: 250_000, why: 'july' } }]);
    expect(findings([...run('2026-01', 4), ...run('2026-05', 7, { ...more, employer: '乙公司' })])).toMatchObject([{ params: { why: 'new-employer' } }]);
    expect(findings([...run('2026-01', 4), ...run('2026-05', 7, more)])).toMatchObject([{ params: { why: 'none' } }]);
  });

  it('names months that came after the end of the following month, those of one day together', () => {
    expect(findings([...run('2026-01', 3), ...run('2026-04', 2, { bookedOn: '2026-07-01' }), ...run('2026-06', 6)])).toEqual([
      { code: 'late', from: '2026-04', to: '2026-05', params: { bookedOn: '2026-07-01', months: 2 } },
    ]);
    expect(findings([...run('2026-01', 10), paid('2026-11', { bookedOn: '2026-11-20' })].map((one) => (one.month === '2026-05' ? { ...one, bookedOn: '2026-06-30' } : one)))).toEqual([]);
  });

  it('takes a contribution without a month for the month it was booked in', () => {
    const { month: _none, ...bare } = paid('2026-03');
    expect(findings([...run('2026-01', 2), bare, ...run('2026-04', 8)])).toEqual([]);
  });

  it('tells the newest first', () => {
    expect(findings([...run('2024-01', 2), ...run('2024-05', 31), paid('2025-03', { bookedOn: '2025-03-20' })]).map(({ code, from }) => [code, from])).toEqual([['double', '2025-03'], ['gap', '2024-03']]);
  });

  it('finds the same in whatever order the entries come', () => {
    const entry = fc.record({
      bookedOn: fc.constantFrom('2026-02-05', '2026-03-05', '2026-05-31', '2026-07-01', '2026-08-20'),
      kind: fc.constantFrom<LedgerEntry['kind']>('contribution', 'contribution', 'contribution', 'other', 'withdrawal'),
      amountFen: fc.constantFrom(240_000, 250_000, -240_000, 10_000),
      month: fc.constantFrom('2025-12', '2026-01', '2026-02', '2026-03', '2026-06', '2026-07'),
      employer: fc.constantFrom('甲公司', '乙公司'),
      newBase: fc.boolean(),
    });
    const shuffled = fc.array(entry, { maxLength: 25 }).chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })));
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([entries, other], contributing) => {
        expect(historyFindings(other, TODAY, contributing)).toEqual(historyFindings(entries, TODAY, contributing));
      }),
    );
  });
});
