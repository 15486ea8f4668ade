import { addFen, fen, mulDivRounded, RATE_ONE } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import { addYearMonths, monthsBetween, parseYearMonth } from '../calendar/index.ts';
import type { YearMonth } from '../calendar/index.ts';
import type { ContributionRounding } from '../policy/index.ts';

/**
 * One side's monthly amount: base × ratio, each side rounded for itself. Almost all centres round half-up to the yuan; Hengyang rounds up,
 * Wuhan keeps the fen.
 * @param ratioMillionths 12 % = 120000
 * @param rounding the centre's, by `contributionRoundingOn`
 */
export function contributionSide(baseFen: number, ratioMillionths: number, rounding: ContributionRounding): Fen {
  return fen(mulDivRounded(baseFen, ratioMillionths, RATE_ONE * rounding.unitFen, rounding.mode) * rounding.unitFen);
}

/** Both sides together. What the core sends goes before what is computed here. */
export function monthlyContribution(baseFen: number, ratios: { readonly unit: number; readonly person: number }, rounding: ContributionRounding): Fen {
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
