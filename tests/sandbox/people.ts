import { addMonths, addYearMonths, chinaDateOf, datePartsOf, monthOf, type PlainDate } from '@anju/shared/calendar';
import { bankCardWithCheck, residentIdWithCheck } from '@anju/shared/identity';
import { SKETCHES, type PersonKey, type PersonSketch } from './people/sketches.ts';

export type { PersonKey } from './people/sketches.ts';

/** A bank card as it lies in the person's purse. `open` is what the bank knows, which the core may not. */
export interface PersonCard {
  readonly number: string;
  readonly bank: string;
  /** First three digits of the bank's settlement number. */
  readonly bankCode: string;
  readonly classOne: boolean;
  readonly open: boolean;
}

/** A fictional person: what they really have in their hands, and where the core's file differs. */
export interface Person {
  readonly key: PersonKey;
  /** As they type it. */
  readonly name: string;
  /** One plain Chinese sentence for the demo panel. */
  readonly sentence: string;
  readonly idType: 'resident-id' | 'hmt-residence-permit' | 'passport';
  /** 18 characters for resident ids and permits. */
  readonly idNumber: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: PlainDate;
  /** The phone they hold today. */
  readonly mobile: string;
  readonly married: boolean;
  readonly householdLocal: boolean;
  readonly cards: readonly PersonCard[];
  /** Their own class I card that the core does not know yet. */
  readonly spareCard: PersonCard;
  readonly spouseKey?: PersonKey;
  /** No online source knows their document: they get a code at the counter. */
  readonly needsCounterCode: boolean;
  /** The purchase contract they hold. */
  readonly contractNumber?: string;
  /** What the core has on file. */
  readonly core: { readonly name: string; readonly idNumber: string; readonly mobile: string };
}

const BANKS = [
  { bank: '中国建设银行厦门分行', bankCode: '105', prefix: '621700193' },
  { bank: '中国工商银行厦门分行', bankCode: '102', prefix: '622202410' },
  { bank: '中国农业银行厦门分行', bankCode: '103', prefix: '622848006' },
] as const;

const mobileOf = (index: number): string => `138${50_012_345 + index * 791_937}`.slice(0, 11);

function cardOf(index: number, nth: number, open: boolean, classOne: boolean): PersonCard {
  const { bank, bankCode, prefix } = BANKS[(index + nth) % BANKS.length] as (typeof BANKS)[number];
  const serial = String(418_205_637 + (index * 7919 + nth * 104_729) * 97).slice(-9);
  return { number: bankCardWithCheck(`${prefix}${serial}`), bank, bankCode, classOne, open };
}

/** The month of a man's legal age (国发〔2024〕18号: 60 years, one month later for each four months, 36 at most). */
function legalAgeMonth(birthYear: number, birthMonth: number): { year: number; month: number } {
  const steps = (birthYear + 60 - 2025) * 12 + birthMonth;
  const delay = steps <= 0 ? 0 : Math.min(Math.ceil(steps / 4), 36);
  const index = (birthYear + 60) * 12 + (birthMonth - 1) + delay;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/**
 * The birthday of a man who reaches the legal age two months after `today`. Some months are nobody's (the delay jumps over
 * them); then it is the first day after those two months that is somebody's.
 */
export function birthDateNearRetirement(today: PlainDate): PlainDate {
  let target = addMonths(today, 2);
  for (;;) {
    const wanted = datePartsOf(target);
    for (let monthsBack = 60 * 12; monthsBack <= 63 * 12; monthsBack += 1) {
      const birth = addMonths(target, -monthsBack);
      const parts = datePartsOf(birth);
      const age = legalAgeMonth(parts.year, parts.month);
      if (age.year === wanted.year && age.month === wanted.month) return birth;
    }
    target = `${addYearMonths(monthOf(target), 1)}-01`;
  }
}

function idNumberOf(sketch: PersonSketch, index: number, birthDate: PlainDate): string {
  if (sketch.idType === 'passport') return `E${String(40_000_000 + (index * 7_919_317) % 59_999_999).padStart(8, '0')}`;
  const sequence = 20 + index * 2 + (sketch.sex === 'male' ? 1 : 0);
  return residentIdWithCheck(`${sketch.region}${birthDate.replace(/-/g, '')}${String(sequence).padStart(3, '0')}`);
}

/** First-generation form: no century, no check. */
const fifteenDigits = (idNumber: string): string => `${idNumber.slice(0, 6)}${idNumber.slice(8, 17)}`;

function personOf(sketch: PersonSketch, index: number, today: PlainDate): Person {
  const birthDate = sketch.birthDate === 'near-retirement' ? birthDateNearRetirement(today) : sketch.birthDate;
  const idNumber = idNumberOf(sketch, index, birthDate);
  const mobile = mobileOf(index);
  const first = cardOf(index, 0, sketch.firstCardClosed !== true, true);
  return {
    key: sketch.key,
    name: sketch.name,
    sentence: sketch.sentence,
    idType: sketch.idType ?? 'resident-id',
    idNumber,
    sex: sketch.sex,
    birthDate,
    mobile,
    married: sketch.married ?? false,
    householdLocal: sketch.householdLocal ?? true,
    cards: [first, ...(sketch.secondCard === undefined ? [] : [cardOf(index, 1, true, sketch.secondCard === 'class-one')])],
    spareCard: cardOf(index, 2, true, true),
    ...(sketch.spouseKey === undefined ? {} : { spouseKey: sketch.spouseKey }),
    needsCounterCode: sketch.idType !== undefined,
    ...(sketch.contractNumber === undefined ? {} : { contractNumber: sketch.contractNumber }),
    core: {
      name: sketch.nameInCore ?? sketch.name,
      idNumber: sketch.fifteenDigitsInCore ? fifteenDigits(idNumber) : idNumber,
      mobile: sketch.mobileInCoreDiffers ? mobileOf(index + 500) : mobile,
    },
  };
}

/** The people as they are when everything starts on that day: one of them is always two months from the legal age. */
export function peopleOn(today: PlainDate): readonly Person[] {
  return SKETCHES.map((sketch, index) => personOf(sketch, index, today));
}

/** The people of today. */
export const PEOPLE: readonly Person[] = peopleOn(chinaDateOf(Date.now()));

/** @throws RangeError when nobody has that key */
export function personByKey(key: PersonKey, people: readonly Person[] = PEOPLE): Person {
  const person = people.find((one) => one.key === key);
  if (person === undefined) throw new RangeError(`nobody of the demo is called ${key}`);
  return person;
}
