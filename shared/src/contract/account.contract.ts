import type { CivilDate, Dated, FenAmount, Instant, Month, Reason } from './common.contract.ts';
import type { CaseSummary } from './progress.contract.ts';
import type { MaskedPerson } from './session.contract.ts';
import type { WithdrawalRouteId } from './withdrawal.contract.ts';

/** JGJ/T 320 A.6, in our words. */
export type AccountState = 'normal' | 'sealed' | 'merged' | 'transferred-out' | 'closed' | 'frozen' | 'other';

export interface Account {
  readonly accountId: string;
  /** The last four of the account number. */
  readonly numberTail: string;
  readonly state: AccountState;
  /** Why and since when, when it is not normal. */
  readonly stateSince?: CivilDate;
  readonly stateReason?: string;
  readonly employer: string | null;
  readonly balanceFen: FenAmount;
  /** Both sides together, and each as the core books it. */
  readonly monthlyFen: FenAmount;
  readonly unitMonthlyFen: FenAmount;
  readonly personMonthlyFen: FenAmount;
  readonly contributionBaseFen: FenAmount;
  readonly paidThrough: Month;
  readonly openedOn: CivilDate;
}
export interface AccountsReply {
  readonly accounts: Dated<readonly Account[]>;
}
export type EntryKind = 'contribution' | 'withdrawal' | 'interest' | 'transfer' | 'other';
export interface Entry {
  readonly entryId: string;
  readonly bookedOn: CivilDate;
  readonly kind: EntryKind;
  /** Signed: a withdrawal is negative. */
  readonly amountFen: FenAmount;
  readonly balanceFen: FenAmount;
  readonly month?: Month;
  readonly employer?: string;
  /** No money moved: the base was set anew. */
  readonly newBase?: true;
}
export interface EntriesReply {
  readonly items: readonly Entry[];
  readonly asOf: Instant;
  readonly cursor?: string;
}
export interface AccountParams {
  readonly accountId: string;
}
export interface EntriesQuery {
  readonly cursor?: string;
  /** Calendar year, `2026`. */
  readonly year?: string;
  readonly kind?: EntryKind;
}

/**
 * What stands out in a contribution history; the words are the phone's. Parameters: `gap` months, resumedIn? · `double` times, totalFen, employers ·
 * `base-change` beforeFen?, afterFen? · `amount-change` beforeFen, afterFen, why (`july`, `new-employer`, `none`) · `late` bookedOn, months.
 */
export interface HistoryFinding {
  readonly code: 'gap' | 'double' | 'base-change' | 'amount-change' | 'late';
  readonly from: Month;
  readonly to: Month;
  readonly params?: Readonly<Record<string, string | number>>;
}
export interface GapsReply {
  readonly asOf: Instant;
  /** As the core counts them for loans, over all accounts of the person. */
  readonly months: { readonly consecutive: number; readonly total: number };
  /** The months that were looked at. */
  readonly from: Month;
  readonly to: Month;
  /** Newest first. */
  readonly findings: readonly HistoryFinding[];
}
export interface StatementParams {
  readonly accountId: string;
  /** `2025`: from 1 July 2025 to 30 June 2026. */
  readonly fundYear: string;
}
/** Interest at one rate of the year, with its days and where the rate stands. */
export interface InterestPart {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Before 2016-02-21 what was carried over earned another rate than this year's money. */
  readonly money: 'all' | 'carried' | 'current';
  /** Sum of the daily balances, fen times days. */
  readonly balanceDaysFen: number;
  readonly annualRateMillionths: number;
  readonly source: FigureSource;
}
export interface FigureSource {
  readonly id: string;
  readonly title: string;
  readonly date: CivilDate | null;
  readonly seenOn: CivilDate;
}
/** 上年结转 + 缴存 + 转入 + 利息 − 提取 − 转出 + 其他 = 本息合计, each from the ledger of the core. */
export interface StatementReply {
  readonly asOf: Instant;
  readonly fundYear: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** False while the year still runs: interest is then what has accrued to the day. */
  readonly settled: boolean;
  readonly carriedFen: FenAmount;
  readonly contributedFen: FenAmount;
  readonly transferredInFen: FenAmount;
  readonly interestFen: FenAmount;
  readonly withdrawnFen: FenAmount;
  readonly transferredOutFen: FenAmount;
  /** Corrections that are none of these; signed, nearly always 0. */
  readonly otherFen: FenAmount;
  readonly totalFen: FenAmount;
  /** How the interest comes about: sum of daily balances × rate ÷ 360, part by part; null where no rate is known (before 2012-07-06). */
  readonly interestBasis: { readonly balanceDaysFen: number; readonly computedFen: FenAmount; readonly parts: readonly InterestPart[] } | null;
  /** Fund years that can be asked for, newest first. */
  readonly years: readonly string[];
}

/** The home page in one call. */
export interface HomeReply {
  readonly person: MaskedPerson;
  readonly centre: { readonly id: string; readonly name: string };
  readonly accounts: Dated<readonly Account[]>;
  readonly lastContribution: Dated<{ readonly bookedOn: CivilDate; readonly amountFen: FenAmount; readonly month: Month } | null>;
  readonly loan: Dated<{ readonly balanceFen: FenAmount; readonly nextDueOn: CivilDate; readonly nextDueFen: FenAmount; readonly overduePeriods: number } | null>;
  readonly runningCases: readonly CaseSummary[];
  /** The one thing worth doing now, if any. */
  readonly suggestion: { readonly route: WithdrawalRouteId; readonly maxFen: FenAmount } | null;
  readonly tasks: readonly Reason[];
  readonly unread: number;
  readonly core: 'up' | 'down';
  readonly now: Instant;
}
