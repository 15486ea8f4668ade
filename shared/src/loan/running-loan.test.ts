import fc from 'fast-check';
import { addMonths } from '../calendar/index.ts';
import { loanOn, rateChangesOfRunningLoan, restOf, runningSince } from './running-loan.ts';
import type { RunningLoan } from './running-loan.ts';
import { buildSchedule } from './schedule.ts';

const loan: RunningLoan = {
  balanceFen: 97_769_465, annualRateMillionths: 26_000, method: 'equal-instalment', periodsLeft: 348, nextDueOn: '2026-12-20', instalmentFen: 400_340,
};

describe('the running period', () => {
  it('began on the due day before, or with the grant', () => {
    expect(runningSince(loan)).toBe('2026-11-20');
    expect(runningSince({ ...loan, grantedOn: '2026-12-02' })).toBe('2026-12-02');
    expect(runningSince({ ...loan, grantedOn: '2026-11-02' })).toBe('2026-11-20');
    expect(runningSince({ ...loan, runsSince: '2026-11-02' })).toBe('2026-11-02');
    expect(runningSince({ ...loan, nextDueOn: '2027-02-28', dueDay: 30 })).toBe('2027-01-30');
  });
});

describe('the rest of a loan', () => {
  it('goes on as the ledger does, with the ledger’s monthly amount', () => {
    const whole = buildSchedule({ principalFen: 100_000_000, annualRateMillionths: 26_000, months: 360, method: 'equal-instalment', firstDueOn: '2025-12-20' });
    const tail = whole.rows.slice(12).map((row) => ({ ...row, period: row.period - 12 }));
    expect(restOf(loan, '2026-11-20').rows).toEqual(tail);
    const { instalmentFen: _unknown, ...computed } = loan;
    expect(restOf(computed, '2026-11-20').rows[0]?.instalmentFen).toBe(400_340);
  });

  it('on a later day is the same rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 347 }), fc.boolean(), fc.constantFrom('whole-period' as const, 'by-days' as const), (months, changes, split) => {
        const one: RunningLoan = { ...loan, split, rateChanges: changes ? [{ from: '2030-01-01', annualRateMillionths: 31_000 }, { from: '2041-01-01', annualRateMillionths: 12_345 }] : [] };
        const later = loanOn(one, addMonths('2026-12-20', months - 1));
        if (later === null) throw new Error('repaid already');
        const tail = restOf(one, runningSince(one)).rows.slice(months).map((row) => ({ ...row, period: row.period - months }));
        expect(JSON.stringify(restOf(later, runningSince(later)).rows)).toBe(JSON.stringify(tail));
        expect(later.periodsLeft).toBe(348 - months);
      }),
    );
  });

  it('is the same loan until the next due day, and nothing after the last', () => {
    expect(loanOn(loan, '2026-12-19')).toBe(loan);
    expect(loanOn(loan, '2026-12-20')).toMatchObject({ nextDueOn: '2027-01-20', periodsLeft: 347, instalmentFen: 400_340, dueDay: 20 });
    expect(loanOn({ ...loan, runsSince: '2026-11-01' }, '2026-12-20')).not.toHaveProperty('runsSince');
    expect(loanOn(loan, '2055-11-19')).toMatchObject({ nextDueOn: '2055-11-20', periodsLeft: 1 });
    expect(loanOn(loan, '2055-11-20')).toBeNull();
    expect(loanOn(loan, '2099-01-01')).toBeNull();
  });
});

describe('national rates and a running loan', () => {
  it('reach it on 1 January of the year after', () => {
    expect(rateChangesOfRunningLoan('2022-03-15', 360, 'first', '2027-01-01')).toEqual([
      { from: '2023-01-01', annualRateMillionths: 31_000 },
      { from: '2025-01-01', annualRateMillionths: 28_500 },
      { from: '2026-01-01', annualRateMillionths: 26_000 },
    ]);
    expect(rateChangesOfRunningLoan('2024-03-15', 60, 'first', '2026-11-21')).toEqual([
      { from: '2025-01-01', annualRateMillionths: 23_500 },
      { from: '2026-01-01', annualRateMillionths: 21_000 },
    ]);
    expect(rateChangesOfRunningLoan('2024-03-15', 240, 'second', '2025-12-31')).toEqual([{ from: '2025-01-01', annualRateMillionths: 33_250 }]);
    expect(rateChangesOfRunningLoan('2025-06-01', 360, 'first', '2026-11-21')).toEqual([]);
  });

  it('leave a loan of a year or less as it was', () => {
    expect(rateChangesOfRunningLoan('2024-03-15', 12, 'first', '2026-11-21')).toEqual([]);
    expect(rateChangesOfRunningLoan('2024-03-15', 13, 'first', '2026-11-21')).toHaveLength(2);
  });
});
