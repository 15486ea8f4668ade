import { formatPercent, formatYuan } from '@anju/shared/money';
import { chinaDateOf, chinaDateTimeParts, daysBetween } from '@anju/shared/calendar';
import type { CivilDate, FenAmount, Instant, Month } from '@anju/shared/contract';

/** Between a figure and its Chinese unit: U+2009, so that a line does not tear them far apart. */
export const THIN = '\u2009';
/** Where a line must not break: between a day and its clock. */
export const TIED = '\u00a0';

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
type Moment = Instant | number;
const msOf = (moment: Moment): number => (typeof moment === 'number' ? moment : Date.parse(moment));

/** `11月21日`; with the year when told to: `2026年11月21日`. */
export function dayText(day: CivilDate, withYear = false): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${withYear ? `${year}年` : ''}${month}月${date}日`;
}

/** `2026年10月`. */
export function monthText(month: Month): string {
  const [year = '', of = ''] = month.split('-');
  return `${year}年${of}月`;
}

/** `09:12`, in China. */
export function clockText(moment: Moment): string {
  const parts = chinaDateTimeParts(msOf(moment));
  return `${two(parts.hour)}:${two(parts.minute)}`;
}

/** `11月21日 09:12`, in China; with the year where it is another one than that of `now`. */
export function momentText(moment: Moment, now: Moment = moment): string {
  return `${dayOfYear(chinaDateOf(msOf(moment)), now)}${TIED}${clockText(moment)}`;
}

/** `11月21日`; with the year where it is another one than that of `now`. */
export function dayOfYear(day: CivilDate, now: Moment): string {
  return dayText(day, day.slice(0, 4) !== chinaDateOf(msOf(now)).slice(0, 4));
}

/** `今天 17:30`, `明天 11:00`, `11月25日 17:30`; the year where it is another one. */
export function nearText(moment: Moment, now: Moment): string {
  const day = chinaDateOf(msOf(moment));
  const today = chinaDateOf(msOf(now));
  const away = daysBetween(today, day);
  const word = away === 0 ? '今天' : away === 1 ? '明天' : away === -1 ? '昨天' : dayOfYear(day, now);
  return `${word}${TIED}${clockText(moment)}`;
}

/** `11月27日 09:00–09:30`, in China; the year where it is another one than that of `now`. */
export function spanOfText(from: Moment, to: Moment, now: Moment = from): string {
  return `${momentText(from, now)}–${clockText(to)}`;
}

/** How long still: `还剩 6 小时`, `还剩 2 天`, `还剩 35 分钟`; past it: `已超时 2 小时`. */
export function untilText(due: Moment, now: Moment): string {
  const minutes = Math.round((msOf(due) - msOf(now)) / 60_000);
  const word = minutes >= 0 ? '还剩' : '已超时';
  const size = Math.abs(minutes);
  if (size < 60) return `${word}${THIN}${Math.max(size, 1)}${THIN}分钟`;
  if (size < 48 * 60) return `${word}${THIN}${Math.floor(size / 60)}${THIN}小时`;
  return `${word}${THIN}${Math.floor(size / 1440)}${THIN}天`;
}

/** A span of minutes: `用时 11 分钟`, `2 小时 5 分钟`, `3 天`. */
export function spanText(minutes: number): string {
  if (minutes < 1) return `不到${THIN}1${THIN}分钟`;
  if (minutes < 60) return `${minutes}${THIN}分钟`;
  if (minutes >= 48 * 60) return `${Math.floor(minutes / 1440)}${THIN}天`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${THIN}小时${rest === 0 ? '' : `${THIN}${rest}${THIN}分钟`}`;
}

/** `86,412.35 元`. */
export function yuanText(fen: FenAmount): string {
  return `${formatYuan(fen)}${THIN}元`;
}

/** `82.6 万元`: a rounding, only beside or above the exact figure. Rounds half away from zero to a tenth of 万. */
export function wanText(fen: FenAmount): string {
  return `${wanFigure(fen)}${THIN}万元`;
}

/** The figure of `wanText` alone: `82.6`. */
export function wanFigure(fen: FenAmount): string {
  const tenths = Math.round(Math.abs(fen) / 100_000);
  const whole = Math.floor(tenths / 10);
  return `${fen < 0 && tenths > 0 ? '-' : ''}${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${tenths % 10}`;
}

/** A rate from millionths, to its last digit: `2.60%`, `3.075%`. */
export const rateText = formatPercent;
