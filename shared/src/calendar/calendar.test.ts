import fc from 'fast-check';
import {
  addDays, addMonths, addYearMonths, ageOn, CalendarError, chinaDateOf, chinaDateTimeParts, datePartsOf, daysBetween, epochDayOf, formatChinaMinute,
  fundYearOf, fundYearSpan, instantOfChina, isPlainDate, isYearMonth, monthOf, monthsBetween, parsePlainDate, parseYearMonth, plainDateOf,
  plainDateOfEpochDay, weekdayOf, daysInMonth, isLeapYear, yearMonthOf,
} from './index.ts';

const ruleOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof CalendarError) return `${error.name} ${error.message}`;
    throw error;
  }
  return 'accepted';
};

const epochDays = fc.integer({ min: -50_000, max: 80_000 });

describe('plain dates', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-02-28', '2026-12-31'])('knows %s', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-01', '20260101', '2026-01-00', '', '1700-01-01', '2026-01-01T00:00', '２０２６-01-01', '12026-01-01', '2026-01-011', '2026-01-32', ' 2026-01-01'])(
    'refuses %p',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => parsePlainDate(text)).toThrow(CalendarError);
    },
  );

  it('knows months', () => {
    expect(isYearMonth('2026-12')).toBe(true);
    expect(isYearMonth('2026-13')).toBe(false);
    expect(() => parseYearMonth('2026-00')).toThrow(CalendarError);
    expect(['2026-00', '2026-01', '12026-01', '2026-012', '2026-1', '1700-01'].map(isYearMonth)).toEqual([false, true, false, false, false, false]);
    expect(parseYearMonth('2026-10')).toBe('2026-10');
    expect([yearMonthOf(2026, 9), yearMonthOf(2026, 10)]).toEqual(['2026-09', '2026-10']);
    expect(() => yearMonthOf(2026, 13)).toThrow(CalendarError);
  });

  it('knows which years leap, and how long months are', () => {
    expect([2000, 2024, 1900, 2100, 2023].map(isLeapYear)).toEqual([true, true, false, false, false]);
    expect(Array.from({ length: 12 }, (_, at) => daysInMonth(2023, at + 1))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });

  it('says which rule was broken', () => {
    expect(ruleOf(() => parsePlainDate('x'))).toBe('CalendarError calendar: not-a-date');
    expect(ruleOf(() => parseYearMonth('x'))).toBe('CalendarError calendar: not-a-month');
    expect(ruleOf(() => chinaDateOf(Number.NaN))).toBe('CalendarError calendar: not-an-instant');
    expect(ruleOf(() => plainDateOfEpochDay(0.5))).toBe('CalendarError calendar: not-a-count');
    expect(ruleOf(() => addMonths('2026-12-15', 1.5))).toBe('CalendarError calendar: not-a-count');
    expect(ruleOf(() => addYearMonths('2026-12', 1.5))).toBe('CalendarError calendar: not-a-count');
    expect(ruleOf(() => datePartsOf('x'))).toBe('CalendarError calendar: not-a-date');
    expect(ruleOf(() => monthsBetween('x', '2026-01'))).toBe('CalendarError calendar: not-a-month');
    expect(ruleOf(() => plainDateOfEpochDay(10_000_000))).toBe('CalendarError calendar: not-a-date');
  });

  it('counts days as the platform does, there and back', () => {
    fc.assert(
      fc.property(epochDays, (day) => {
        const date = plainDateOfEpochDay(day);
        expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(epochDayOf(date)).toBe(day);
        expect(weekdayOf(date)).toBe(((new Date(day * 86_400_000).getUTCDay() + 6) % 7) + 1);
      }),
    );
  });

  it('does not repeat a wrong text in its error, since it may be somebody’s birthday', () => {
    expect(() => datePartsOf('1990-13-05')).toThrow(/^calendar: not-a-date$/);
  });

  it('refuses parts that make no day', () => {
    expect(() => plainDateOf(2026, 2, 30)).toThrow(CalendarError);
  });
});

