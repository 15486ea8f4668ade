import { addYearMonths, datePartsOf, monthOf, type PlainDate, type YearMonth } from '@anju/shared/calendar';

/** Contributions are booked on this day of the month they belong to. */
export const CONTRIBUTION_DAY = 5;

/** The last month whose contribution is booked on that day. */
export function lastContributedMonth(today: PlainDate): YearMonth {
  const month = monthOf(today);
  return datePartsOf(today).day >= CONTRIBUTION_DAY ? month : addYearMonths(month, -1);
}
