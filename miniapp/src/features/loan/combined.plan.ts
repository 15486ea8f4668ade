import { checkCombinedInput, combinedSchedule } from '@anju/shared/loan';
import type { CombinedSchedule, Estimate, RepaymentMethod } from '@anju/shared/loan';
import { headlineOf } from './calculator.result.ts';

/** What is lacking when the least is paid down and the quota is used: 0 when the quota is enough or nothing is known. */
export function gapOf(estimate: Estimate, priceFen: number): number {
  const fundFen = headlineOf(estimate).fen;
  const least = estimate.downPayment;
  if (fundFen === null || least === null) return 0;
  return Math.max(0, priceFen - downFenOf(priceFen, least.shareMillionths) - fundFen);
}

const MILLION = 1_000_000;
const FEN_OF_YUAN = 100;

/** The least down payment, up to the yuan: a fen less would be too little. */
export function downFenOf(priceFen: number, shareMillionths: number): number {
  // Whole yuan times millionths stays far below 2^53 for every price the form takes.
  return Math.ceil((Math.ceil(priceFen / FEN_OF_YUAN) * shareMillionths) / MILLION) * FEN_OF_YUAN;
}

/** How price, down payment and quota make two loans; whole yuan, the commercial part takes the rest. */
export interface Split {
  readonly fundFen: number;
  readonly commercialFen: number;
}
export function splitOf(priceFen: number, downFen: number, quotaFen: number): Split {
  const toBorrow = Math.max(0, priceFen - downFen);
  const fundFen = Math.min(toBorrow, quotaFen);
  return { fundFen, commercialFen: toBorrow - fundFen };
}

export interface CombinedWish extends Split {
  readonly fundRate: number;
  readonly commercialRate: number;
  readonly months: number;
  readonly method: RepaymentMethod;
}

/** Both loans by one method and term, and their sum month by month; null while one of them is none, or beyond what a bank lends. */
export function combinedOf({ fundFen, commercialFen, fundRate, commercialRate, months, method }: CombinedWish): CombinedSchedule | null {
  const wish = {
    fund: { principalFen: fundFen, annualRateMillionths: fundRate, months, method },
    commercial: { principalFen: commercialFen, annualRateMillionths: commercialRate, months, method },
  };
  return checkCombinedInput(wish).length > 0 ? null : combinedSchedule(wish);
}
