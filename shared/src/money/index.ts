export { MoneyError } from './money-error.ts';
export type { MoneyRule } from './money-error.ts';
export { addFen, fen, fenFromYuanText, fenTimes, formatYuan, maxFen, minFen, splitFen, subtractFen, sumFen, yuanTextOf } from './fen.ts';
export type { Fen } from './fen.ts';
export { formatPercent, rate, rateFromPercentText, RATE_ONE } from './rate.ts';
export type { Rate } from './rate.ts';
export { divideRounded, mulDivRounded } from './rounding.ts';
export type { RoundingMode } from './rounding.ts';
