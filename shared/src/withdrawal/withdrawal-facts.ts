import type { AccountState } from '../account/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import type { RetirementCategory } from '../policy/index.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** A fund loan of this centre that is still running. */
export interface LoanFacts {
  readonly balanceFen: number;
  readonly overduePeriods: number;
  /** Principal and interest repaid since the last withdrawal for it, 12 months at most, as the core counts it. */
  readonly repaid: { readonly fromDate: PlainDate; readonly toDate: PlainDate; readonly principalFen: number; readonly interestFen: number };
}

/** What a shared source said of a purchase contract the person named. */
export interface ContractDocument {
  readonly kind: 'purchase-contract';
  /** `unavailable` is never a mismatch. */
  readonly result: 'confirmed' | 'mismatch' | 'not-found' | 'unavailable';
  readonly local: boolean;
  readonly paidFen?: number;
}
export type WithdrawalDocument = ContractDocument;

/** Everything the rules look at. All of it comes from the core; nothing is guessed: what is not known says so. */
export interface WithdrawalFacts {
  readonly accountState: AccountState;
  readonly balanceFen: number;
  /** What a partial withdrawal must leave. */
  readonly mustStayFen: number;
  readonly household: 'local' | 'elsewhere' | 'unknown';
  /** Since when the account is sealed, when it is. */
  readonly sealedSince?: PlainDate;
  readonly birthDate?: PlainDate;
  readonly sex?: 'male' | 'female';
  readonly retirementCategory?: RetirementCategory;
  /** Months contributed without a break. */
  readonly contributionMonths: number;
  /** Whether a home in the city is on file. */
  readonly ownsHome: boolean | 'unknown';
  readonly loan: LoanFacts | null;
  readonly lastWithdrawals: Readonly<Partial<Record<WithdrawalRouteId, PlainDate>>>;
  /** The day a route is open again, as the core keeps it. */
  readonly nextPermitted: Readonly<Partial<Record<WithdrawalRouteId, PlainDate>>>;
  readonly runningCases: readonly { readonly route: WithdrawalRouteId; readonly caseId?: string }[];
  /** The person's own class I cards the core can pay to. */
  readonly usableCards: number;
  /** What must be put right first, found at binding. */
  readonly tasks: readonly ('name-differs' | 'mobile-differs')[];
  readonly documents: readonly WithdrawalDocument[];
}
