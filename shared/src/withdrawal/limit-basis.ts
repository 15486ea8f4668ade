import type { PlainDate } from '../calendar/index.ts';
import { maxFen, minFen, subtractFen } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import type { YearUsed } from './withdrawal-facts.ts';

/** What one line of a maximum is. */
export type BasisName =
  | 'balance-less-stay' | 'repaid-since-last' | 'price-paid' | 'down-payment' | 'works-cost' | 'area-rate' | 'cost-share' | 'ceiling' | 'fee-paid'
  | 'year-left' | 'rent-month' | 'own-share' | 'own-cost' | 'family-left';

/** One amount the maximum is the least of, to the fen. */
export interface LimitBasis {
  readonly name: BasisName;
  readonly amountFen: Fen;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** The most a route pays: the least of its basis lines; null when it cannot be told. */
export interface WithdrawalLimit {
  readonly maxFen: Fen | null;
  readonly basis: readonly LimitBasis[];
}

export const notBelowZero = (amountFen: number): Fen => maxFen(0, amountFen);

export function leastOf(basis: readonly LimitBasis[]): WithdrawalLimit {
  const [first, ...rest] = basis.map((line) => line.amountFen);
  return { maxFen: first === undefined ? null : minFen(first, ...rest), basis };
}

/** Family totals: what the lines allow is for all together, so that what others have had is taken off. */
export function lessFamily(lines: readonly LimitBasis[], familyFen: number | undefined): readonly LimitBasis[] {
  const { maxFen: most } = leastOf(lines);
  if (most === null || familyFen === undefined) return lines;
  return [...lines, { name: 'family-left', amountFen: notBelowZero(subtractFen(most, notBelowZero(familyFen))) }];
}

/** What is left of a year's amount; what another year used does not count. */
export function yearLeft(perYearFen: number, used: YearUsed | undefined, today: PlainDate): LimitBasis {
  const spent = used !== undefined && used.year === Number(today.slice(0, 4)) ? notBelowZero(used.amountFen) : 0;
  return { name: 'year-left', amountFen: notBelowZero(subtractFen(perYearFen, spent)) };
}
