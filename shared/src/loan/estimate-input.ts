import type { PlainDate } from '../calendar/index.ts';
import type { PolicySource, RetirementCategory } from '../policy/index.ts';
import type { ScheduleSummary } from './schedule.ts';

export interface EstimateApplicant {
  readonly balanceFen: number;
  /** Mean balance of the last 12 months. */
  readonly averageBalance12Fen?: number;
  /** Balance of a supplementary fund (补充公积金), where the city has one. */
  readonly supplementaryBalanceFen?: number;
  /** Both sides together. */
  readonly monthlyContributionFen: number;
  readonly contributionBaseFen?: number;
  /** Months of contribution without a break, up to now. */
  readonly contributionMonths: number;
  readonly birthDate: PlainDate;
  readonly sex: 'male' | 'female';
  readonly retirementCategory?: RetirementCategory;
}

/** What a quota is computed from. */
export interface EstimateInput {
  readonly asOf: PlainDate;
  readonly household: {
    readonly children?: number;
    readonly taxResident?: boolean;
    /** Recognised as talent (人才) by the city. */
    readonly talent?: boolean;
    /** 全日制本科及以上. */
    readonly fullTimeDegree?: boolean;
    /** Fund loans the household has had, the running one included. */
    readonly fundLoansBefore?: number;
    readonly fundLoanRunning?: boolean;
    readonly ownsHome?: boolean;
  };
  readonly applicants: readonly EstimateApplicant[];
  readonly house: {
    readonly priceFen: number;
    readonly order: 'first' | 'second';
    readonly kind: 'new' | 'second-hand' | 'affordable';
    readonly greenStars?: number;
    readonly prefab?: boolean;
    /** One of the pack's localities. */
    readonly locality?: string;
  };
  readonly termYears?: number;
  readonly otherMonthlyDebtFen?: number;
  readonly monthlyIncomeFen?: number;
}

/** As it travels: the centre by name, the day optional. */
export interface EstimateRequest extends Omit<EstimateInput, 'asOf'> {
  readonly centre: string;
  readonly asOf?: PlainDate;
}

export type LimitName =
  | 'city-cap' | 'price-share' | 'account' | 'repayment-ability' | 'guaranteed-minimum' | 'age-term' | 'contribution-months' | 'loan-count';

export interface LimitLine {
  readonly limit: LimitName;
  /** The most this limit lets through, down to the yuan; null: no source gave it, or (`hidden`) it is not shown. */
  readonly amountFen: number | null;
  readonly formula: string;
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly source: PolicySource;
  /** The figure is past its validity; it was counted and is flagged. */
  readonly expired?: boolean;
  /** Another source says otherwise, in a sentence. */
  readonly conflict?: { readonly words: string; readonly source: PolicySource };
  /** Left out because it would tell one spouse what the other has. */
  readonly hidden?: boolean;
}

export interface AdviceLine {
  readonly change: { readonly code: AdviceCode; readonly params?: Readonly<Record<string, string | number>> };
  /** What the quota rises by; 0 where the advice lifts a condition without a known amount. */
  readonly effectFen: number;
  readonly from?: PlainDate;
  /** The binding or failing limit it lifts. */
  readonly lifts: LimitName;
}
/** What can be changed for a higher quota; the words are the phone's. Each is the smallest change that lifts the limit it names. */
export type AdviceCode =
  | 'wait-for-months' | 'keep-contributing' | 'spouse-joins' | 'longer-term' | 'shorter-term' | 'raise-balance' | 'raise-base' | 'raise-income'
  | 'pay-off-debt' | 'pay-off-fund-loan' | 'dearer-home';

/** The same case under one retirement category, when a woman's is unknown: 原 50 岁 and 原 55 岁. */
export interface CategoryAnswer {
  readonly category: RetirementCategory;
  readonly amountFen: number | null;
  readonly termMonths: number;
}

export interface Estimate {
  /** The least of the known limits; null when the account limit is unknown (no formula was published, or a figure it needs is missing). */
  readonly amountFen: number | null;
  /** False when a limit that could bind is unknown; then `binding` is null and the sentence says 最高不超过. */
  readonly complete: boolean;
  /** The least of the known limits, whatever is unknown; null when not even one is known. */
  readonly atMostFen: number | null;
  readonly termMonths: number;
  readonly annualRateMillionths: number;
  readonly rateSource: PolicySource;
  readonly binding: LimitName | null;
  readonly limits: readonly LimitLine[];
  /** The least that has to be paid by oneself for this quota: price − quota; and the least share with its source. */
  readonly downPayment: { readonly leastFen: number; readonly shareMillionths: number; readonly source: PolicySource } | null;
  readonly instalments: { readonly equalInstalment: ScheduleSummary; readonly equalPrincipal: ScheduleSummary } | null;
  /** Both answers, when they differ because a woman's category is unknown. */
  readonly byCategory?: readonly CategoryAnswer[];
  readonly advice: readonly AdviceLine[];
  readonly policy: {
    readonly centre: string;
    readonly version: string;
    /** The latest day from which a figure used here holds. */
    readonly effectiveFrom: PlainDate;
    readonly checkedOn: PlainDate;
    readonly sources: readonly PolicySource[];
  };
  readonly unknown: readonly string[];
}

/** An estimate without its advice: what the engine computes for one case. */
export type BareEstimate = Omit<Estimate, 'advice'>;
