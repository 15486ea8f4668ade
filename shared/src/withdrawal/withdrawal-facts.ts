import type { AccountState } from '../account/index.ts';
import type { PlainDate, YearMonth } from '../calendar/index.ts';
import type { HouseKind, Relation, RetirementCategory } from '../policy/index.ts';
import type { SourceName } from './route-definition.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** A fund loan of this centre that is still running, owed by this person alone or with another. */
export interface LoanFacts {
  /** As whom they owe it, where it is not as its borrower. */
  readonly role?: 'co-borrower';
  readonly balanceFen: number;
  readonly overduePeriods: number;
  /** Principal and interest repaid since one's own last withdrawal for it, 12 months at most, less what others who owe it withdrew, as the core counts it. */
  readonly repaid: { readonly fromDate: PlainDate; readonly toDate: PlainDate; readonly principalFen: number; readonly interestFen: number };
  /** What the spouse has withdrawn for the same repayments. */
  readonly familyFen?: number;
}

/** What a shared source answered; `unavailable` is never a mismatch. */
export type SourceResult = 'confirmed' | 'mismatch' | 'not-found' | 'unavailable';

/** What a shared source said of a purchase contract the person named. */
export interface ContractDocument {
  readonly kind: 'purchase-contract';
  readonly number?: string;
  readonly result: SourceResult;
  readonly local: boolean;
  readonly paidFen?: number;
}

export type ProofKind = 'retirement' | 'disability' | 'employment-ended' | 'emigration' | 'death' | 'inheritance';

/** What a shared source said of another proof. */
export interface ProofDocument {
  readonly kind: ProofKind;
  readonly result: SourceResult;
}
export type WithdrawalDocument = ContractDocument | ProofDocument;

/** The home a withdrawal is for; what no source told is absent. */
export interface HomeFacts {
  /** The number its contract is filed under. */
  readonly contractNumber?: string;
  readonly city?: 'local' | 'elsewhere';
  /** The supervised account of the seller (预售资金监管账户). */
  readonly escrowAccount?: string;
  readonly kind?: HouseKind;
  /** The day the contract was filed. */
  readonly boughtOn?: PlainDate;
  /** The day of the certificate. */
  readonly certificateOn?: PlainDate;
  /** The day the house was finished. */
  readonly builtOn?: PlainDate;
  readonly withLoan?: boolean;
  /** Own money paid for it: the price, or with a loan the down payment. */
  readonly paidFen?: number;
  readonly downPaymentFen?: number;
  /** Hundredths of a square metre. */
  readonly areaHundredths?: number;
  /** What renovating it cost, by invoice. */
  readonly renovationCostFen?: number;
  /** Withdrawals made for this very home before, this person's own or at another centre. */
  readonly used?: readonly { readonly route: WithdrawalRouteId; readonly at: 'here' | 'other-centre'; readonly on?: PlainDate }[];
  /** What others in the family, the spouse first, have withdrawn for it, by route. */
  readonly familyFen?: Readonly<Partial<Record<WithdrawalRouteId, number>>>;
}

/** 建造、翻建、大修. */
export interface WorksFacts {
  readonly kind?: 'build' | 'rebuild' | 'overhaul';
  /** The permit, or for an overhaul the surveyor's grade. */
  readonly permit?: SourceResult;
  /** 房屋安全鉴定等级. */
  readonly grade?: 'A' | 'B' | 'C' | 'D';
  readonly costFen?: number;
  readonly used?: boolean;
  readonly familyFen?: number;
}

export interface RentFacts {
  readonly monthlyFen?: number;
  /** The contract is filed with the city. */
  readonly filed?: boolean;
  /** 公租房、保障性租赁住房. */
  readonly publicHousing?: boolean;
  /** 新市民、青年人. */
  readonly youngOrNew?: boolean;
  /** Whether the rent is above the city's share of the household's income: asked by law until 2026-09-19. */
  readonly aboveIncomeShare?: boolean;
  readonly yearUsed?: YearUsed;
  /** What the spouse has withdrawn for this month's rent. */
  readonly familyFen?: number;
}

