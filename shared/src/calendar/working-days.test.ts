import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import {
  addDays, addWorkingDays, chinaDateOf, chinaDateTimeParts, dueAfterWorkingDays, holidaysKnownThrough, instantOfChina, isWorkingDay,
  workingStartOf,
} from './index.ts';

const at = (date: string, hour: number, minute = 0): number => instantOfChina(date, hour * 60 + minute);

describe('the holiday file', () => {
  it('is what its script makes', () => {
    const shared = path.join(__dirname, '../..');
    const script = `import('./scripts/generate-holidays.mjs').then((made) => process.stdout.write(made.generate()))`;
    const made = execFileSync(process.execPath, ['-e', script], { cwd: shared, encoding: 'utf8' });
    expect(made).toBe(readFileSync(path.join(__dirname, 'holidays.generated.ts'), 'utf8'));
  });

  it('reaches the end of 2026', () => {
    expect(holidaysKnownThrough).toBe('2026-12-31');
  });
});

describe('working days', () => {
  it.each([
    ['2026-02-17', 'Spring Festival'], ['2026-10-01', 'National Day'], ['2026-10-07', 'National Day'], ['2026-11-21', 'a Saturday'], ['2025-01-28', 'Spring Festival’s eve'],
  ])('does not count %s, %s', (date) => {
    expect(isWorkingDay(date)).toEqual({ working: false, provisional: false });
  });

  it.each([['2026-02-14', 'a make-up Saturday'], ['2026-10-10', 'a make-up Saturday'], ['2026-11-20', 'a Friday'], ['2026-09-28', 'a Monday']])(
    'counts %s, %s',
    (date) => {
      expect(isWorkingDay(date)).toEqual({ working: true, provisional: false });
    },
  );

  it('is provisional in a year whose holidays are not published', () => {
    expect(isWorkingDay('2027-10-01')).toEqual({ working: true, provisional: true });
    expect(isWorkingDay('2027-01-02')).toEqual({ working: false, provisional: true });
    expect(isWorkingDay('2014-10-01').provisional).toBe(true);
  });

  it('skips the National Day week and works on the Saturday that makes up for it', () => {
    expect(addWorkingDays('2026-09-30', 1)).toEqual({ date: '2026-10-08', provisional: false });
    expect(addWorkingDays('2026-10-09', 1)).toEqual({ date: '2026-10-10', provisional: false });
    expect(addWorkingDays('2026-10-01', 0)).toEqual({ date: '2026-10-08', provisional: false });
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-01', provisional: true });
    expect(addWorkingDays('2026-11-20', 0)).toEqual({ date: '2026-11-20', provisional: false });
    expect(addWorkingDays('2027-01-04', 0)).toEqual({ date: '2027-01-04', provisional: true });
    expect(() => addWorkingDays('2026-10-01', -1)).toThrow(/^calendar: not-a-count$/);
    expect(() => addWorkingDays('2026-10-01', 1.5)).toThrow(/^calendar: not-a-count$/);
  });

  it('always lands on a working day, and never counts fewer days than it was asked to', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2025-01-01', offset));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 15 }), (from, count) => {
        const end = addWorkingDays(from, count).date;
        expect(isWorkingDay(end).working).toBe(true);
        let passed = 0;
        for (let one = addDays(from, 1); one <= end; one = addDays(one, 1)) if (isWorkingDay(one).working) passed += 1;
        expect(passed).toBe(count === 0 && !isWorkingDay(from).working ? 1 : count);
      }),
    );
  });
});

describe('promises in working days', () => {
  it('start at once inside counter hours', () => {
    const friday = at('2026-11-20', 10, 15);
    expect(workingStartOf(friday)).toEqual({ startAt: friday, provisional: false });
    expect(dueAfterWorkingDays(friday, 1)).toEqual({ dueAt: at('2026-11-23', 10, 15), provisional: false });
  });

  it('start at the opening when something comes before it, on the next working day when it comes after closing', () => {
    expect(workingStartOf(at('2026-11-20', 8, 29)).startAt).toBe(at('2026-11-20', 8, 30));
    expect(workingStartOf(at('2026-11-20', 17, 30)).startAt).toBe(at('2026-11-23', 8, 30));
    expect(workingStartOf(at('2026-11-21', 12)).startAt).toBe(at('2026-11-23', 8, 30));
    expect(dueAfterWorkingDays(at('2026-11-20', 20), 1).dueAt).toBe(at('2026-11-23', 17, 30));
    expect(dueAfterWorkingDays(at('2026-11-20', 20), 3).dueAt).toBe(at('2026-11-25', 17, 30));
    expect(workingStartOf(at('2026-11-20', 17, 29)).startAt).toBe(at('2026-11-20', 17, 29));
    expect(workingStartOf(at('2026-11-20', 8, 30) + 0.5).startAt).toBe(at('2026-11-20', 8, 30));
    expect(dueAfterWorkingDays(at('2026-11-20', 8, 30), 1).dueAt).toBe(at('2026-11-20', 17, 30));
    expect(dueAfterWorkingDays(at('2026-11-20', 8, 30), 0).dueAt).toBe(at('2026-11-20', 8, 30));
    expect(dueAfterWorkingDays(at('2026-11-20', 8, 31), 1).dueAt).toBe(at('2026-11-23', 8, 31));
    expect(dueAfterWorkingDays(at('2026-11-20', 8, 29), 2).dueAt).toBe(at('2026-11-23', 17, 30));
  });

  it('say when they rest on an unpublished year', () => {
    const due = dueAfterWorkingDays(at('2026-12-31', 16), 3);
    expect(due.provisional).toBe(true);
    expect(chinaDateOf(due.dueAt)).toBe('2027-01-05');
    expect(dueAfterWorkingDays(at('2026-12-31', 18), 0).provisional).toBe(true);
  });

  it('always fall inside counter hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2025-01-01', 0), max: at('2026-12-01', 0) }), fc.integer({ min: 0, max: 10 }), (start, count) => {
        const { dueAt } = dueAfterWorkingDays(start, count);
        const parts = chinaDateTimeParts(dueAt);
        const minute = parts.hour * 60 + parts.minute;
        expect(dueAt).toBeGreaterThanOrEqual(start);
        expect(minute >= 510 && minute <= 1050).toBe(true);
        expect(isWorkingDay(parts.date).working).toBe(true);
      }),
    );
  });
});
