import { CalendarError, epochDayOf, plainDateOfEpochDay } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import { weekdayOf } from './date-arithmetic.ts';

/** China keeps +08:00 all year; written here and nowhere else. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** What a clock on a wall in China shows. */
export interface ChinaDateTimeParts {
  readonly date: PlainDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
}

function millisecondsOf(instant: Date | number): number {
  const ms = typeof instant === 'number' ? instant : instant.getTime();
  if (!Number.isFinite(ms)) throw new CalendarError('not-an-instant');
  return Math.floor(ms);
}

/** The day in China at an instant (a Date, or milliseconds since 1970). @throws CalendarError `not-an-instant` */
export function chinaDateOf(instant: Date | number): PlainDate {
  return plainDateOfEpochDay(Math.floor((millisecondsOf(instant) + CHINA_OFFSET_MS) / DAY_MS));
}

/** Day, time and weekday in China at an instant. @throws CalendarError `not-an-instant` */
export function chinaDateTimeParts(instant: Date | number): ChinaDateTimeParts {
  const local = millisecondsOf(instant) + CHINA_OFFSET_MS;
  const day = Math.floor(local / DAY_MS);
  const rest = local - day * DAY_MS;
  const date = plainDateOfEpochDay(day);
  return {
    date,
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    millisecond: rest % 1000,
    weekday: weekdayOf(date),
  };
}

/** The instant (milliseconds since 1970) at which clocks in China show that day and minute of the day. */
export function instantOfChina(date: PlainDate, minuteOfDay = 0): number {
  return epochDayOf(date) * DAY_MS - CHINA_OFFSET_MS + minuteOfDay * 60_000;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `2026-11-21 09:30`, the way a time is written on a screen. */
export function formatChinaMinute(instant: Date | number): string {
  const parts = chinaDateTimeParts(instant);
  return `${parts.date} ${two(parts.hour)}:${two(parts.minute)}`;
}
