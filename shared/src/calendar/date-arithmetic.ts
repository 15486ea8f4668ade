import {
  CalendarError, datePartsOf, daysInMonth, epochDayOf, parseYearMonth, plainDateOf, plainDateOfEpochDay, yearMonthOf,
} from './plain-date.ts';
import type { PlainDate, YearMonth } from './plain-date.ts';

/** The day n days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return plainDateOfEpochDay(epochDayOf(date) + days);
}

/** The same day n months later; a day the month does not have becomes its last: 31 January + 1 = 28 or 29 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  if (!Number.isSafeInteger(months)) throw new CalendarError('not-a-count');
  const { year, month, day } = datePartsOf(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return plainDateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Days from the first to the second day; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(date: PlainDate): number {
  const index = (epochDayOf(date) + 3) % 7;
  return (index < 0 ? index + 7 : index) + 1;
}

/** The month a day lies in. */
export function monthOf(date: PlainDate): YearMonth {
  const { year, month } = datePartsOf(date);
  return yearMonthOf(year, month);
}

function monthIndex(month: YearMonth): number {
  parseYearMonth(month);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month n months later. */
export function addYearMonths(month: YearMonth, months: number): YearMonth {
  if (!Number.isSafeInteger(months)) throw new CalendarError('not-a-count');
  const index = monthIndex(month) + months;
  const year = Math.floor(index / 12);
  return yearMonthOf(year, index - year * 12 + 1);
}

/** Months from the first to the second; negative when the second is earlier. */
export function monthsBetween(from: YearMonth, to: YearMonth): number {
  return monthIndex(to) - monthIndex(from);
}

/** Full years of life on a day; the birthday itself counts, 29 February has its day on 1 March. */
export function ageOn(birthDate: PlainDate, on: PlainDate): number {
  const birth = datePartsOf(birthDate);
  const today = datePartsOf(on);
  const before = today.month < birth.month || (today.month === birth.month && today.day < birth.day);
  return today.year - birth.year - (before ? 1 : 0);
}

/** The fund year (公积金年度, 1 July to 30 June) a day lies in, named by the year it starts in. */
export function fundYearOf(date: PlainDate): number {
  const { year, month } = datePartsOf(date);
  return month >= 7 ? year : year - 1;
}

/** First and last day of a fund year. */
export function fundYearSpan(fundYear: number): { readonly from: PlainDate; readonly to: PlainDate } {
  return { from: plainDateOf(fundYear, 7, 1), to: plainDateOf(fundYear + 1, 6, 30) };
}
