import { isPlainDate } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';

/** Which rule a document number broke; words for people are the phone's. */
export type DocumentRule = 'format' | 'region' | 'birth-date' | 'check-digit';
export type Sex = 'male' | 'female';

export interface CheckedDocument {
  readonly ok: true;
  /** Upper case, no blanks, a 15-digit number made into its 18-digit form. */
  readonly normalised: string;
  readonly birthDate?: PlainDate;
  readonly sex?: Sex;
}
export interface RefusedDocument {
  readonly ok: false;
  readonly rule: DocumentRule;
}
export type DocumentCheck = CheckedDocument | RefusedDocument;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
/** First two digits by GB/T 2260. Abolished districts stay in numbers, so nothing finer is checked. */
const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83';

export const refuse = (rule: DocumentRule): RefusedDocument => ({ ok: false, rule });

/**
 * Adds the check character of GB 11643-1999 to 17 digits. Test people get their numbers this way; none stands in the source.
 * @throws RangeError unless it gets exactly 17 digits
 */
export function residentIdWithCheck(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('identity: 17 digits are needed');
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(first17.charAt(at)) * (WEIGHTS[at] as number);
  return `${first17}${CHECK_CHARACTERS.charAt(sum % 11)}`;
}

/** The 18-digit form of a first-generation number (15 digits, valid until 2013-01-01, still in old records). */
export function upgradeResidentId(fifteenDigits: string): string {
  if (!/^\d{15}$/.test(fifteenDigits)) throw new RangeError('identity: 15 digits are needed');
  return residentIdWithCheck(`${fifteenDigits.slice(0, 6)}19${fifteenDigits.slice(6)}`);
}

/** True when the last character is the GB 11643 check of the 17 before it. */
export function hasValidCheck(eighteen: string): boolean {
  return /^\d{17}[\dX]$/.test(eighteen) && residentIdWithCheck(eighteen.slice(0, 17)) === eighteen;
}

/** `YYYYMMDD` at positions 7 to 14, when that day exists. */
export function birthDateIn(eighteen: string): PlainDate | null {
  const text = `${eighteen.slice(6, 10)}-${eighteen.slice(10, 12)}-${eighteen.slice(12, 14)}`;
  return isPlainDate(text) ? text : null;
}

const sexIn = (eighteen: string): Sex => (Number(eighteen.charAt(16)) % 2 === 1 ? 'male' : 'female');

/** Region, day of birth and check character of an 18-character number, in this order. */
export function checkEighteen(eighteen: string, regionFits: (region: string) => boolean): DocumentCheck {
  if (!/^\d{17}[\dX]$/.test(eighteen)) return refuse('format');
  if (!regionFits(eighteen.slice(0, 6))) return refuse('region');
  const birthDate = birthDateIn(eighteen);
  if (birthDate === null) return refuse('birth-date');
  if (!hasValidCheck(eighteen)) return refuse('check-digit');
  return { ok: true, normalised: eighteen, birthDate, sex: sexIn(eighteen) };
}

/** 居民身份证, GB 11643-1999: 18 characters, or 15 digits of the first generation. Takes a small `x`. */
export function checkResidentId(number: string): DocumentCheck {
  const text = number.trim().toUpperCase();
  const full = /^\d{15}$/.test(text) ? upgradeResidentId(text) : text;
  return checkEighteen(full, (region) => PROVINCES.indexOf(region.slice(0, 2)) % 3 === 0);
}