/** What has been withdrawn in a calendar year, the spouse's part among it. */
export interface YearUsed {
  readonly year: number;
  readonly amountFen: number;
}

export interface PropertyFeeFacts {
  readonly paidFen?: number;
  readonly homes?: number;
  readonly yearUsed?: YearUsed;
}

/** 商业性住房贷款. */
export interface CommercialLoanFacts {
  /** Whether the bank has a contract with the centre, so that what was repaid needs no papers. */
  readonly contracted?: boolean;
  readonly overduePeriods?: number;
  /** Principal and interest repaid since the last withdrawal for it, 12 months at most. */
  readonly repaid?: LoanFacts['repaid'];
  readonly familyFen?: number;
}

export interface LiftFacts {
  /** The household's share after the subsidy. */
  readonly ownShareFen?: number;
  readonly completedOn?: PlainDate;
  readonly relation?: Relation | 'other';
  readonly used?: boolean;
  readonly familyFen?: number;
}

export interface IllnessFacts {
  /** What insurance left to the person. */
  readonly ownCostFen?: number;
  readonly paidOn?: PlainDate;
  /** Whether the illness is on the centre's list. */
  readonly listed?: boolean;
  readonly familyFen?: number;
}

/** Facts of a route without a group of its own, by their names. */
export type FactGroup = Readonly<Record<string, string | number | boolean | YearUsed>>;

/** 冲还贷 of the fund loan, the monthly repayment of a bank's loan, the monthly rent. */
export type StandingOrder = 'offset' | 'repay-commercial-loan' | 'rent';

/** A span that an earlier withdrawal, the person's or the spouse's, was for. */
export interface CoveredSpan {
  readonly route: WithdrawalRouteId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Everything the rules look at, from the core and the shared sources; nothing is guessed: what is not known is `unknown` or absent, and a
 * route that needs it says so.
 */
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
  /** As the social insurance keeps it; goes before what is computed from the birthday. */
  readonly retirementMonth?: YearMonth;
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

  readonly home?: HomeFacts | 'unknown';
  readonly works?: WorksFacts | 'unknown';
  readonly rent?: RentFacts | 'unknown';
  readonly propertyFee?: PropertyFeeFacts | 'unknown';
  /** null: there is none. */
  readonly commercialLoan?: CommercialLoanFacts | 'unknown' | null;
  readonly lift?: LiftFacts | 'unknown';
  readonly illness?: IllnessFacts | 'unknown';
  /** Facts of routes that have no group of their own here, by route. */
  readonly groups?: Readonly<Record<string, FactGroup | 'unknown'>>;
  readonly family?: { readonly married?: boolean; readonly children?: number };
  /** Both sides together. */
  readonly monthlyContributionFen?: number;
  /** What earlier withdrawals for rent or a loan were for: a month pays one of the two. */
  readonly covered?: readonly CoveredSpan[];
  /** Whether another employer contributes again. */
  readonly employed?: boolean | 'unknown';
  /** An account at another centre. */
  readonly accountElsewhere?: boolean | 'unknown';
  /** A transfer to or from another centre is under way. */
  readonly transferRunning?: boolean;
  /** The person has locked withdrawals. */
  readonly locked?: boolean;
  /** The shared sources that do not answer: what rests on one of them a clerk decides. */
  readonly silent?: readonly SourceName[];
  /** The fields that the person answered because no source did: a clerk decides, on papers. */
  readonly answered?: readonly string[];
  /** A contribution is on its way to the account. */
  readonly contributionPending?: boolean;
  /** False papers found out: the law bars withdrawals for years. */
  readonly falsePapers?: { readonly for: 'withdrawal' | 'loan'; readonly on: PlainDate };
  /** The day such a bar is over, where the core keeps that itself. */
  readonly barredUntil?: PlainDate;
  /** What the centre has announced it does not take for the time being. */
  readonly pausedRoutes?: readonly WithdrawalRouteId[];
  /** What runs by itself and ends with the account. */
  readonly standingOrders?: readonly StandingOrder[];
  /** Interest not yet paid out, as the core counts it today. */
  readonly accruedInterestFen?: number;
}
