import type { CivilDate, Instant } from '@anju/shared/contract';
import type { CustomerNo } from './core-fund.port.ts';

export interface CoreLoan {
  readonly loanNo: string;
  readonly contractNo: string;
  readonly grantedFen: number;
  readonly balanceFen: number;
  readonly annualRateMillionths: number;
  /** null: a method this version cannot compute. */
  readonly method: 'equal-instalment' | 'equal-principal' | null;
  readonly months: number;
  readonly grantedOn: CivilDate;
  readonly nextDueOn: CivilDate;
  readonly nextDueFen: number;
  readonly overduePeriods: number;
  readonly overdueFen: number;
  readonly settled: boolean;
  /** 冲还贷: whether the account pays the instalment each month. */
  readonly offset: { readonly state: 'signed'; readonly since: CivilDate } | { readonly state: 'none' };
  readonly paidPrincipalFen: number;
  readonly paidInterestFen: number;
  /** The part of the principal that was paid ahead of the plan. */
  readonly prepaidFen: number;
  readonly periodsLeft: number;
}
/** A loan's plan from its first instalment to its last, as the core keeps it. */
export interface CoreLoanPlan {
  readonly rows: readonly CorePlanRow[];
  readonly paidPrincipalFen: number;
  readonly paidInterestFen: number;
  readonly prepaidFen: number;
}
export interface CorePlanRow {
  readonly period: number;
  readonly dueOn: CivilDate;
  readonly instalmentFen: number;
  readonly principalFen: number;
  readonly interestFen: number;
  readonly balanceFen: number;
  readonly annualRateMillionths: number;
  readonly state: 'paid' | 'overdue' | 'ahead';
}
/** 贷款预受理. */
export interface LoanApplication {
  readonly customerNo: CustomerNo;
  /** Whole yuan. */
  readonly amountFen: number;
  readonly months: number;
  readonly method: 'equal-instalment' | 'equal-principal';
  readonly contractNumber: string;
  readonly priceFen: number;
  readonly houseOrder: 'first' | 'second';
  readonly houseKind: 'new' | 'second-hand' | 'affordable';
  /** The spouse who borrows too. */
  readonly partner?: CustomerNo;
  /** As in WithdrawalApplication. */
  readonly appliedAt: Instant;
}
/** 提前还款. */
export interface LoanPrepayment {
  readonly customerNo: CustomerNo;
  readonly loanNo: string;
  /** `instalment` stays and the loan ends sooner; `term` stays and the instalment falls; `whole` settles the loan. */
  readonly keep: 'instalment' | 'term' | 'whole';
  /** Principal; left out with `whole`. */
  readonly amountFen?: number;
  readonly cardNo: string;
  /** As in WithdrawalApplication. */
  readonly appliedAt: Instant;
}
