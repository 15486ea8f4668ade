import type { EstimateApplicant, EstimateRequest } from '@anju/shared/loan';
import { calculatorFields, typedTexts } from '../../texts/loan-calculator.ts';
import type { CalculatorForm, MoreForm, PersonForm } from './calculator.form.ts';
import { amountTyped, countTyped, faultOf, valueOf, wanTyped } from '../../texts/typed.ts';
import type { Typed } from '../../texts/typed.ts';

/** Where a fault stands: `me.balance`, `spouse.months`, `price`, `more.term`. */
export type FieldPath = `me.${keyof PersonForm}` | `spouse.${keyof PersonForm}` | `more.${keyof MoreForm}` | 'price';
export type FieldFaults = Readonly<Partial<Record<FieldPath, string>>>;

/** What the engine is asked; or what is missing, in words; or what is wrong, at its field. */
export type Asked =
  | { readonly kind: 'request'; readonly request: EstimateRequest }
  | { readonly kind: 'missing'; readonly fields: readonly string[] }
  | { readonly kind: 'wrong'; readonly faults: FieldFaults };

const OLDEST = '1900-01-01';
const MOST_MONTHS = 720;

interface PersonTyped {
  readonly balance: Typed;
  readonly monthly: Typed;
  readonly months: Typed;
  readonly base: Typed;
  readonly average: Typed;
  readonly supplementary: Typed;
  readonly birthDate: string;
  readonly birthFault: string | undefined;
}

function personTyped(person: PersonForm, today: string): PersonTyped {
  const { birthDate } = person;
  const tooLate = birthDate !== '' && birthDate >= today;
  return {
    balance: amountTyped(person.balance),
    monthly: amountTyped(person.monthly),
    months: countTyped(person.months, 0, MOST_MONTHS, typedTexts.months),
    base: amountTyped(person.base),
    average: amountTyped(person.average),
    supplementary: amountTyped(person.supplementary),
    birthDate,
    birthFault: tooLate ? typedTexts.born : birthDate !== '' && birthDate < OLDEST ? typedTexts.bornLongAgo : undefined,
  };
}

const PERSON_FIELDS = ['balance', 'monthly', 'months', 'base', 'average', 'supplementary'] as const;

function personFaults(who: 'me' | 'spouse', typed: PersonTyped): FieldFaults {
  const faults = PERSON_FIELDS.map((field) => [`${who}.${field}`, faultOf(typed[field])] as const);
  return Object.fromEntries([...faults, [`${who}.birthDate`, typed.birthFault] as const].filter(([, words]) => words !== undefined)) as FieldFaults;
}

function personMissing(typed: PersonTyped): readonly string[] {
  return [
    ...(typed.balance.kind === 'empty' ? [calculatorFields.balance] : []),
    ...(typed.monthly.kind === 'empty' ? [calculatorFields.monthly] : []),
    ...(typed.months.kind === 'empty' ? [calculatorFields.months] : []),
    ...(typed.birthDate === '' ? [calculatorFields.birthDate] : []),
  ];
}

/** Leaves out what is null. */
const some = <Key extends string>(key: Key, value: number | null): { readonly [K in Key]?: number } => (value === null ? {} : ({ [key]: value } as { [K in Key]?: number }));

function applicantOf(person: PersonForm, typed: PersonTyped): EstimateApplicant {
  return {
    balanceFen: valueOf(typed.balance) ?? 0,
    monthlyContributionFen: valueOf(typed.monthly) ?? 0,
    contributionMonths: valueOf(typed.months) ?? 0,
    birthDate: person.birthDate,
    sex: person.sex,
    ...(person.sex === 'male' || person.category === 'unsure' ? {} : { retirementCategory: person.category }),
    ...some('contributionBaseFen', valueOf(typed.base)),
    ...some('averageBalance12Fen', valueOf(typed.average)),
    ...some('supplementaryBalanceFen', valueOf(typed.supplementary)),
  };
}

interface MoreTyped {
  readonly term: Typed;
  readonly children: Typed;
  readonly loansBefore: Typed;
  readonly income: Typed;
  readonly debt: Typed;
}
const MORE_FIELDS = ['term', 'children', 'loansBefore', 'income', 'debt'] as const;

