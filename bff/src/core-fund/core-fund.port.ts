import type { AccountState, CaseMatter, CivilDate, EntryKind, IdType, Instant, LoanMatter, Month, SourceCheck, WithdrawalRouteId } from '@anju/shared/contract';
import type { BookingOutcome, BookingWish, CoreBooking, CoreServicePoint, CoreSlot } from './core-booking.ts';
import type { CoreLoan, CoreLoanPlan, LoanApplication, LoanPrepayment } from './core-loan.ts';
import type { CoreHistory, CoreSourceName, CoreSources, DeclaredFacts } from './core-sources.ts';

/** A reading call: an answer with the core's own moment, a coded no, or nothing. */
export type CoreRead<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly asOf: Instant }
  | { readonly kind: 'refused'; readonly code: CoreRefusalCode }
  | { readonly kind: 'unreachable' };

/** A writing call has three outcomes. Unknown is a value: it is settled by asking for the same request number. */
export type CoreOutcome<T> =
  | { readonly kind: 'accepted'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: CoreRefusalCode; readonly params?: Readonly<Record<string, string | number>> }
  | { readonly kind: 'unknown' };

/** The core's refusals in our words (interface.md §1.4). */
export type CoreRefusalCode =
  | 'person-not-found' | 'name-differs' | 'account-not-found' | 'counter-code-wrong'
  | 'amount-above-balance' | 'must-stay' | 'account-frozen' | 'account-state' | 'case-running' | 'before-next-date'
  | 'reason-must-be-repayment' | 'card-not-own-class-one' | 'amount-above-maximum' | 'reason-not-allowed' | 'loan-in-arrears'
  | 'no-loan' | 'material-missing' | 'home-already-used' | 'contract-missing' | 'outside-window' | 'correct-first'
  | 'cannot-cancel' | 'not-found' | 'rejected'
  // the other routes
  | 'not-offered' | 'year-used' | 'period-taken' | 'owns-home' | 'contributions-too-short' | 'sealed-too-short' | 'household-local' | 're-employed'
  | 'not-yet-retired' | 'source-mismatch' | 'material-unreadable' | 'material-wrong' | 'relation-not-covered' | 'closing-amount' | 'transfer-running'
  | 'contribution-pending' | 'barred' | 'account-elsewhere' | 'no-commercial-loan' | 'escrow-unknown' | 'illness-not-listed' | 'proof-too-new'
  | 'not-dangerous' | 'amount-not-proven' | 'answer-missing' | 'card-wrong' | 'standing-exists' | 'standing-unknown' | 'standing-skips-full'
  // the loan
  | 'contribution-months' | 'loan-running' | 'loan-count' | 'loan-case-running' | 'house-not-confirmed' | 'amount-above-limit'
  | 'partner-not-married' | 'term-too-long' | 'prepayment-below-least'
  // places and times
  | 'slot-full' | 'slot-closed' | 'booking-exists' | 'not-waiting-for-signing';

/** Opaque name of a person at the core. */
export type CustomerNo = string;

