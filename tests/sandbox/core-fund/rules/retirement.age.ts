import { addYearMonths, monthOf, type PlainDate, type YearMonth } from '@anju/shared/calendar';

/** Men 60, women 55 and 50: the age before the reform, by which 国发〔2024〕18号 counts. */
export type RetirementGroup = 'M60' | 'F55' | 'F50';
const BEFORE: Readonly<Record<RetirementGroup, { readonly years: number; readonly step: number; readonly most: number }>> = {
  M60: { years: 60, step: 4, most: 36 },
  F55: { years: 55, step: 4, most: 36 },
  F50: { years: 50, step: 2, most: 60 },
};
/** Months from year 0, so that months can be subtracted. */
const monthIndex = (month: YearMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
const REFORM = monthIndex('2024-12');

/** The month in which the legal age is reached: one month later for each so many months after 2024-12 in which it used to be reached. */
export function legalRetirementMonth(birth: PlainDate, group: RetirementGroup): YearMonth {
  const { years, step, most } = BEFORE[group];
  const before = addYearMonths(monthOf(birth), years * 12);
  const late = monthIndex(before) - REFORM;
  return addYearMonths(before, late <= 0 ? 0 : Math.min(Math.ceil(late / step), most));
}
