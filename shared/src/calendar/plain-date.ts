/** `YYYY-MM-DD`, a day on the calendar of China; years 1800 to 2199. Text, so that it sorts and travels as it is. */
export type PlainDate = string;
/** `YYYY-MM`. */
export type YearMonth = string;

/** The three numbers of a day; month 1 to 12. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Thrown when a text is not a day, a month or an instant. Does not repeat the text: it may be somebody's birthday. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly rule: 'not-a-date' | 'not-a-month' | 'not-an-instant' | 'not-a-count';
  constructor(rule: CalendarError['rule']) {
    super(`calendar: ${rule}`);
    this.rule = rule;
  }
}

const DATE_PATTERN = /^(18|19|20|21)(\d\d)-(\d\d)-(\d\d)$/;
const MONTH_PATTERN = /^(18|19|20|21)(\d\d)-(\d\d)$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a day that exists: 2024-02-29 yes, 1900-02-29 no. */
export function isPlainDate(text: string): boolean {
  const match = DATE_PATTERN.exec(text);
  if (match === null) return false;
  const year = Number(`${match[1]}${match[2]}`);
  const month = Number(match[3]);
  const day = Number(match[4]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** True for a month that exists. */
export function isYearMonth(text: string): boolean {
  const match = MONTH_PATTERN.exec(text);
  return match !== null && Number(match[3]) >= 1 && Number(match[3]) <= 12;
}

/** Checks a day. @throws CalendarError `not-a-date` */
export function parsePlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new CalendarError('not-a-date');
  return text;
}

/** Checks a month. @throws CalendarError `not-a-month` */
export function parseYearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) throw new CalendarError('not-a-month');
  return text;
}

/** @throws CalendarError `not-a-date` */
export function datePartsOf(date: PlainDate): DateParts {
  parsePlainDate(date);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** @throws CalendarError `not-a-date` when there is no such day */
export function plainDateOf(year: number, month: number, day: number): PlainDate {
  return parsePlainDate(`${year}-${two(month)}-${two(day)}`);
}

/** @throws CalendarError `not-a-month` when there is no such month */
export function yearMonthOf(year: number, month: number): YearMonth {
  return parseYearMonth(`${year}-${two(month)}`);
}

/** Days since 1970-01-01; the proleptic Gregorian count, by arithmetic alone. @throws CalendarError `not-a-date` */
export function epochDayOf(date: PlainDate): number {
  const { year, month, day } = datePartsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day with that number since 1970-01-01. @throws CalendarError outside the years kept */
export function plainDateOfEpochDay(epochDay: number): PlainDate {
  if (!Number.isSafeInteger(epochDay)) throw new CalendarError('not-a-count');
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return plainDateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