export interface CoreAccount {
  readonly accountNo: string;
  readonly state: AccountState;
  readonly stateSince?: CivilDate;
  readonly stateReason?: string;
  readonly employer: string | null;
  readonly balanceFen: number;
  /** Both sides together, and each as the core books it. */
  readonly monthlyFen: number;
  readonly unitMonthlyFen: number;
  readonly personMonthlyFen: number;
  /** Mean daily balance of the last 12 months; null when the core does not say. */
  readonly averageBalance12Fen: number | null;
  /** Interest to today that is not booked yet; absent when the core does not say. */
  readonly accruedInterestFen?: number;
  readonly contributionBaseFen: number;
  readonly paidThrough: Month;
  readonly openedOn: CivilDate;
}
export interface CoreCard {
  readonly cardNo: string;
  /** The full number as the core holds it; must not leave the BFF unmasked. */
  readonly number: string;
  readonly bank: string;
  readonly usable: boolean;
}
export interface CoreOverview {
  readonly person: {
    readonly name: string;
    /** null: a kind of document this version does not know. */
    readonly idType: IdType | null;
    readonly idNumber: string;
    readonly mobile: string | null;
    readonly sex: 'male' | 'female' | null;
    readonly birthDate: CivilDate | null;
    readonly maritalStatus: 'single' | 'married' | 'widowed' | 'divorced' | null;
    readonly household: 'local' | 'elsewhere' | null;
  };
  readonly accounts: readonly CoreAccount[];
  readonly lastContribution: { readonly accountNo: string; readonly bookedOn: CivilDate; readonly amountFen: number; readonly month: Month } | null;
  readonly contributionMonths: { readonly consecutive: number; readonly total: number };
  readonly loans: readonly CoreLoan[];
  /** Loans this person owes too as the co-borrower, the other's to prepay and to change; absent in what was kept before the core told of them. */
  readonly jointLoans?: readonly CoreLoan[];
  /** Fund loans this person has had, a running one included. */
  readonly loanCount: number;
  /** Loan cases on their way at the core. */
  readonly loanCases: readonly { readonly caseNo: string; readonly matter: LoanMatter }[];
  readonly cards: readonly CoreCard[];
  /** Homes on file in this city. */
  readonly homes: number;
  readonly withdrawal: {
    readonly mustStayFen: number;
    readonly repaid: { readonly from: CivilDate; readonly to: CivilDate; readonly principalFen: number; readonly interestFen: number } | null;
    readonly last: readonly { readonly route: WithdrawalRouteId; readonly on: CivilDate }[];
    readonly nextPermitted: readonly { readonly route: WithdrawalRouteId; readonly on: CivilDate }[];
    readonly running: readonly { readonly caseNo: string; readonly route: WithdrawalRouteId }[];
    readonly history: CoreHistory;
  };
  readonly tasks: readonly ('name-differs' | 'mobile-differs')[];
}
export interface CoreEntry {
  readonly entryNo: string;
  readonly bookedOn: CivilDate;
  readonly kind: EntryKind;
  readonly amountFen: number;
  readonly balanceFen: number;
  readonly month?: Month;
  readonly employer?: string;
  /** A new contribution base was announced (A.5 10). */
  readonly newBase?: true;
}
/** The core's states in our words. */
export type CoreCaseState =
  | 'received' | 'accepted' | 'under-review' | 'approved'
  /** Approved, and waiting for the contract to be signed. */
  | 'signing'
  /** Signed, and with the mortgage registration. */
  | 'mortgage'
  | 'paid' | 'refused' | 'cancelled' | 'payment-failed';
export interface CoreCaseStage {
  /** `paid` is a desk of its own only in a pre-application (放款). */
  readonly stage: 'received' | 'accepted' | 'under-review' | 'approved' | 'signing' | 'mortgage' | 'paid';
  readonly post: string;
  readonly limitWorkingDays: number;
  readonly startedAt?: Instant;
  readonly dueAt?: Instant;
  readonly doneAt?: Instant;
  /** Not the centre's own work, and so not on its clock. */
  readonly outside?: boolean;
}
export interface CoreCase {
  readonly caseNo: string;
  readonly requestNo: string;
  readonly route: CaseMatter;
  readonly amountFen: number;
  /** null for a case in which no money goes to or comes from a card of the person. */
  readonly cardNo: string | null;
  readonly state: CoreCaseState;
  readonly stages: readonly CoreCaseStage[];
  readonly checks: readonly SourceCheck[];
  /** `about`: what it is in our words, where the centre's own code for it is one of the interface's. */
  readonly refusal?: { readonly code: string; readonly words: string; readonly about?: CoreRefusalCode };
  readonly paidAt?: Instant;
  readonly nextPermittedOn?: CivilDate;
  /** Of a closing withdrawal: interest to the day, beside the amount. */
  readonly interestFen?: number;
  /** Of a run that a standing order made: which. */
  readonly orderNo?: string;
  /** Of a prepayment: which loan, and what its amount is made of. */
  readonly prepayment?: { readonly loanNo: string; readonly principalFen: number; readonly interestFen: number };
}
export interface ContractCheck {
  readonly result: 'matched' | 'mismatch' | 'not-found' | 'unavailable';
  readonly address?: string;
  readonly priceFen?: number;
  readonly paidFen?: number;
  readonly filedOn?: CivilDate;
  readonly local?: boolean;
}
export interface WithdrawalApplication {
  readonly customerNo: CustomerNo;
  readonly accountNo: string;
  readonly route: WithdrawalRouteId;
  readonly amountFen: number;
  /** Absent where the money goes to a supervised account. */
  readonly cardNo?: string;
  /** Number of the supervised account, of a down payment. */
  readonly escrowNo?: string;
  readonly homeNo?: string;
  readonly declared?: DeclaredFacts;
  readonly contractNumber?: string;
  readonly homeIsLocal?: boolean;
  readonly materialNos?: readonly string[];
  /** When the person asked. The same request number must always come with the same moment: hand in the case's own, not now. */
  readonly appliedAt?: Instant;
}
export interface CoreEvent {
  readonly eventNo: number;
  readonly at: Instant;
  readonly caseNo: string;
  readonly requestNo: string;
  readonly customerNo: CustomerNo;
  /** Absent for a state this version has no word for; the case itself must be read then. */
  readonly state?: CoreCaseState;
}
/** A page of the event feed. */
export interface CoreEventPage {
  readonly events: readonly CoreEvent[];
  /** The last event number of the page, also of events that say nothing to us; undefined when there is nothing new. */
  readonly readThrough?: number;
  /** More may be waiting behind this page. */
  readonly more: boolean;
}

