import fc from 'fast-check';
import { equalInstalment, planOf, rateOn, type Due, type Method } from './loan.schedule.ts';

describe('a loan schedule', () => {
  const scheduleOf = (principal: number, periods: number, granted: string): Due[] => planOf({ granted, periods, method: '01', home: '1' }, { after: 0, balance: principal, end: periods });

  it('is that of the real ledger: 1,000,000 at 2.60 % over 360 months', () => {
    const rows = scheduleOf(100_000_000, 360, '2025-06-15');
    expect(rows[0]).toMatchObject({ principal: 183_673, interest: 216_667, balanceAfter: 99_816_327 });
    const last = rows.at(-1);
    expect((last?.principal ?? 0) + (last?.interest ?? 0)).toBe(400_175);
    expect(rows.reduce((sum, row) => sum + row.interest, 0)).toBe(44_122_235);
    expect(rows.reduce((sum, row) => sum + row.principal, 0)).toBe(100_000_000);
    expect(last?.balanceAfter).toBe(0);
  });

  it.each([[21_000, 12, 84_284], [21_000, 60, 17_572], [26_000, 120, 9_473], [26_000, 360, 4_003], [32_500, 360, 4_352]])('per 10,000 at %i millionths over %i months is %i fen', (rate, periods, fen) => {
    expect(equalInstalment(1_000_000, rate, periods)).toBe(fen);
  });

  it('takes a new rate on 1 January and works the instalment out anew', () => {
    const rows = scheduleOf(100_000_000, 360, '2024-12-10');
    expect(rows[11]?.balanceAfter).toBe(97_859_500);
    const next = rows[12];
    expect([(next?.principal ?? 0) + (next?.interest ?? 0), next?.rate]).toEqual([400_708, 26_000]);
  });

  it('follows the central bank: a loan of 2021 pays 3.25, 3.10, 2.85 and 2.60 % from each next 1 January', () => {
    const rows = scheduleOf(60_000_000, 360, '2021-09-15');
    const rateIn = (month: string): number | undefined => rows.find((row) => row.due.startsWith(month))?.rate;
    expect([rateIn('2022-12'), rateIn('2023-01'), rateIn('2024-12'), rateIn('2025-01'), rateIn('2026-01')]).toEqual([32_500, 31_000, 31_000, 28_500, 26_000]);
  });

  it('tells short from long at five years and refuses days before its table', () => {
    expect([rateOn('2026-01-01', 60), rateOn('2026-01-01', 61)]).toEqual([21_000, 26_000]);
    expect(() => rateOn('2010-01-01', 60)).toThrow(RangeError);
  });

  it('lends to a second home at the floor for it', () => {
    expect([rateOn('2026-01-01', 60, '2'), rateOn('2026-01-01', 61, '2'), rateOn('2023-01-01', 61, '2'), rateOn('2024-06-01', 60, '2')]).toEqual([25_250, 30_750, 35_750, 27_750]);
  });

  it('by equal principal is 4,944.45 first and 2,783.80 last for 1,000,000 at 2.60 % over 360 months, 391,083.34 in all', () => {
    const rows = planOf({ granted: '2025-06-15', periods: 360, method: '02', home: '1' }, { after: 0, balance: 100_000_000, end: 360 });
    const [first, last] = [rows[0], rows.at(-1)];
    expect([(first?.principal ?? 0) + (first?.interest ?? 0), (last?.principal ?? 0) + (last?.interest ?? 0)]).toEqual([494_445, 278_380]);
    expect(rows.reduce((sum, row) => sum + row.interest, 0)).toBe(39_108_334);
  });

  it('sums to the principal to the fen, by either method, from any period on, with the instalment kept or not', () => {
    const input = fc.record({
      method: fc.constantFrom<Method>('01', '02'), periods: fc.integer({ min: 2, max: 360 }), balance: fc.integer({ min: 100_000, max: 96_000_000 }), share: fc.double({ min: 0.05, max: 1, noNaN: true }),
      after: fc.nat(358), keeps: fc.boolean(), granted: fc.constantFrom('2016-03-31', '2023-08-30', '2024-12-10', '2026-02-28'),
    });
    fc.assert(
      fc.property(input, ({ method, periods, balance, share, after, keeps, granted }) => {
        const terms = { granted, periods, method, home: '1' } as const;
        const start = { after: after % (periods - 1), balance, end: periods };
        const whole = planOf(terms, start);
        const left = Math.max(1, Math.floor(balance * share));
        const next = whole[0];
        const kept = { instalment: (next?.principal ?? 0) + (next?.interest ?? 0), rate: next?.rate ?? 0, partOf: (period: number) => whole.find((row) => row.period === period)?.principal ?? 0 };
        const rest = planOf(terms, { ...start, balance: left, ...(keeps ? { kept } : {}) });
        for (const [rows, sum] of [[whole, balance], [rest, left]] as const) {
          expect(rows.reduce((total, row) => total + row.principal, 0)).toBe(sum);
          expect(rows.every((row) => row.principal >= 0 && row.interest >= 0)).toBe(true);
          expect(rows.at(-1)?.balanceAfter).toBe(0);
        }
        expect(rest.length).toBeLessThanOrEqual(whole.length);
        if (!keeps) expect(rest).toHaveLength(whole.length);
      }),
      { numRuns: 300 },
    );
  });
});
