import type { EstimateHouse, EstimateHousehold, PrequalificationBody } from '@anju/shared/contract';
import { fenFromYuanText, MoneyError } from '@anju/shared/money';
import { prequalificationTexts } from '../../texts/loan-case.ts';

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
const YUAN_PER_WAN = 10_000;
const MOST_WAN_FEN = 10_000_000;

/** Fen from typed yuan; null while it is no amount. */
export function typedFen(text: string): number | null {
  try {
    const fen = text.trim() === '' ? null : fenFromYuanText(text.replace(/\.$/, ''));
    return fen === null || fen < 0 ? null : fen;
  } catch (error) {
    if (error instanceof MoneyError) return null;
    throw error;
  }
}
const countOf = (text: string, least: number, most: number): number | null => (/^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null);

/** What is wrong or missing, in words, by field. */
export function wishFaults(wish: LoanWish): WishFaults {
  const price = typedFen(wish.price);
  return {
    ...(wish.price.trim() === '' ? { price: prequalificationTexts.priceMissing } : price === null || price === 0 || price > MOST_WAN_FEN ? { price: prequalificationTexts.priceWrong } : {}),
    ...(wish.term !== '' && countOf(wish.term, 1, 30) === null ? { term: prequalificationTexts.termWrong } : {}),
    ...(wish.children !== '' && countOf(wish.children, 0, 20) === null ? { children: prequalificationTexts.childrenWrong } : {}),
  };
}

/** The household as it is asked of the engine; loans are known to the core and are not typed. */
function householdOf(wish: LoanWish): EstimateHousehold {
  const children = countOf(wish.children, 0, 20);
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
  const typed = typedFen(wish.price);
  if (typed === null) return null;
  const [years, debtFen, incomeFen] = [countOf(wish.term, 1, 30), typedFen(wish.debt), typedFen(wish.income)];
  return {
    household: householdOf(wish),
    house: houseOf(wish, priceFen ?? typed * YUAN_PER_WAN),
    ...(wish.category === 'unsure' ? {} : { retirementCategory: wish.category }),
    ...(years === null ? {} : { termYears: years }),
    ...(debtFen === null ? {} : { otherMonthlyDebtFen: debtFen }),
    ...(incomeFen === null ? {} : { monthlyIncomeFen: incomeFen }),
  };
}
