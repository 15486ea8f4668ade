import type { PlainDate } from '../calendar/index.ts';

/** Where a figure comes from, and how far it can be trusted. */
export interface PolicySource {
  readonly title: string;
  readonly url: string | null;
  readonly date: PlainDate | null;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** One figure of a rule pack: never a bare number, always dated and sourced. */
export interface Figure<T> {
  readonly value: T;
  readonly source: PolicySource;
  readonly validFrom: PlainDate;
  /** The last day it holds; absent while no end is known. */
  readonly validTo?: PlainDate;
}

/** The same figure over time; at a date the one that is valid then counts, or none. */
export type Figures<T> = readonly Figure<T>[];

/** How a centre computes the account-based limit; parameters in millionths so that no fraction is lost. */
export type AccountFormula =
  /** C5 and C8: (sum of the last 6 months × years × factor + balance) × liquidity factor. */
  | { readonly kind: 'contribution-flow'; readonly months: number; readonly factorMillionths: number; readonly liquidityMillionths: number }
  /** C1: Σ balance × multiple. */
  | { readonly kind: 'balance-multiple'; readonly multiple: number };

export interface CityCap {
  readonly singleFen: number;
  readonly jointFen: number;
}

export interface LoanRules {
  readonly cap: Figures<CityCap>;
  /** Added to the cap for a first home, in millionths of it. */
  readonly firstHomeUplift?: Figures<number>;
  /** From how many children a second home is treated by the rules of a first one. */
  readonly firstHomeRulesFromChildren?: Figures<number>;
  /** Uplifts that exist but whose amounts no source gave, in words for the citizen. */
  readonly unknownUplifts: readonly string[];
  readonly account: Figures<AccountFormula>;
  /** Least share of the price to be paid by oneself, in millionths. */
  readonly downPaymentFirst: Figures<number>;
  readonly downPaymentSecond: Figures<number>;
  readonly downPaymentAffordable: Figures<number>;
  /** Highest monthly repayment as a share of the contribution bases, in millionths. */
  readonly repaymentShare?: Figures<number>;
  readonly contributionMonths: Figures<number>;
  /** Step a quota is rounded down to, in fen; absent where no source gave it. */
  readonly roundDownTo?: Figures<number>;
}

export interface WithdrawalRules {
  /** Routes the centre is known not to have. */
  readonly notOffered: Figures<readonly string[]>;
  readonly rentPerMonth?: Figures<number>;
  readonly rentContributionMonths: Figures<number>;
  readonly leaveJobSealedMonths?: Figures<number>;
  /** Whose household may take the money out after leaving a job. */
  readonly leaveJobHousehold?: Figures<'elsewhere' | 'any'>;
  readonly repayFundLoanEveryMonths?: Figures<number>;
}

/** The rules of one centre. */
export interface CentrePack {
  /** Lower-case pinyin of the city. */
  readonly centre: string;
  readonly name: string;
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  /** The day somebody last held the figures against their sources. */
  readonly checkedOn: PlainDate;
  readonly loan: LoanRules;
  readonly withdrawal: WithdrawalRules;
}

/** The figure valid on a day, or undefined: a figure nobody could source is absent, and whoever asks must say so. */
export function figureOn<T>(figures: Figures<T> | undefined, date: PlainDate): Figure<T> | undefined {
  return figures?.find((figure) => figure.validFrom <= date && (figure.validTo === undefined || date <= figure.validTo));
}
