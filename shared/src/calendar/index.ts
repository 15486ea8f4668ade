export {
  CalendarError, datePartsOf, daysInMonth, epochDayOf, isLeapYear, isPlainDate, isYearMonth, parsePlainDate, parseYearMonth,
  plainDateOf, plainDateOfEpochDay, yearMonthOf,
} from './plain-date.ts';
export type { DateParts, PlainDate, YearMonth } from './plain-date.ts';
export { addDays, addMonths, addYearMonths, ageOn, daysBetween, fundYearOf, fundYearSpan, monthOf, monthsBetween, weekdayOf } from './date-arithmetic.ts';
export { chinaDateOf, chinaDateTimeParts, formatChinaMinute, instantOfChina } from './china-time.ts';
export type { ChinaDateTimeParts } from './china-time.ts';
export {
  addWorkingDays, dueAfterWorkingDays, holidaysKnownThrough, isWorkingDay, workingStartOf, WORK_END_MINUTE, WORK_START_MINUTE,
} from './working-days.ts';
export type { WorkingDay } from './working-days.ts';
