import type { EstimateHouse, EstimateHousehold, PrequalificationBody } from '@anju/shared/contract';
import { typedTexts } from '../../texts/loan-calculator.ts';
import { prequalificationTexts } from '../../texts/loan-case.ts';
import { amountTyped, countTyped, faultOf, valueOf, wanTyped } from '../../texts/typed.ts';
import type { Typed } from '../../texts/typed.ts';

/** The house and the loan as the person typed them, here or in the calculator. Their own figures come from the core. */
export interface LoanWish {
  /** In 万元. */
  readonly price: string;
  readonly order: 'first' | 'second';
  readonly kind: 'new' | 'second-hand' | 'affordable';
  /** Years; empty: the longest possible. */
  readonly term: string;
  readonly children: string;
  readonly greenStars: string;
  readonly prefab: boolean;
  readonly locality: string;
  readonly talent: boolean;
  readonly fullTimeDegree: boolean;
  readonly ownsHome: 'unsure' | 'no' | 'yes';
  readonly category: 'unsure' | 'F55' | 'F50';
  readonly debt: string;
  readonly income: string;
}
export const EMPTY_WISH: LoanWish = {
  price: '', order: 'first', kind: 'new', term: '', children: '', greenStars: '0', prefab: false, locality: '', talent: false, fullTimeDegree: false,
  ownsHome: 'unsure', category: 'unsure', debt: '', income: '',
};
/** The centre whose rules this app carries. */
const OWN_CENTRE = 'xiamen';
/** Where the calculator keeps what was typed, on this device; signing out forgets it. */
export const CALCULATOR_KEPT = 'wish:calculator';

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const oneOf = <Value extends string>(value: unknown, values: readonly Value[], otherwise: Value): Value => values.find((one) => one === value) ?? otherwise;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads what is of the kind it should be; the rest stays empty. */
export function wishFrom(given: unknown): LoanWish {
  if (!isObject(given)) return EMPTY_WISH;
  return {
    price: textOf(given['price']),
    order: oneOf(given['order'], ['first', 'second'], 'first'),
    kind: oneOf(given['kind'], ['new', 'second-hand', 'affordable'], 'new'),
    term: textOf(given['term']),
    children: textOf(given['children']),
    greenStars: oneOf(given['greenStars'], ['0', '1', '2', '3'], '0'),
    prefab: given['prefab'] === true,
    locality: textOf(given['locality']),
    talent: given['talent'] === true,
    fullTimeDegree: given['fullTimeDegree'] === true,
    ownsHome: oneOf(given['ownsHome'], ['unsure', 'no', 'yes'], 'unsure'),
    category: oneOf(given['category'], ['unsure', 'F55', 'F50'], 'unsure'),
    debt: textOf(given['debt']),
    income: textOf(given['income']),
  };
}

/**
 * What the calculator holds, as far as it is about the house; null when nothing was typed there. What belongs to another city stays
 * there, and so does the person typed there: who signs in may be another.
 */
export function wishFromCalculator(text: string | null): LoanWish | null {
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (!isObject(kept) || textOf(kept['price']) === '') return null;
    const more = isObject(kept['more']) ? kept['more'] : {};
    const wish = wishFrom({ ...more, price: kept['price'] });
    return kept['centre'] === OWN_CENTRE ? wish : { ...wish, locality: '', talent: false };
  } catch {
    return null;
  }
}

export type WishFaults = Readonly<Partial<Record<'price' | 'term' | 'children', string>>>;

const termTyped = (wish: LoanWish): Typed => countTyped(wish.term, 1, 30, typedTexts.term);
const childrenTyped = (wish: LoanWish): Typed => countTyped(wish.children, 0, 20, typedTexts.children);
/** The years asked for; null: the longest possible. */
export const yearsOf = (wish: LoanWish): number | null => valueOf(termTyped(wish));

/** What is wrong with what was typed, in words, by field; what is missing too where it is needed. */
export function wishFaults(wish: LoanWish): WishFaults {
  const price = wanTyped(wish.price);
  const faults = { price: price.kind === 'empty' ? prequalificationTexts.priceMissing : faultOf(price), term: faultOf(termTyped(wish)), children: faultOf(childrenTyped(wish)) };
  return Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== undefined)) as WishFaults;
}

/** The household as it is asked of the engine; loans are known to the core and are not typed. */
function householdOf(wish: LoanWish): EstimateHousehold {
  const children = valueOf(childrenTyped(wish));
  return {
    ...(children === null ? {} : { children }),
    ...(wish.talent ? { talent: true } : {}),
    ...(wish.fullTimeDegree ? { fullTimeDegree: true } : {}),
    ...(wish.ownsHome === 'unsure' ? {} : { ownsHome: wish.ownsHome === 'yes' }),
  };
}

function houseOf(wish: LoanWish, priceFen: number): EstimateHouse {
  return {
    priceFen,
    order: wish.order,
    kind: wish.kind,
    ...(wish.greenStars === '0' ? {} : { greenStars: Number(wish.greenStars) }),
    ...(wish.prefab ? { prefab: true } : {}),
    ...(wish.locality === '' ? {} : { locality: wish.locality }),
  };
}

/**
 * What the pre-qualification is asked, or null while something is missing or wrong.
 * @param priceFen the price that the register holds, where it is known; it goes before what was typed
 */
export function prequalificationBody(wish: LoanWish, priceFen?: number): PrequalificationBody | null {
  if (Object.keys(wishFaults(wish)).length > 0) return null;
  const typed = valueOf(wanTyped(wish.price));
  if (typed === null) return null;
  const [years, debtFen, incomeFen] = [yearsOf(wish), valueOf(amountTyped(wish.debt)), valueOf(amountTyped(wish.income))];
  return {
    household: householdOf(wish),
    house: houseOf(wish, priceFen ?? typed),
    ...(wish.category === 'unsure' ? {} : { retirementCategory: wish.category }),
    ...(years === null ? {} : { termYears: years }),
    ...(debtFen === null ? {} : { otherMonthlyDebtFen: debtFen }),
    ...(incomeFen === null ? {} : { monthlyIncomeFen: incomeFen }),
  };
}
