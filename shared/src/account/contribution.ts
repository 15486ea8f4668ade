import { addFen, fen, mulDivRounded, RATE_ONE } from '../money/index.ts';
import type { Fen, RoundingMode } from '../money/index.ts';
import { addYearMonths, monthsBetween, parseYearMonth } from '../calendar/index.ts';
import type { YearMonth } from '../calendar/index.ts';

/** How a centre rounds one side's monthly amount: almost all to the whole yuan, half up; Hengyang up; Wuhan to the fen. */
export interface ContributionRounding {
  readonly toFen: 1 | 10 | 100;
  readonly mode: RoundingMode;
}

export const WHOLE_YUAN_HALF_UP: ContributionRounding = { toFen: 100, mode: 'half-up' };

/**
 * One side's monthly amount: base × ratio, rounded as the centre does, each side for itself.
 * @param ratioMillionths 12 % = 120000
 */
export function contributionSide(baseFen: number, ratioMillionths: number, rounding: ContributionRounding = WHOLE_YUAN_HALF_UP): Fen {
  return fen(mulDivRounded(baseFen, ratioMillionths, RATE_ONE * rounding.toFen, rounding.mode) * rounding.toFen);
}

/** Both sides together. What the core sends goes before what is computed here. */
export function monthlyContribution(
  baseFen: number,
  ratios: { readonly unit: number; readonly person: number },
  rounding: ContributionRounding = WHOLE_YUAN_HALF_UP,
): Fen {
  return addFen(contributionSide(baseFen, ratios.unit, rounding), contributionSide(baseFen, ratios.person, rounding));
}

/** A run of months without a contribution, both ends inside the gap. */
export interface ContributionGap {
  readonly from: YearMonth;
  readonly to: YearMonth;
  readonly months: number;
}

const sortedMonths = (paid: readonly YearMonth[]): YearMonth[] => Array.from(new Set(paid.map(parseYearMonth))).sort();

/** The months missing between the first paid month and the last one expected. Order and repeats in the input do not matter. */
export function contributionGaps(paid: readonly YearMonth[], expectedThrough: YearMonth): readonly ContributionGap[] {
  const months = sortedMonths(paid);
  const gaps: ContributionGap[] = [];
  months.forEach((month, at) => {
    const next = months[at + 1] ?? addYearMonths(expectedThrough, 1);
    const missing = monthsBetween(month, next) - 1;
    if (missing > 0) gaps.push({ from: addYearMonths(month, 1), to: addYearMonths(next, -1), months: missing });
  });
  return gaps;
}

/** Months paid without a break up to and with the last paid one; 0 without any. */
export function consecutiveMonths(paid: readonly YearMonth[]): number {
  const months = sortedMonths(paid);
  let count = 0;
  for (let at = months.length - 1; at >= 0; at -= 1) {
    const later = months[at + 1];
    if (later !== undefined && monthsBetween(months[at] as YearMonth, later) !== 1) break;
    count += 1;
  }
  return count;
}
