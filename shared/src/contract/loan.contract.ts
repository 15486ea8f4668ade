import type { Booking } from './booking.contract.ts';
import type { CivilDate, Dated, FenAmount, Instant, RateMillionths, Reason } from './common.contract.ts';
import type { CaseReply, CaseRole, CaseStage } from './progress.contract.ts';

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
  readonly supplementaryBalanceFen?: FenAmount;
  readonly monthlyContributionFen: FenAmount;
  readonly contributionBaseFen?: FenAmount;
  readonly contributionMonths: number;
  readonly birthDate: CivilDate;
  readonly sex: 'male' | 'female';
  readonly retirementCategory?: 'M60' | 'F55' | 'F50';
}
export interface EstimateHousehold {
  readonly children?: number;
  readonly taxResident?: boolean;
  readonly talent?: boolean;
  readonly fullTimeDegree?: boolean;
  readonly fundLoansBefore?: number;
  readonly fundLoanRunning?: boolean;
  readonly ownsHome?: boolean;
}
export interface EstimateHouse {
  readonly priceFen: FenAmount;
  readonly order: 'first' | 'second';
  readonly kind: 'new' | 'second-hand' | 'affordable';
  readonly greenStars?: number;
  readonly prefab?: boolean;
  readonly locality?: string;
}
export interface EstimateBody {
  readonly centre: string;
  readonly asOf?: CivilDate;
  readonly household: EstimateHousehold;
  readonly applicants: readonly EstimateApplicant[];
  readonly house: EstimateHouse;
  readonly termYears?: number;
  readonly otherMonthlyDebtFen?: FenAmount;
  readonly monthlyIncomeFen?: FenAmount;
}
/** Where a figure comes from. */
export interface PolicySource {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly date: CivilDate | null;
  readonly seenOn: CivilDate;
  readonly confidence: 'high' | 'medium' | 'low';
}
export type LimitName =
  | 'city-cap' | 'price-share' | 'account' | 'repayment-ability' | 'guaranteed-minimum' | 'age-term' | 'contribution-months' | 'loan-count';
export interface LimitLine {
  readonly limit: LimitName;
  /** null: no source gave it, or (`hidden`) it is not shown. */
  readonly amountFen: FenAmount | null;
  /** The formula with its figures in place, in plain Chinese. */
  readonly formula: string;
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly source: PolicySource;
  /** Past its validity; counted, and flagged. */
  readonly expired?: boolean;
  readonly conflict?: { readonly words: string; readonly source: PolicySource };
  /** Left out because it would tell one spouse what the other has. */
  readonly hidden?: boolean;
}
export interface AdviceLine {
  /** What to change, as a code the phone words. */
  readonly change: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };
  readonly effectFen: FenAmount;
  readonly from?: CivilDate;
  readonly lifts: LimitName;
}
export interface EstimateReply {
  /** The least of the known limits; null when the account limit is unknown (no formula was published, or a figure it needs is missing). */
  readonly amountFen: FenAmount | null;
  /** False when a limit that could bind is unknown; then binding is null and the sentence says 最高不超过 atMostFen, never 预计可贷. */
  readonly complete: boolean;
  /** The least of the known limits, whatever is unknown; null when not even one is known. */
  readonly atMostFen: FenAmount | null;
  readonly termMonths: number;
  readonly annualRateMillionths: RateMillionths;
  readonly rateSource: PolicySource;
  readonly binding: LimitName | null;
  readonly limits: readonly LimitLine[];
  readonly downPayment: { readonly leastFen: FenAmount; readonly shareMillionths: number; readonly source: PolicySource } | null;
  readonly instalments: { readonly equalInstalment: ScheduleSummary; readonly equalPrincipal: ScheduleSummary } | null;
  readonly byCategory?: readonly { readonly category: 'M60' | 'F55' | 'F50'; readonly amountFen: FenAmount | null; readonly termMonths: number }[];
  readonly advice: readonly AdviceLine[];
  readonly policy: { readonly centre: string; readonly version: string; readonly effectiveFrom: CivilDate; readonly checkedOn: CivilDate; readonly sources: readonly PolicySource[] };
  readonly unknown: readonly string[];
}

// With the person's own figures
export interface PrequalificationBody {
  readonly household: EstimateHousehold;
  readonly house: EstimateHouse;
  readonly retirementCategory?: 'F55' | 'F50';
  readonly termYears?: number;
  readonly otherMonthlyDebtFen?: FenAmount;
  readonly monthlyIncomeFen?: FenAmount;
}
/** One's own figures as the core has them; never a spouse's. */
export interface OwnFigures {
  readonly balanceFen: FenAmount;
  readonly averageBalance12Fen?: FenAmount;
  readonly monthlyContributionFen: FenAmount;
  readonly contributionBaseFen: FenAmount;
  readonly contributionMonths: number;
}
export interface PrequalificationReply {
  /** Dated by the core's moment; with a spouse only what is joint is shown (`hidden` lines, no sums in formulas). */
  readonly estimate: Dated<EstimateReply>;
  readonly own: Dated<OwnFigures>;
  /** The spouse who joined, masked; null when one counts alone. */
  readonly partner: { readonly maskedName: string } | null;
  /** What the core already knows to stand in the way of an application (frozen, arrears, a running loan, a task …). */
  readonly blockers: readonly Reason[];
  /** A pre-application that is already on its way: open it instead. */
  readonly runningCaseId?: string;
}

