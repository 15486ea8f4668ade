import type { CivilDate, Dated, FenAmount, RateMillionths } from './common.contract.ts';

export type RepaymentMethod = 'equal-instalment' | 'equal-principal';

export interface ScheduleBody {
  readonly principalFen: FenAmount;
  readonly annualRateMillionths: RateMillionths;
  readonly months: number;
  readonly method: RepaymentMethod;
  readonly firstDueOn?: CivilDate;
  readonly rateChanges?: readonly { readonly from: CivilDate; readonly annualRateMillionths: RateMillionths }[];
  readonly prepayments?: readonly { readonly afterPeriod: number; readonly amountFen: FenAmount; readonly keep: 'term' | 'instalment' }[];
}
export interface ScheduleRow {
  readonly period: number;
  readonly dueOn?: CivilDate;
  readonly instalmentFen: FenAmount;
  /** The instalment's part; a prepayment stands in prepaidFen, and the two sum to the principal. */
  readonly principalFen: FenAmount;
  readonly interestFen: FenAmount;
  readonly prepaidFen?: FenAmount;
  readonly balanceFen: FenAmount;
}
export interface ScheduleSummary {
  readonly firstInstalmentFen: FenAmount;
  readonly lastInstalmentFen: FenAmount;
  /** The schedule's own sum, rounded period by period. */
  readonly totalInterestFen: FenAmount;
  /** The press convention: unrounded instalment × periods − principal. */
  readonly pressTotalInterestFen: FenAmount;
  readonly periods: number;
}
export interface ScheduleReply extends ScheduleSummary {
  readonly rows: readonly ScheduleRow[];
}

export interface EstimateApplicant {
  readonly balanceFen: FenAmount;
  readonly averageBalance12Fen?: FenAmount;
  readonly monthlyContributionFen: FenAmount;
  readonly contributionBaseFen?: FenAmount;
  readonly contributionMonths: number;
  readonly birthDate: CivilDate;
  readonly sex: 'male' | 'female';
  readonly retirementCategory?: 'M60' | 'F55' | 'F50';
}
export interface EstimateBody {
  readonly centre: string;
  readonly asOf?: CivilDate;
  readonly household: { readonly children?: number; readonly taxResident?: boolean };
  readonly applicants: readonly EstimateApplicant[];
  readonly house: {
    readonly priceFen: FenAmount;
    readonly order: 'first' | 'second';
    readonly kind: 'new' | 'second-hand' | 'affordable';
    readonly greenStars?: number;
    readonly locality?: string;
  };
  readonly termYears?: number;
  readonly otherMonthlyDebtFen?: FenAmount;
  readonly monthlyIncomeFen?: FenAmount;
}
/** Where a figure comes from. */
export interface PolicySource {
  readonly title: string;
  readonly url: string | null;
  readonly date: CivilDate | null;
  readonly confidence: 'high' | 'medium' | 'low';
}
export type LimitName =
  | 'city-cap' | 'price-share' | 'account' | 'repayment-ability' | 'guaranteed-minimum' | 'age-term' | 'contribution-months';
export interface LimitLine {
  readonly limit: LimitName;
  /** null: no source gave it. */
  readonly amountFen: FenAmount | null;
  /** The formula with its figures in place, in plain Chinese. */
  readonly formula: string;
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly source: PolicySource;
}
export interface AdviceLine {
  /** What to change, as a code the phone words. */
  readonly change: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };
  readonly effectFen: FenAmount;
  readonly from?: CivilDate;
}
export interface EstimateReply {
  readonly amountFen: FenAmount | null;
  /** False when a limit that could bind is unknown; then binding is null and the sentence says 最高不超过. */
  readonly complete: boolean;
  readonly termMonths: number;
  readonly annualRateMillionths: RateMillionths;
  readonly binding: LimitName | null;
  readonly limits: readonly LimitLine[];
  readonly instalments: { readonly equalInstalment: ScheduleSummary; readonly equalPrincipal: ScheduleSummary } | null;
  readonly advice: readonly AdviceLine[];
  readonly policy: { readonly centre: string; readonly version: string; readonly effectiveFrom: CivilDate; readonly checkedOn: CivilDate; readonly sources: readonly PolicySource[] };
  readonly unknown: readonly string[];
}
export interface Loan {
  readonly loanId: string;
  readonly numberTail: string;
  readonly grantedFen: FenAmount;
  readonly balanceFen: FenAmount;
  readonly annualRateMillionths: RateMillionths;
  readonly method: RepaymentMethod;
  readonly months: number;
  readonly grantedOn: CivilDate;
  readonly nextDueOn: CivilDate;
  readonly nextDueFen: FenAmount;
  readonly overduePeriods: number;
  readonly overdueFen: FenAmount;
}
export interface LoansReply {
  readonly loans: Dated<readonly Loan[]>;
}
