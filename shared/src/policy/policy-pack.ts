import type { PlainDate } from '../calendar/index.ts';
import type { IllnessTerms, LiftTerms, PropertyFeeTerms, PurchaseTerms, RenovationTerms, RentTerms } from './withdrawal-terms.ts';

/** Where a figure comes from, and how far it can be trusted. */
export interface PolicySource {
  /** Names the source for ever, `centre/what`: `xiamen/loan-2026`, `national/loan-rates`. Each figure a citizen sees leads to one. */
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  /** The day it was published; null where the publication bears none. */
  readonly date: PlainDate | null;
  /** The day somebody last held the figure against it: the date a screen shows where the publication bears none. */
  readonly seenOn: PlainDate;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** One figure of a rule pack: never a bare number, always dated and sourced. */
export interface Figure<T> {
  readonly value: T;
  readonly source: PolicySource;
  readonly validFrom: PlainDate;
  /** The last day it holds; absent while no end is known. */
  readonly validTo?: PlainDate;
  /** Another source that says otherwise: named beside the figure, never chosen silently. */
  readonly conflict?: { readonly words: string; readonly source: PolicySource };
}

/** The same figure over time, rising and without overlap; at a date the one that is valid then counts, or none. */
export type Figures<T> = readonly Figure<T>[];

/** The figure of a day: valid then; or the last one, past its validity; or nobody has sourced one for that day. */
export type FigureOfDay<T> =
  | { readonly state: 'valid'; readonly figure: Figure<T> }
  | { readonly state: 'expired'; readonly figure: Figure<T> }
  | { readonly state: 'unknown' };

/** From so many months of contribution on, this factor counts. Rising by `fromMonths`, the first from 0. */
export interface MonthsFactor {
  readonly fromMonths: number;
  readonly factorMillionths: number;
}

/**
 * How a centre computes the account-based limit: the archetypes C1 to C7 (the liquidity factor C8 and the guaranteed minimum C9 stand
 * beside it in LoanRules). Factors in millionths so that no fraction is lost, amounts in fen.
 */
export type AccountFormula =
  /** C1: Σ max(balance, least balance) × multiple (+ supplementary balance × its own multiple). */
  | { readonly kind: 'balance-multiple'; readonly multipleMillionths: number; readonly leastBalanceFen?: number; readonly supplementaryMultipleMillionths?: number }
  /** C2: Σ mean balance of the last 12 months × multiple. */
  | { readonly kind: 'average-balance-multiple'; readonly multipleMillionths: number }
  /** C3: Σ balance × multiple × factor by months of contribution. */
  | { readonly kind: 'balance-multiple-by-months'; readonly multipleMillionths: number; readonly factors: readonly MonthsFactor[] }
  /** C4: Σ balance × multiple + Σ monthly contribution × months to the legal retirement month. */
  | { readonly kind: 'balance-and-months-to-retirement'; readonly multipleMillionths: number }
  /** C5: sum of the last `months` months' contributions × years of the loan × factor + Σ balance. */
  | { readonly kind: 'contribution-flow'; readonly months: number; readonly factorMillionths: number }
  /** C6: Σ over applicants of years of contribution × amount. */
  | { readonly kind: 'per-contribution-year'; readonly perYearFen: number }
  /** C7: Σ monthly contribution × months, and never less than a minimum. */
  | { readonly kind: 'monthly-multiple'; readonly months: number; readonly leastFen?: number };

/** How a centre holds the instalment against what a household earns: D1 to D3. */
export type AbilityRule =
  /** D1: Σ base × share × 12 × years. */
  | { readonly kind: 'base-share-years'; readonly shareMillionths: number }
  /** D2: what is counted may not exceed a share of what it is measured by. */
  | {
      readonly kind: 'monthly-share';
      readonly shareMillionths: number;
      readonly of: 'contribution-bases' | 'household-income';
      /** The instalment; with other monthly debts; or only the month's principal. */
      readonly counts: 'instalment' | 'instalment-and-debts' | 'principal';
    }
  /** D3: the larger of Σ base × 12 × years × share × factor by months, and Σ balance × multiple. */
  | { readonly kind: 'base-years-or-balance'; readonly shareMillionths: number; readonly factors: readonly MonthsFactor[]; readonly multipleMillionths: number };

export type HouseOrder = 'first' | 'second';
export type HouseKind = 'new' | 'second-hand' | 'affordable';

/** Whom a row of a table is for; what is left out does not matter. The first row that fits counts. */
export interface When {
  readonly order?: HouseOrder;
  readonly kind?: HouseKind;
  /** One of the pack's localities. */
  readonly locality?: readonly string[];
  /** First loan of a household that owns no home. */
  readonly firstLoanNoHome?: boolean;
  /** 全日制本科及以上. */
  readonly fullTimeDegree?: boolean;
}
export interface CapRow {
  readonly when?: When;
  readonly singleFen: number;
  readonly jointFen: number;
  /** Where this row comes from, when not from the figure's own source. */
  readonly source?: PolicySource;
}
/** What raises a cap: a share of it, an amount, or another cap in its place. */
export interface Uplift {
  /** Kebab-case, unique in the pack: `two-children`, `green-building`. */
  readonly id: string;
  /** As the citizen reads it: 二孩家庭. */
  readonly words: string;
  readonly when: {
    readonly childrenFrom?: number;
    readonly childrenTo?: number;
    readonly greenStarsFrom?: number;
    readonly prefab?: boolean;
    readonly order?: HouseOrder;
    readonly kind?: HouseKind;
    readonly talent?: boolean;
    readonly supplementary?: boolean;
    readonly locality?: readonly string[];
  };
  readonly effect:
    | { readonly kind: 'share'; readonly millionths: number }
    | { readonly kind: 'amount'; readonly singleFen: number; readonly jointFen: number }
    | { readonly kind: 'cap'; readonly singleFen: number; readonly jointFen: number };
  /** Uplifts of one group never add up: the largest counts. */
  readonly group?: string;
  /** Where this row comes from, when not from the figure's own source. */
  readonly source?: PolicySource;
}
export interface Stacking {
  /** `sum`: groups add up; `largest`: one uplift counts; `unknown`: no source says, the largest counts and it is said. */
  readonly rule: 'sum' | 'largest' | 'unknown';
  readonly ceilingSingleFen?: number;
  readonly ceilingJointFen?: number;
  /** Most that shares may come to together. */
  readonly ceilingMillionths?: number;
}
export interface DownPaymentRow {
  readonly when?: When;
  readonly millionths: number;
  /** Where this row comes from, when not from the figure's own source. */
  readonly source?: PolicySource;
}
export interface Liquidity {
  readonly millionths: number;
  /** What the factor multiplies. */
  readonly on: 'account' | 'cap' | 'account-and-cap' | 'contributions-only';
  /** A first loan of a household without a home is not subject to it. */
  readonly exceptFirstLoanNoHome?: boolean;
}
/** By which age a loan must end. */
export type EndingAge =
  | { readonly kind: 'ages'; readonly M60: number; readonly F55: number; readonly F50: number }
  /** So many years after the legal retirement month of the person (国发〔2024〕18号). */
  | { readonly kind: 'after-retirement'; readonly years: number };

export interface LoanRules {
  /** The rows as published, before liquidity and uplifts. An empty list, here as elsewhere: looked for, not found. */
  readonly cap: Figures<readonly CapRow[]>;
  readonly uplifts?: Figures<readonly Uplift[]>;
  readonly stacking?: Figures<Stacking>;
  /** Uplifts that exist but whose amounts no source gave, in words for the citizen; without a closing full stop. */
  readonly unknownUplifts: readonly string[];
  /** From how many children a second home is treated by the rules of a first one. */
  readonly firstHomeRulesFromChildren?: Figures<number>;
  readonly account?: Figures<AccountFormula>;
  /** Absent: no such factor is known. Present without a figure for the day: there is one, its size unknown, and so is what it multiplies. */
  readonly liquidity?: Figures<Liquidity>;
  /** 保底额度: a quota below it is raised to it. */
  readonly guaranteedMinimumFen?: Figures<number>;
  /** Least share of the price to be paid by oneself. */
  readonly downPayment: Figures<readonly DownPaymentRow[]>;
  readonly ability?: Figures<AbilityRule>;
  /** Months of unbroken contribution before an application. */
  readonly contributionMonths?: Figures<number>;
  /** How many fund loans a household may ever have (absent: no source gave it), and whether one may still run. */
  readonly loanCount?: Figures<{ readonly most?: number; readonly outstandingAllowed: boolean }>;
  readonly longestYears?: Figures<number>;
  readonly endingAge?: Figures<EndingAge>;
  /** Step a quota is rounded down to, in fen; absent where no source gave it: down to the yuan, and said so. */
  readonly roundDownToFen?: Figures<number>;
}

/** How the monthly amount of one side is rounded: to so many fen, and how. */
export interface ContributionRounding {
  readonly unitFen: number;
  readonly mode: 'half-up' | 'up' | 'down';
}
export interface BaseLimit {
  /** Amount in fen; per locality where they differ, the first row without one being the city. */
  readonly amountFen: number;
  readonly locality?: readonly string[];
}
export interface ContributionRules {
  readonly rounding?: Figures<ContributionRounding>;
  readonly baseUpper?: Figures<readonly BaseLimit[]>;
  readonly baseLower?: Figures<readonly BaseLimit[]>;
  /** Least and most of one side, in millionths. */
  readonly ratio?: Figures<{ readonly least: number; readonly most: number }>;
}

export interface WithdrawalRules {
  /** Routes the centre is known not to have. */
  readonly notOffered: Figures<readonly string[]>;
  /** Routes that the centre takes at the counter only. */
  readonly counterOnly?: Figures<readonly string[]>;
  readonly rentPerMonth?: Figures<number>;
  readonly rentContributionMonths: Figures<number>;
  readonly leaveJobSealedMonths?: Figures<number>;
  /** Whose household may take the money out after leaving a job. */
  readonly leaveJobHousehold?: Figures<'elsewhere' | 'any'>;
  readonly repayFundLoanEveryMonths?: Figures<number>;
  readonly repayCommercialLoanEveryMonths?: Figures<number>;
  /** What a partial withdrawal must leave where the centre publishes it; the core may ask for more. */
  readonly mustStayFen?: Figures<number>;
  readonly purchase?: Figures<PurchaseTerms>;
  /** Of which homes the down payment is paid to the supervised account; of others nothing was found. */
  readonly downPayment?: Figures<readonly HouseKind[]>;
  readonly renovation?: Figures<RenovationTerms>;
  readonly propertyFee?: Figures<PropertyFeeTerms>;
  readonly rent?: Figures<RentTerms>;
  readonly lift?: Figures<LiftTerms>;
  readonly illness?: Figures<IllnessTerms>;
  /** Months of contribution to be left in the account for whoever wants a loan later; no condition of a withdrawal. */
  readonly keepForLoanMonths?: Figures<number>;
  /** The figures of routes that have no member of their own here, by route. */
  readonly routes?: Readonly<Record<string, Figures<Readonly<Record<string, number | boolean | readonly string[]>>>>>;
}

/** The rules of one centre over time: every figure dated, so that one pack answers for every day since its first source. */
export interface CentrePack {
  /** Lower-case pinyin of the city. */
  readonly centre: string;
  /** 厦门 */
  readonly city: string;
  readonly name: string;
  /** `xiamen-2026.2`: rises whenever a figure changes. */
  readonly version: string;
  /** The day somebody last held the figures against their sources. */
  readonly checkedOn: PlainDate;
  /** Parts of the city with figures of their own, in the citizen's words: 新罗区. */
  readonly localities?: readonly string[];
  readonly loan: LoanRules;
  readonly contribution: ContributionRules;
  readonly withdrawal: WithdrawalRules;
  /** What was looked for and not found, in whole sentences without a closing full stop. */
  readonly notFound: readonly string[];
}

/** The figure valid on a day, or undefined: a figure nobody could source is absent, and whoever asks must say so. */
export function figureOn<T>(figures: Figures<T> | undefined, date: PlainDate): Figure<T> | undefined {
  return figures?.find((figure) => figure.validFrom <= date && (figure.validTo === undefined || date <= figure.validTo));
}

/** The figure of a day with its state: valid, past its validity (the last one that ended), or unknown. */
export function figureOfDay<T>(figures: Figures<T> | undefined, date: PlainDate): FigureOfDay<T> {
  const valid = figureOn(figures, date);
  if (valid !== undefined) return { state: 'valid', figure: valid };
  const ended = (figures ?? []).filter((figure) => figure.validTo !== undefined && figure.validTo < date);
  const last = ended[ended.length - 1];
  return last === undefined ? { state: 'unknown' } : { state: 'expired', figure: last };
}