const moreTyped = (more: MoreForm): MoreTyped => ({
  term: countTyped(more.term, 1, 30, typedTexts.term),
  children: countTyped(more.children, 0, 20, typedTexts.children),
  loansBefore: countTyped(more.loansBefore, 0, 20, typedTexts.loans),
  income: amountTyped(more.income),
  debt: amountTyped(more.debt),
});

function householdOf(more: MoreForm, typed: MoreTyped): EstimateRequest['household'] {
  const running = more.loanRunning;
  const before = valueOf(typed.loansBefore);
  return {
    ...some('children', valueOf(typed.children)),
    ...(more.talent ? { talent: true } : {}),
    ...(more.fullTimeDegree ? { fullTimeDegree: true } : {}),
    ...(more.ownsHome === 'unsure' ? {} : { ownsHome: more.ownsHome === 'yes' }),
    // Who has one running has had one.
    ...some('fundLoansBefore', running ? Math.max(1, before ?? 1) : before),
    ...(running ? { fundLoanRunning: true } : {}),
  };
}

function houseOf(more: MoreForm, priceFen: number): EstimateRequest['house'] {
  return {
    priceFen,
    order: more.order,
    kind: more.kind,
    ...(more.greenStars === '0' ? {} : { greenStars: Number(more.greenStars) }),
    ...(more.prefab ? { prefab: true } : {}),
    ...(more.locality === '' ? {} : { locality: more.locality }),
  };
}

/** What the engine is asked of today, or why it cannot be asked yet. @param today the day in China */
export function askedBy(form: CalculatorForm, today: string): Asked {
  const me = personTyped(form.me, today);
  const spouse = form.spouse === null ? null : personTyped(form.spouse, today);
  const price = wanTyped(form.price);
  const more = moreTyped(form.more);
  const priceFault = faultOf(price);
  const moreFaults = Object.fromEntries(MORE_FIELDS.map((field) => [`more.${field}`, faultOf(more[field])] as const).filter(([, words]) => words !== undefined)) as FieldFaults;
  const faults: FieldFaults = { ...personFaults('me', me), ...(spouse === null ? {} : personFaults('spouse', spouse)), ...(priceFault === undefined ? {} : { price: priceFault }), ...moreFaults };
  if (Object.keys(faults).length > 0) return { kind: 'wrong', faults };
  const priceFen = valueOf(price);
  const missing = [...personMissing(me), ...(spouse === null ? [] : personMissing(spouse).map((name) => `${calculatorFields.spouseOf}${name}`)), ...(priceFen === null ? [calculatorFields.price] : [])];
  if (priceFen === null || missing.length > 0) return { kind: 'missing', fields: missing };
  const applicants = [applicantOf(form.me, me), ...(form.spouse === null || spouse === null ? [] : [applicantOf(form.spouse, spouse)])];
  return {
    kind: 'request',
    request: {
      centre: form.centre,
      household: householdOf(form.more, more),
      applicants,
      house: houseOf(form.more, priceFen),
      ...some('termYears', valueOf(more.term)),
      ...some('otherMonthlyDebtFen', valueOf(more.debt)),
      ...some('monthlyIncomeFen', valueOf(more.income)),
    },
  };
}

const PERSON_PATHS: Readonly<Record<string, keyof PersonForm>> = {
  balanceFen: 'balance', monthlyContributionFen: 'monthly', contributionMonths: 'months', birthDate: 'birthDate', sex: 'sex',
  retirementCategory: 'category', contributionBaseFen: 'base', averageBalance12Fen: 'average', supplementaryBalanceFen: 'supplementary',
};
const MORE_PATHS: Readonly<Record<string, FieldPath>> = {
  termYears: 'more.term', 'household.children': 'more.children', 'household.fundLoansBefore': 'more.loansBefore', 'house.greenStars': 'more.greenStars',
  'house.locality': 'more.locality', otherMonthlyDebtFen: 'more.debt', monthlyIncomeFen: 'more.income', 'house.priceFen': 'price',
};

/** The field on the screen that one of the engine's fields came from; null when it is none of them. */
export function pathOfField(field: string): FieldPath | null {
  const [, at, name] = /^applicants\.(\d)\.(\w+)$/.exec(field) ?? [];
  const person = name === undefined ? undefined : PERSON_PATHS[name];
  if (person !== undefined) return `${at === '0' ? 'me' : 'spouse'}.${person}`;
  return MORE_PATHS[field] ?? null;
}
