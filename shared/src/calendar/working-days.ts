import { addDays, weekdayOf } from './date-arithmetic.ts';
import { chinaDateTimeParts, instantOfChina } from './china-time.ts';
import { CalendarError, datePartsOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import { holidayYears, knownThrough } from './holidays.generated.ts';

/** Counter hours: 08:30 to 17:30 on working days. */
export const WORK_START_MINUTE = 8 * 60 + 30;
export const WORK_END_MINUTE = 17 * 60 + 30;

/** Whether offices work on a day. `provisional`: the State Council has not published that year's holidays yet, so only the weekend is known. */
export interface WorkingDay {
  readonly working: boolean;
  readonly provisional: boolean;
}

function listed(list: string, monthDay: string): boolean {
  for (let at = 0; at < list.length; at += 4) if (list.slice(at, at + 4) === monthDay) return true;
  return false;
}

/** Working day or not, by the State Council's yearly notice (国务院办公厅节假日安排). @throws CalendarError `not-a-date` */
export function isWorkingDay(date: PlainDate): WorkingDay {
  const { year } = datePartsOf(date);
  const weekend = weekdayOf(date) >= 6;
  const known = holidayYears[year];
  if (known === undefined) return { working: !weekend, provisional: true };
  const monthDay = `${date.slice(5, 7)}${date.slice(8, 10)}`;
  if (weekend) return { working: listed(known.makeUp, monthDay), provisional: false };
  return { working: !listed(known.off, monthDay), provisional: false };
}

/** The last day for which the holidays are published and in the file. */
export const holidaysKnownThrough: PlainDate = knownThrough;

/** The n-th working day after a day (n = 0: the day itself if it works, else the next that does). */
export function addWorkingDays(date: PlainDate, count: number): { readonly date: PlainDate; readonly provisional: boolean } {
  if (!Number.isSafeInteger(count) || count < 0) throw new CalendarError('not-a-count');
  let day = date;
  let state = isWorkingDay(day);
  let provisional = state.provisional;
  let left = count;
  while (left > 0 || (count === 0 && !state.working)) {
    day = addDays(day, 1);
    state = isWorkingDay(day);
    provisional = provisional || state.provisional;
    if (state.working && left > 0) left -= 1;
  }
  return { date: day, provisional };
}

/** The moment work on something that arrived then begins: the same moment inside counter hours, else the next opening. */
export function workingStartOf(instantMs: number): { readonly startAt: number; readonly provisional: boolean } {
  const parts = chinaDateTimeParts(instantMs);
  const minute = parts.hour * 60 + parts.minute;
  const today = isWorkingDay(parts.date);
  if (today.working && minute < WORK_END_MINUTE) {
    const startAt = minute >= WORK_START_MINUTE ? Math.floor(instantMs) : instantOfChina(parts.date, WORK_START_MINUTE);
    return { startAt, provisional: today.provisional };
  }
  const next = addWorkingDays(addDays(parts.date, 1), 0);
  return { startAt: instantOfChina(next.date, WORK_START_MINUTE), provisional: today.provisional || next.provisional };
}

/**
 * When a promise of n working days falls due: the same time of day, n working days after work on it began. What began with the opening
 * is due at the close of the n-th day, not at the opening of the next: that is how people read it.
 * @param startInstantMs milliseconds since 1970 @returns milliseconds, and whether an unpublished year was touched
 */
export function dueAfterWorkingDays(startInstantMs: number, count: number): { readonly dueAt: number; readonly provisional: boolean } {
  const start = workingStartOf(startInstantMs);
  const parts = chinaDateTimeParts(start.startAt);
  const timeOfDay = start.startAt - instantOfChina(parts.date);
  const fromOpening = count > 0 && start.startAt === instantOfChina(parts.date, WORK_START_MINUTE);
  const end = addWorkingDays(parts.date, fromOpening ? count - 1 : count);
  const dueAt = fromOpening ? instantOfChina(end.date, WORK_END_MINUTE) : instantOfChina(end.date) + timeOfDay;
  return { dueAt, provisional: start.provisional || end.provisional };
}
