import type { CivilDate, Month, SourceCheck, SourceName, StandingOrderKind, WithdrawalRouteId } from '@anju/shared/contract';

/** The shared sources that the core asks for us. */
export type CoreSourceName = Exclude<SourceName, 'core' | 'bank'>;
/** How a source answered; `unavailable` is never a mismatch. */
export type CoreSourceCheck = Omit<SourceCheck, 'source' | 'result'> & { readonly source: CoreSourceName; readonly result: 'matched' | 'mismatch' | 'unavailable' };

export type CoreHouseKind = 'new' | 'second-hand' | 'affordable';
/** An account of a developer that is supervised: a down payment goes there. */
export interface CoreEscrow {
  readonly name: string;
  readonly bank: string;
  /** The full number, which TQ1002 takes; must not leave the BFF unmasked. */
  readonly number: string;
}
/** A home as the real-estate register has it: with a certificate it is owned, without one a contract was filed. Amounts in fen; what it does not say is absent. */
export interface CoreHome {
  readonly homeNo: string;
  readonly address: string;
  readonly kind: CoreHouseKind;
  readonly contractNumber?: string;
  readonly filedOn?: CivilDate;
  readonly certificateOn?: CivilDate;
  readonly builtOn?: CivilDate;
  readonly areaHundredths: number;
  readonly priceFen: number;
  readonly paidFen?: number;
  readonly downPaymentFen?: number;
  readonly withLoan: boolean;
  readonly escrow?: CoreEscrow;
}
export interface CoreRentContract {
  readonly contractNumber: string;
  readonly monthlyFen: number;
  readonly publicHousing: boolean;
  readonly from: CivilDate;
  readonly to: CivilDate;
}
export interface CoreWorks {
  readonly kind: 'build' | 'rebuild' | 'overhaul';
  readonly permitNumber: string;
  readonly grade?: 'A' | 'B' | 'C' | 'D';
  readonly costFen?: number;
  readonly address: string;
}
export interface CoreLift {
  readonly address: string;
  readonly completedOn: CivilDate;
  readonly ownShareFen: number;
  readonly relation: 'owner' | 'spouse' | 'child' | 'parent';
}
export interface CoreCommercialLoan {
  readonly contractNumber: string;
  readonly bank: string;
  readonly contracted: boolean;
  readonly overduePeriods: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Since the last withdrawal for it, 12 months at most. */
  readonly principalFen: number;
  readonly interestFen: number;
}

/** What the shared sources say of a person; a group is absent when its source did not agree or does not know. */
export interface CoreSources {
  readonly checks: readonly CoreSourceCheck[];
  readonly household?: 'local' | 'elsewhere';
  /** Settled abroad since. */
  readonly settledAbroadOn?: CivilDate;
  readonly maritalStatus?: 'single' | 'married' | 'widowed' | 'divorced';
  readonly children?: number;
  readonly homes?: readonly CoreHome[];
  readonly rentContract?: CoreRentContract;
  readonly works?: CoreWorks;
  readonly lift?: CoreLift;
  readonly retirementMonth?: Month;
  readonly retired?: boolean;
  readonly employmentEndedOn?: CivilDate;
  /** Completely unable to work. */
  readonly unableToWork?: boolean;
  readonly illness?: { readonly ownCostFen: number; readonly settledOn: CivilDate; readonly listed: boolean };
  readonly employed?: boolean;
  readonly employerState?: 'exists' | 'deregistered';
  readonly commercialLoan?: CoreCommercialLoan;
  readonly propertyFee?: { readonly paidFen: number; readonly homes: number };
  readonly renovation?: { readonly costFen: number; readonly homeNo: string };
}

/** What one states oneself, used by the core only where the source is silent. Amounts in fen. */
export interface DeclaredFacts {
  readonly rentMonthlyFen?: number;
  readonly costFen?: number;
  readonly costOn?: CivilDate;
  readonly relation?: 'owner' | 'spouse' | 'child' | 'parent';
  readonly houseKind?: CoreHouseKind;
  readonly downPaymentFen?: number;
  /** A new citizen or young (新市民、青年人). */
  readonly newOrYoung?: boolean;
  readonly repaidFen?: number;
  readonly retirementCategory?: 'M60' | 'F55' | 'F50';
  readonly certificateOn?: CivilDate;
  readonly areaHundredths?: number;
  readonly grade?: 'A' | 'B' | 'C' | 'D';
  readonly ownCostFen?: number;
  readonly settledOn?: CivilDate;
}

/** Money withdrawn in a calendar year by a route, the spouse's included. */
export interface CoreYearUsed {
  readonly route: WithdrawalRouteId;
  readonly year: number;
  readonly amountFen: number;
}
/** What runs by itself. */
export interface CoreStanding {
  readonly orderNo: string;
  readonly kind: StandingOrderKind;
  readonly state: 'running' | 'paused' | 'ended';
}
/** The facts of GR1002 that came with the other routes; a core that does not say leaves them empty. */
export interface CoreHistory {
  readonly yearUsed: readonly CoreYearUsed[];
  /** Withdrawn by the spouse for the same home, works, lift or loan. */
  readonly family: readonly { readonly route: WithdrawalRouteId; readonly amountFen: number; readonly homeNo?: string }[];
  /** `homeNo` is the home's number; of a contract without one its number, of works the permit's, of a lift the address. */
  readonly homesUsed: readonly { readonly route: WithdrawalRouteId; readonly homeNo: string; readonly on: CivilDate }[];
  readonly covered: readonly { readonly route: WithdrawalRouteId; readonly from: CivilDate; readonly to: CivilDate }[];
  readonly standing: readonly CoreStanding[];
  readonly paused: readonly WithdrawalRouteId[];
  /** After false papers; `until` is the day it is over. */
  readonly barred: { readonly matter: 'withdrawal' | 'loan'; readonly until: CivilDate } | null;
  readonly accountElsewhere: boolean;
  readonly contributionPending: boolean;
  readonly transferRunning: boolean;
}