describe('date arithmetic', () => {
  it('adds days across the end of a leap February', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(() => addDays('2024-02-28', 0.5)).toThrow(CalendarError);
  });

  it('holds to the end of the month when the day is missing', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-08-31', -2)).toBe('2026-06-30');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-11-15', 1)).toBe('2026-12-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(() => addMonths('2026-12-15', 1.5)).toThrow(CalendarError);
  });

  it('adds months to months', () => {
    expect(addYearMonths('2026-11', 3)).toBe('2027-02');
    expect(addYearMonths('2026-01', -1)).toBe('2025-12');
    expect(monthsBetween('2025-12', '2026-02')).toBe(2);
    expect(monthsBetween('2026-02', '2025-12')).toBe(-2);
    expect(addYearMonths('2026-12', 0)).toBe('2026-12');
    expect(addYearMonths('2026-11', 1)).toBe('2026-12');
    expect(monthOf('2026-02-28')).toBe('2026-02');
    expect(() => addYearMonths('2026-01', Number.NaN)).toThrow(CalendarError);
  });

  it('counts years of life from the birthday on', () => {
    expect(ageOn('1990-11-21', '2026-11-20')).toBe(35);
    expect(ageOn('1990-11-21', '2026-11-21')).toBe(36);
    expect(ageOn('2000-02-29', '2026-02-28')).toBe(25);
    expect(ageOn('2000-02-29', '2026-03-01')).toBe(26);
    expect(ageOn('1990-11-21', '2026-12-01')).toBe(36);
    expect(ageOn('1990-11-21', '2026-10-30')).toBe(35);
  });

  it('starts a fund year on 1 July', () => {
    expect(fundYearOf('2026-06-30')).toBe(2025);
    expect(fundYearOf('2026-07-01')).toBe(2026);
    expect(fundYearSpan(2026)).toEqual({ from: '2026-07-01', to: '2027-06-30' });
  });
});

describe('China time', () => {
  it('is eight hours ahead all year', () => {
    expect(chinaDateOf(Date.UTC(2026, 5, 30, 15, 59, 59))).toBe('2026-06-30');
    expect(chinaDateOf(Date.UTC(2026, 5, 30, 16))).toBe('2026-07-01');
    expect(chinaDateOf(new Date(Date.UTC(2026, 11, 31, 16)))).toBe('2027-01-01');
    expect(chinaDateOf(-1)).toBe('1970-01-01');
  });

  it('tells hour, minute and weekday', () => {
    const parts = chinaDateTimeParts(Date.UTC(2026, 10, 21, 1, 30, 5, 7));
    expect(parts).toEqual({ date: '2026-11-21', hour: 9, minute: 30, second: 5, millisecond: 7, weekday: 6 });
    expect(formatChinaMinute(Date.UTC(2026, 10, 21, 1, 5))).toBe('2026-11-21 09:05');
    expect(formatChinaMinute(Date.UTC(2026, 10, 21, 2, 10))).toBe('2026-11-21 10:10');
    expect(chinaDateTimeParts(Date.UTC(2026, 10, 21, 15, 59, 59, 999) + 0.9)).toEqual({ date: '2026-11-21', hour: 23, minute: 59, second: 59, millisecond: 999, weekday: 6 });
    expect(chinaDateTimeParts(Date.UTC(2026, 10, 22, 16))).toEqual({ date: '2026-11-23', hour: 0, minute: 0, second: 0, millisecond: 0, weekday: 1 });
    expect(chinaDateTimeParts(-1)).toEqual({ date: '1970-01-01', hour: 7, minute: 59, second: 59, millisecond: 999, weekday: 4 });
  });

  it('finds the instant of a minute in China', () => {
    expect(instantOfChina('2026-11-21', 8 * 60 + 30)).toBe(Date.UTC(2026, 10, 21, 0, 30));
    expect(instantOfChina('2026-11-21')).toBe(Date.UTC(2026, 10, 20, 16));
    fc.assert(fc.property(epochDays, (day) => expect(chinaDateOf(instantOfChina(plainDateOfEpochDay(day)))).toBe(plainDateOfEpochDay(day))));
  });

  it('refuses what is no instant', () => {
    expect(() => chinaDateOf(Number.NaN)).toThrow(CalendarError);
    expect(() => chinaDateOf(new Date('nonsense'))).toThrow(CalendarError);
  });
});
