import { addYearMonths, isYearMonth } from '../calendar/index.ts';
import type { PlainDate, YearMonth } from '../calendar/index.ts';
import { CalendarError } from '../calendar/index.ts';

/** Men 60; women 55 (cadres) and 50 (workers): the original age, by which 国发〔2024〕18号 sorts people. Not to be read from an id number. */
export type RetirementCategory = 'M60' | 'F55' | 'F50';

interface CategoryRule {
  readonly originalAge: number;
  /** One month more per so many months of birth. */
  readonly stepMonths: number;
  readonly capMonths: number;
}

const RULES: Readonly<Record<RetirementCategory, CategoryRule>> = {
  M60: { originalAge: 60, stepMonths: 4, capMonths: 36 },
  F55: { originalAge: 55, stepMonths: 4, capMonths: 36 },
  F50: { originalAge: 50, stepMonths: 2, capMonths: 60 },
};

export interface Retirement {
  readonly delayMonths: number;
  /** The month in which the legal age is reached. */
  readonly month: YearMonth;
  readonly ageYears: number;
  readonly ageMonths: number;
}

/**
 * The legal retirement month, 《国务院关于渐进式延迟法定退休年龄的办法》(国发〔2024〕18号, since 2025-01-01).
 * @param birth a day or month of birth @throws CalendarError `not-a-month`
 */
export function retirementOf(birth: PlainDate | YearMonth, category: RetirementCategory): Retirement {
  const month = birth.slice(0, 7);
  if (!isYearMonth(month)) throw new CalendarError('not-a-month');
  const rule = RULES[category];
  const order = (Number(month.slice(0, 4)) + rule.originalAge - 2025) * 12 + Number(month.slice(5, 7));
  const delayMonths = order <= 0 ? 0 : Math.min(Math.ceil(order / rule.stepMonths), rule.capMonths);
  const age = rule.originalAge * 12 + delayMonths;
  return { delayMonths, month: addYearMonths(month, age), ageYears: Math.floor(age / 12), ageMonths: age % 12 };
}

/** The categories a person may belong to; one when it is known or can only be one. */
export function retirementCategories(sex: 'male' | 'female', known?: RetirementCategory): readonly RetirementCategory[] {
  if (sex === 'male') return ['M60'];
  return known === 'F55' || known === 'F50' ? [known] : ['F50', 'F55'];
}
