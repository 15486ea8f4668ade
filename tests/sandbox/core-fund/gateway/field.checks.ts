import { isPlainDate } from '@anju/shared/calendar';
import { fenFromYuanText, yuanTextOf } from '@anju/shared/money';

/** Whether a value fits a field of the standard. */
export type FieldCheck = (value: unknown) => boolean;
export interface Field {
  readonly fits: FieldCheck;
  readonly optional?: true;
}
export type Fields = Readonly<Record<string, Field>>;

const matching = (pattern: RegExp): FieldCheck => (value) => typeof value === 'string' && pattern.test(value);

export const dashedDay = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;

/** A text of `least` to `most` characters without control characters. */
export const text = (least: number, most: number): FieldCheck => (value) =>
  typeof value === 'string' && Array.from(value).length >= least && Array.from(value).length <= most && value.trim() !== '' && !/\p{Cc}/u.test(value);
/** One of some two-digit codes of the standard. */
export const oneOf = (...codes: readonly string[]): FieldCheck => (value) => typeof value === 'string' && codes.includes(value);
export const code: FieldCheck = matching(/^\d{2}$/);
/** Yuan with exactly two decimals, above zero, within decimal(18,2) and the safe integers. */
export const amount: FieldCheck = (value) => {
  if (typeof value !== 'string' || !/^(0|[1-9]\d{0,15})\.\d{2}$/.test(value)) return false;
  try {
    return fenFromYuanText(value) > 0;
  } catch {
    return false;
  }
};
/** An amount without jiao and fen. */
export const wholeYuan: FieldCheck = (value) => amount(value) && String(value).endsWith('.00');
/** Square metres with two decimals. */
export const area: FieldCheck = matching(/^(?!0\.00$)(0|[1-9]\d{0,4})\.\d{2}$/);
export const date: FieldCheck = (value) => typeof value === 'string' && /^\d{8}$/.test(value) && isPlainDate(dashedDay(value));
export const moment: FieldCheck = (value) =>
  typeof value === 'string' && /^\d{14}$/.test(value) && isPlainDate(dashedDay(value)) && /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(value.slice(8));
/** A day that somebody declares; what is counted on from it stays on the calendar. */
export const declaredDay: FieldCheck = (value) => date(value) && String(value) < '2100';
export const customer: FieldCheck = matching(/^[0-9A-Za-z]{12,32}$/);
export const accountNumber: FieldCheck = matching(/^[0-9A-Za-z]{1,20}$/);
export const caseNumber: FieldCheck = matching(/^[0-9A-Za-z]{1,40}$/);
export const requestNumber: FieldCheck = matching(/^[0-9A-Za-z-]{8,40}$/);
/** What numbers of the core's own begin with: those of the runs of standing orders. */
const OWN_NUMBERS = 'ZD';
/** A number that a caller may give to a request. */
export const callersNumber: FieldCheck = (value) => requestNumber(value) && !isOwnNumber(String(value));
export const isOwnNumber = (number: string): boolean => number.startsWith(OWN_NUMBERS);
export const mobile: FieldCheck = matching(/^1[3-9]\d{9}$/);
export const documentNumber: FieldCheck = matching(/^[0-9A-Za-z]{5,18}$/);
export const counterCode: FieldCheck = matching(/^[0-9A-Z]{6,12}$/);
/** A whole number, as a JSON number or as digits. */
export const count = (least: number, most: number): FieldCheck => (value) => {
  const number = typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  return Number.isInteger(number) && number >= least && number <= most;
};
export const eventNumber: FieldCheck = matching(/^\d{1,15}$/);
export const listOf = (fits: FieldCheck, most: number): FieldCheck => (value) => Array.isArray(value) && value.length <= most && value.every(fits);

/** An object with exactly these fields. */
export const objectWith = (fields: Fields): FieldCheck => (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && unfitField(fields, value as Readonly<Record<string, unknown>>) === undefined;

export const needed = (fits: FieldCheck): Field => ({ fits });
export const optional = (fits: FieldCheck): Field => ({ fits, optional: true });

/** The first field that does not fit: missing, of the wrong form, or unknown. undefined when all fit. */
export function unfitField(fields: Fields, body: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, field] of Object.entries(fields)) {
    const value = body[name];
    if (value === undefined ? field.optional !== true : !field.fits(value)) return name;
  }
  return Object.keys(body).find((name) => !Object.hasOwn(fields, name));
}

/** `20261121` of a civil day. */
export const wireDay = (day: string): string => day.replace(/-/g, '');
/** `202611` of a month. */
export const wireMonth = (month: string): string => month.replace('-', '');
export const wireAmount = (fen: number): string => yuanTextOf(fen);
/** `0.0260000` of a rate in millionths. */
export const wireRate = (millionths: number): string => `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}0`;
