import { fenFromYuanText, MoneyError, rateFromPercentText, yuanTextOf } from '@anju/shared/money';
import { typedTexts } from './loan-calculator.ts';

/** What stands in a field: nothing yet, a value, or something that is none, with the way out. */
export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'fault'; readonly words: string };

const EMPTY: Typed = { kind: 'empty' };
const fault = (words: string): Typed => ({ kind: 'fault', words });

/** Most that a field takes: 1,000,000,000 yuan. */
const MOST_FEN = 100_000_000_000;
const FULL_WIDTH = '０'.charCodeAt(0);

/** Full-width digits become plain ones; what groups thousands goes, a point at the end too. */
function plain(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH))
    .replace(/[．。]/g, '.')
    .replace(/[\s,，]/g, '')
    .replace(/\.$/, '');
}

const NEGATIVE = /^[-−－]/;

/** What a field takes, and what is said of the rest. */
interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly range: string;
  readonly negative: string;
  /** Said of what is no number, with an example of this field. */
  readonly notANumber: string;
}

function reading(text: string, read: (plainText: string) => number, { least, most, range, negative, notANumber }: Bounds): Typed {
  const given = plain(text);
  if (given === '') return EMPTY;
  if (NEGATIVE.test(given)) return fault(negative);
  try {
    const value = read(given);
    return value < least || value > most ? fault(range) : { kind: 'value', value };
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    return fault(error.rule === 'too-many-decimals' ? typedTexts.decimals : error.rule === 'out-of-range' ? range : notANumber);
  }
}

/** Yuan as typed, in fen: from 0 to 1,000,000,000 yuan. */
export const amountTyped = (text: string): Typed => reading(text, fenFromYuanText, { least: 0, most: MOST_FEN, range: typedTexts.tooMuch, negative: typedTexts.negative, notANumber: typedTexts.notANumber });

/** 万元 to four decimals is whole yuan: the point moves by four places, digit by digit. */
function fenOfWan(text: string): number {
  const [whole = '', decimals = '', ...more] = text.split('.');
  if (more.length > 0 || !/^\d+$/.test(`${whole}${decimals}`) || whole === '') throw new MoneyError('not-an-amount');
  if (decimals.length > 4) throw new MoneyError('too-many-decimals');
  return fenFromYuanText(`${whole}${`${decimals}0000`.slice(0, 4)}`);
}

/** 万元 as typed, in fen: at least one yuan and at most 1,000,000,000 yuan. @param nothing what is said of a naught */
export function wanTyped(text: string, nothing: string = typedTexts.noPrice): Typed {
  const naught = plain(text).replace(/[0.]/g, '') === '';
  const typed = reading(text, fenOfWan, { least: 100, most: MOST_FEN, range: naught ? nothing : typedTexts.tooMuch, negative: typedTexts.negative, notANumber: typedTexts.wanNotANumber });
  return typed.kind === 'fault' && typed.words === typedTexts.decimals ? fault(typedTexts.wanDecimals) : typed;
}

/** A count as typed: a whole number within its bounds; `words` says them. */
export function countTyped(text: string, least: number, most: number, words: string): Typed {
  const given = plain(text);
  if (given === '') return EMPTY;
  if (NEGATIVE.test(given)) return fault(words);
  if (!/^\d+$/.test(given)) return fault(/^\d+\.\d+$/.test(given) ? typedTexts.whole : typedTexts.countNotANumber);
  const value = Number(given);
  return value < least || value > most ? fault(words) : { kind: 'value', value };
}

/** A yearly rate in percent as typed, in millionths: above 0 and at most 24 %. */
export const rateTyped = (text: string): Typed => reading(text.replace(/[%％]\s*$/, ''), rateFromPercentText, { least: 1, most: 240_000, range: typedTexts.rate, negative: typedTexts.rate, notANumber: typedTexts.rateNotANumber });

const FULL_WIDTH_SIGNS = /[！-～]/g;
const FULL_WIDTH_AHEAD = '！'.charCodeAt(0) - '!'.charCodeAt(0);
const BRACKETS = '（）';

/**
 * The number of a contract as the register files it, of what was typed: no spaces, capitals, full-width letters, digits and signs plain,
 * every dash a hyphen. Brackets stay: （） are part of some numbers.
 */
export function contractNumberOf(text: string): string {
  return text
    .replace(FULL_WIDTH_SIGNS, (sign) => (BRACKETS.includes(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_AHEAD)))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u200b\ufeff]/g, '')
    .toUpperCase();
}

/** What the service takes as the number of a contract. */
const CONTRACT_NUMBER = /^[0-9A-Za-z\u3400-\u9fff()（）〔〕[\]_./-]{4,40}$/;

/** What is wrong with the number of a contract, or null. Nothing typed yet is no fault. */
export function contractFault(text: string): string | null {
  const given = contractNumberOf(text);
  return given === '' || CONTRACT_NUMBER.test(given) ? null : typedTexts.contract;
}

/** The value, or null while there is none. */
export const valueOf = (typed: Typed): number | null => (typed.kind === 'value' ? typed.value : null);
/** What is wrong, or undefined. */
export const faultOf = (typed: Typed): string | undefined => (typed.kind === 'fault' ? typed.words : undefined);

/** Yuan for a field, without needless decimals. */
export const yuanField = (fen: number): string => yuanTextOf(fen).replace(/\.00$/, '');

/** An amount as typed, so much more or less of it; never below nothing. */
export const amountMoved = (text: string, byFen: number): string => yuanField(Math.max(0, (valueOf(amountTyped(text)) ?? 0) + byFen));

/** A sum in 万元 as typed, so much more of it, up to the yuan. */
export function wanMoved(text: string, byFen: number): string {
  const yuan = String(Math.ceil(((valueOf(wanTyped(text)) ?? 0) + byFen) / 100)).padStart(5, '0');
  return `${yuan.slice(0, -4)}.${yuan.slice(-4)}`.replace(/\.?0+$/, '');
}