/** The core fund system through one narrow port. Amounts in fen, dates civil, no pinyin on this side. Every call has a deadline; only reading calls are retried. */
export abstract class CoreFund {
  abstract verifyPerson(who: { readonly idType: IdType; readonly idNumber: string; readonly name: string; readonly mobile?: string; readonly counterCode?: string }): Promise<
    CoreRead<{ readonly customerNo: CustomerNo; readonly name: 'agrees' | 'differs'; readonly mobile: 'agrees' | 'differs' | 'not-on-file' }>
  >;
  /** One call for everything a person's screens need. */
  abstract overview(customerNo: CustomerNo): Promise<CoreRead<CoreOverview>>;
  /** What the shared sources say of the person: all of them, or those named, in one call. */
  abstract consult(customerNo: CustomerNo, sources?: readonly CoreSourceName[]): Promise<CoreRead<CoreSources>>;
  abstract entries(customerNo: CustomerNo, accountNo: string, filter: { readonly from?: CivilDate; readonly to?: CivilDate; readonly kind?: EntryKind; readonly cursor?: string; readonly size: number }): Promise<
    CoreRead<{ readonly items: readonly CoreEntry[]; readonly cursor?: string }>
  >;
  abstract checkContract(customerNo: CustomerNo, contractNumber: string): Promise<CoreRead<ContractCheck>>;
  abstract sendMaterial(requestNo: string, customerNo: CustomerNo, material: { readonly mediaType: string; readonly bytes: Buffer }): Promise<CoreOutcome<{ readonly materialNo: string }>>;
  abstract applyWithdrawal(requestNo: string, application: WithdrawalApplication): Promise<CoreOutcome<CoreCase>>;
  /** Settles an unknown: what became of this request number. `never-arrived` is final, the core has closed the number. */
  abstract outcomeOf(requestNo: string): Promise<CoreOutcome<CoreCase> | { readonly kind: 'never-arrived' }>;
  abstract caseOf(customerNo: CustomerNo, caseNo: string): Promise<CoreRead<CoreCase>>;
  abstract cancel(requestNo: string, customerNo: CustomerNo, caseNo: string): Promise<CoreOutcome<CoreCase>>;
  /** Registers a card of one's own to be paid to. The number is for the core alone. */
  abstract addCard(requestNo: string, customerNo: CustomerNo, number: string): Promise<CoreOutcome<Omit<CoreCard, 'usable'>>>;
  abstract removeCard(requestNo: string, customerNo: CustomerNo, cardNo: string): Promise<CoreOutcome<null>>;
  /** Whether the civil-affairs source knows two people as married to each other. */
  abstract checkMarriage(customerNo: CustomerNo, other: CustomerNo): Promise<CoreRead<'married' | 'not-married' | 'unavailable'>>;
  abstract loanPlan(customerNo: CustomerNo, loanNo: string): Promise<CoreRead<CoreLoanPlan>>;
  abstract applyLoan(requestNo: string, application: LoanApplication): Promise<CoreOutcome<CoreCase>>;
  abstract prepayLoan(requestNo: string, prepayment: LoanPrepayment): Promise<CoreOutcome<CoreCase>>;
  abstract servicePoints(): Promise<CoreRead<readonly CoreServicePoint[]>>;
  /** The slots of a place from a day on, those that lie ahead. */
  abstract slots(pointNo: string, from: CivilDate): Promise<CoreRead<readonly CoreSlot[]>>;
  /** Unknown is settled by the same call again: a request number that comes twice with the same body gets its first answer. */
  abstract book(requestNo: string, wish: BookingWish): Promise<BookingOutcome>;
  abstract cancelBooking(requestNo: string, customerNo: CustomerNo, bookingNo: string): Promise<CoreOutcome<CoreBooking>>;
  abstract bookings(customerNo: CustomerNo): Promise<CoreRead<readonly CoreBooking[]>>;
  abstract useCounterCode(requestNo: string, customerNo: CustomerNo, code: string): Promise<CoreOutcome<{ readonly validUntil: Instant }>>;
  abstract eventsAfter(eventNo: number, limit: number): Promise<CoreRead<CoreEventPage>>;
  /** Checks the signature of a pushed batch over its raw bytes; undefined when it does not hold. */
  abstract readPushedEvents(path: string, headers: Readonly<Record<string, string | string[] | undefined>>, body: Buffer): readonly CoreEvent[] | undefined;
}