// Pre-application (贷款预受理)
export interface PreApplicationBody {
  readonly amountFen: FenAmount;
  readonly termMonths: number;
  readonly method: RepaymentMethod;
  readonly house: EstimateHouse & { readonly contractNumber: string };
  readonly household: EstimateHousehold;
  readonly withPartner: boolean;
  readonly retirementCategory?: 'F55' | 'F50';
  readonly otherMonthlyDebtFen?: FenAmount;
  readonly monthlyIncomeFen?: FenAmount;
}
export interface CaseStarted {
  readonly caseId: string;
  readonly number: string;
  readonly state: CaseStage;
}
export interface PreApplicationParams {
  readonly preApplicationId: string;
}
export interface PreApplicationReply {
  readonly case: CaseReply;
  readonly application: {
    readonly amountFen: FenAmount;
    readonly termMonths: number;
    readonly method: RepaymentMethod;
    readonly contractNumber: string;
    readonly priceFen: FenAmount;
    readonly applicants: readonly { readonly role: 'borrower' | 'spouse'; readonly maskedName: string }[];
  };
  /** A time for signing can be booked once the pre-application is approved. */
  readonly signing: {
    readonly canBook: boolean;
    readonly booking: Booking | null;
    /** Only while the core does not answer. `stale`: the booking is the last one known, of `asOf`; `unknown`: whether there is one nobody can tell. */
    readonly state?: 'stale' | 'unknown';
    readonly asOf?: Instant;
  };
}
export interface HouseCheckBody {
  /** Taken as it was typed: blanks, small letters and full-width signs are forgiven; brackets keep their width. */
  readonly contractNumber: string;
}
/** What the real-estate register says of a purchase contract; `unavailable` is never a mismatch. */
export interface HouseCheckReply {
  readonly result: 'matched' | 'mismatch' | 'not-found' | 'unavailable';
  /** In whose name a matched contract is. One in the name of the spouse who joined counts when the two apply together. */
  readonly buyer?: 'self' | 'partner';
  readonly address?: string;
  readonly priceFen?: FenAmount;
  readonly filedOn?: CivilDate;
}

// My loan
export interface Loan {
  readonly loanId: string;
  /** Of a co-borrower: the loan is theirs to see, and the applicant's to change. Absent: one's own. */
  readonly role?: CaseRole;
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
  /** 冲还贷: whether the account pays the instalment each month. */
  readonly offset: { readonly state: 'signed'; readonly since: CivilDate } | { readonly state: 'none' };
}
export interface LoansReply {
  readonly loans: Dated<readonly Loan[]>;
}
export interface LoanParams {
  readonly loanId: string;
}
export interface PlanRow {
  readonly period: number;
  readonly dueOn: CivilDate;
  readonly instalmentFen: FenAmount;
  readonly principalFen: FenAmount;
  readonly interestFen: FenAmount;
  readonly balanceFen: FenAmount;
  readonly state: 'paid' | 'overdue' | 'ahead';
}
export interface LoanPlanReply {
  readonly loan: Loan;
  readonly asOf: Instant;
  readonly paid: { readonly periods: number; readonly principalFen: FenAmount; readonly interestFen: FenAmount; readonly prepaidFen: FenAmount };
  readonly ahead: { readonly periods: number; readonly interestFen: FenAmount; readonly lastDueOn: CivilDate };
  readonly rows: readonly PlanRow[];
}
export interface PrepaymentQuoteBody {
  /** Left out for the whole balance. */
  readonly amountFen?: FenAmount;
}
export interface PrepaymentOption {
  /** `instalment` stays and the loan ends sooner; `term` stays and the instalment falls; `whole` settles the loan. */
  readonly keep: 'instalment' | 'term' | 'whole';
  readonly savedInterestFen: FenAmount;
  readonly instalmentFen: FenAmount;
  readonly periodsLeft: number;
  readonly lastDueOn: CivilDate;
}
export interface PrepaymentQuoteReply {
  readonly asOf: Instant;
  readonly onDay: CivilDate;
  readonly amountFen: FenAmount;
  /** Interest from the last due day to that day, on 360 days; paid with it. */
  readonly accruedInterestFen: FenAmount;
  readonly toPayFen: FenAmount;
  readonly balanceAfterFen: FenAmount;
  readonly leastFen: FenAmount;
  readonly options: readonly PrepaymentOption[];
}
export interface PrepaymentBody {
  /** Left out with `keep: whole`. */
  readonly amountFen?: FenAmount;
  readonly keep: 'instalment' | 'term' | 'whole';
  readonly bankCardId: string;
}

// Rules and places
export interface CentresReply {
  readonly items: readonly { readonly centre: string; readonly city: string; readonly name: string; readonly version: string; readonly checkedOn: CivilDate }[];
}
export interface CentreParams {
  readonly centre: string;
}
/** The rule pack as data; the phone checks it when it loads it and keeps it. */
export interface PolicyReply {
  readonly centre: string;
  readonly version: string;
  readonly pack: Readonly<Record<string, unknown>>;
}
