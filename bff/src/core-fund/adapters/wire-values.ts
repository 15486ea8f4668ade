import { chinaDateTimeParts, instantOfChina, isPlainDate, isYearMonth } from '@anju/shared/calendar';
import { fenFromYuanText, yuanTextOf } from '@anju/shared/money';
import type { WireObject } from './core-fund.wire.ts';
import { text, WireError } from './core-fund.wire.ts';

/** `"86412.35"` → 8641235. Exactly two decimals, as the interface has it; a negative one is money out. */
export function amount(from: WireObject, field: string): number {
  const value = text(from, field);
  if (!/^-?\d{1,14}\.\d{2}$/.test(value)) throw new WireError(field);
  return fenFromYuanText(value);
}
/** 8641235 → `"86412.35"`. */
export const wireAmount = (fen: number): string => yuanTextOf(fen);

/** `"0.0260000"` → 26000 millionths. The seventh decimal must be 0: a rate is whole millionths with us. */
export function rate(from: WireObject, field: string): number {
  const match = /^(\d)\.(\d{6})0$/.exec(text(from, field));
  if (match === null) throw new WireError(field);
  return Number(match[1]) * 1_000_000 + Number(match[2]);
}

/** `"20261121"` → `2026-11-21`. */
export function day(from: WireObject, field: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text(from, field));
  if (match === null) throw new WireError(field);
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  if (!isPlainDate(date)) throw new WireError(field);
  return date;
}
/** A list of days, empty when the core leaves it out. */
export function daysOrNone(from: WireObject, field: string): readonly string[] {
  const value = from[field] ?? [];
  if (!Array.isArray(value)) throw new WireError(field);
  return value.map((one: unknown) => day({ [field]: one }, field));
}
/** `2026-11-21` → `"20261121"`. */
export const wireDay = (date: string): string => date.replaceAll('-', '');

/** `"202611"` → `2026-11`. */
export function month(from: WireObject, field: string): string {
  const match = /^(\d{4})(\d{2})$/.exec(text(from, field));
  const value = `${match?.[1]}-${match?.[2]}`;
  if (!isYearMonth(value)) throw new WireError(field);
  return value;
}

/** `"20261121093015"`, China time → `2026-11-21T01:30:15.000Z`. */
export function moment(from: WireObject, field: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text(from, field));
  if (match === null) throw new WireError(field);
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  if (!isPlainDate(date)) throw new WireError(field);
  return new Date(instantOfChina(date, Number(match[4]) * 60 + Number(match[5])) + Number(match[6]) * 1000).toISOString();
}

/** An instant → `"20261121093015"` in China. */
export function wireMoment(instant: Date): string {
  const { date, hour, minute, second } = chinaDateTimeParts(instant);
  return wireDay(date) + [hour, minute, second].map((part) => String(part).padStart(2, '0')).join('');
}

/** `"89.50"` square metres → 8950 hundredths. */
export function area(from: WireObject, field: string): number {
  const match = /^(\d{1,7})\.(\d{2})$/.exec(text(from, field));
  if (match === null) throw new WireError(field);
  return Number(match[1]) * 100 + Number(match[2]);
}
/** 8950 → `"89.50"`. */
export const wireArea = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
