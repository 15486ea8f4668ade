import { addMonths } from '@anju/shared/calendar';
import type { EstimateApplicant, EstimateRequest } from '@anju/shared/loan';
import { fenFromYuanText, MoneyError } from '@anju/shared/money';
import { calculatorFields } from '../../texts/loan.ts';

export type Centre = 'xiamen' | 'shenzhen';
export type Sex = 'male' | 'female';

/** What one person types; amounts in yuan as typed. */
export interface PersonForm {
  readonly balance: string;
  readonly monthly: string;
  readonly months: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly category: 'unsure' | 'F55' | 'F50';
  readonly base: string;
}
/** The whole calculator as typed. */
export interface CalculatorForm {
  readonly centre: Centre;
  readonly me: PersonForm;
  readonly spouse: PersonForm | null;
  /** In 万元. */
  readonly price: string;
  readonly order: 'first' | 'second';
  readonly kind: 'new' | 'second-hand' | 'affordable';
  /** Years; empty: the longest possible. */
  readonly term: string;
  readonly children: string;
  /** Months of further contribution that are tried. */
  readonly laterMonths: number;
}

const EXAMPLE_PERSON: PersonForm = { balance: '30000', monthly: '2400', months: '60', birthDate: '1998-06-15', sex: 'male', category: 'unsure', base: '' };
/** Something to see at once: the example of the home page. */
export const EXAMPLE_FORM: CalculatorForm = {
  centre: 'xiamen', me: EXAMPLE_PERSON, spouse: null, price: '200', order: 'first', kind: 'new', term: '30', children: '', laterMonths: 0,
};

/** A spouse like the person, until they type their own figures. */
export const spouseLike = (me: PersonForm): PersonForm => ({ ...me, sex: me.sex === 'male' ? 'female' : 'male', category: 'unsure' });

const YUAN_PER_WAN = 10_000;

/** Fen from typed yuan; null while it is no amount. */
export function typedFen(text: string): number | null {
  if (text.trim() === '') return null;
  try {
    return fenFromYuanText(text.replace(/\.$/, ''));
  } catch (error) {
    if (error instanceof MoneyError) return null;
    throw error;
  }
}

const typedCount = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);

interface Taken {
  readonly applicant: EstimateApplicant | null;
  readonly missing: readonly string[];
}

function applicantOf(person: PersonForm, laterMonths: number): Taken {
  const balanceFen = typedFen(person.balance);
  const monthlyFen = typedFen(person.monthly);
  const months = typedCount(person.months);
  const baseFen = typedFen(person.base);
  const missing = [
    ...(balanceFen === null ? [calculatorFields.balance] : []),
    ...(monthlyFen === null ? [calculatorFields.monthly] : []),
    ...(months === null ? [calculatorFields.months] : []),
    ...(person.birthDate === '' ? [calculatorFields.birthDate] : []),
  ];
  if (balanceFen === null || monthlyFen === null || months === null || missing.length > 0) return { applicant: null, missing };
  const category = person.sex === 'male' || person.category === 'unsure' ? {} : { retirementCategory: person.category };
  return {
    missing,
    applicant: {
      balanceFen: balanceFen + monthlyFen * laterMonths,
      monthlyContributionFen: monthlyFen,
      contributionMonths: Math.min(720, months + laterMonths),
      birthDate: person.birthDate,
      sex: person.sex,
      ...category,
      ...(baseFen === null ? {} : { contributionBaseFen: baseFen }),
    },
  };
}

export type Asked = { readonly request: EstimateRequest } | { readonly missing: readonly string[] };

/** What the engine is asked, or what is still missing, in words. @param today the day in China */
export function requestOf(form: CalculatorForm, today: string): Asked {
  const me = applicantOf(form.me, form.laterMonths);
  const spouse = form.spouse === null ? null : applicantOf(form.spouse, form.laterMonths);
  const priceFen = typedFen(form.price);
  const missing = [...me.missing, ...(spouse?.missing.map((name) => `${calculatorFields.spouseOf}${name}`) ?? []), ...(priceFen === null || priceFen === 0 ? [calculatorFields.price] : [])];
  if (me.applicant === null || priceFen === null || missing.length > 0) return { missing };
  const years = typedCount(form.term);
  const children = typedCount(form.children);
  const second = spouse?.applicant ?? null;
  return {
    request: {
      centre: form.centre,
      asOf: form.laterMonths === 0 ? today : addMonths(today, form.laterMonths),
      household: children === null ? {} : { children },
      applicants: second === null ? [me.applicant] : [me.applicant, second],
      house: { priceFen: priceFen * YUAN_PER_WAN, order: form.order, kind: form.kind },
      ...(years === null || years === 0 ? {} : { termYears: years }),
    },
  };
}

/** The kept form of an earlier visit; anything unreadable is the example. */
export function formFromText(text: string | null): CalculatorForm {
  if (text === null) return EXAMPLE_FORM;
  try {
    const kept = JSON.parse(text) as Partial<CalculatorForm>;
    return { ...EXAMPLE_FORM, ...kept, me: { ...EXAMPLE_PERSON, ...kept.me }, laterMonths: 0 };
  } catch {
    return EXAMPLE_FORM;
  }
}
