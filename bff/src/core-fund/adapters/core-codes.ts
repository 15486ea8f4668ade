import type { AccountState, BookingPurpose, CaseMatter, EntryKind, IdType, LoanMatter, StandingOrderKind, WithdrawalRouteId } from '@anju/shared/contract';
import { routeDefinition, WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import type { CoreServicePoint } from '../core-booking.ts';
import type { CoreCaseStage, CoreCaseState, CoreRefusalCode, ContractCheck, CoreCase } from '../core-fund.port.ts';
import type { CorePlanRow, LoanApplication, LoanPrepayment } from '../core-loan.ts';
import type { CoreHouseKind, CoreLift, CoreSourceCheck, CoreSourceName, CoreStanding, CoreWorks, DeclaredFacts } from '../core-sources.ts';

/** A table with a line for each route: a new one needs none here. */
function byRoute(of: (route: WithdrawalRouteId) => string): Readonly<Record<WithdrawalRouteId, string>> {
  return Object.fromEntries(WITHDRAWAL_ROUTES.map((route) => [route, of(route)])) as Record<WithdrawalRouteId, string>;
}

/** A.1 */
export const WIRE_ID_TYPE: Readonly<Record<IdType, string>> = {
  'resident-id': '01',
  passport: '03',
  'foreign-permanent-resident-id': '04',
  'hmt-residence-permit': '99',
};
export const ID_TYPE: Readonly<Record<string, IdType>> = Object.fromEntries(Object.entries(WIRE_ID_TYPE).map(([ours, wire]) => [wire, ours as IdType]));

/** A.6 */
export const ACCOUNT_STATE: Readonly<Record<string, AccountState>> = {
  '01': 'normal', '02': 'sealed', '03': 'merged', '04': 'transferred-out', '05': 'closed', '06': 'frozen', '99': 'other',
};

/** A.5: contributions 01 02, transfers 06 07 08, interest 09, withdrawals 11 12; everything else only tells of the account. */
export const ENTRY_KIND: Readonly<Record<string, EntryKind>> = {
  '01': 'contribution', '02': 'contribution', '06': 'transfer', '07': 'transfer', '08': 'transfer', '09': 'interest', '11': 'withdrawal', '12': 'withdrawal',
};
/** A.5 基数调整: a new base, without money. */
export const NEW_BASE = '10';

/** GB/T 2261.1; 0 and 9 say nothing. */
export const SEX: Readonly<Record<string, 'male' | 'female' | null>> = { '0': null, '1': 'male', '2': 'female', '9': null };
/** GB/T 2261.2 */
export const MARITAL_STATUS: Readonly<Record<string, 'single' | 'married' | 'widowed' | 'divorced' | null>> = {
  '10': 'single', '20': 'married', '21': 'married', '22': 'married', '23': 'married', '30': 'widowed', '40': 'divorced', '90': null,
};
export const HOUSEHOLD: Readonly<Record<string, 'local' | 'elsewhere'>> = { '1': 'local', '2': 'elsewhere' };
/** A.11, as far as we can compute with them. */
export const REPAYMENT_METHOD: Readonly<Record<string, 'equal-instalment' | 'equal-principal'>> = { '01': 'equal-instalment', '02': 'equal-principal' };
export const WIRE_METHOD: Readonly<Record<LoanApplication['method'], string>> = { 'equal-instalment': '01', 'equal-principal': '02' };

/** Card state: open or closed. */
export const CARD_OPEN: Readonly<Record<string, boolean>> = { '1': true, '2': false };
/** Class of a bank account; money goes to class I only. */
export const CARD_CLASS_ONE: Readonly<Record<string, boolean>> = { '1': true, '2': false, '3': false };

export const WIRE_ROUTE: Readonly<Record<WithdrawalRouteId, string>> = byRoute((route) => route.toUpperCase().replaceAll('-', '_'));
export const ROUTE: Readonly<Record<string, WithdrawalRouteId>> = Object.fromEntries(Object.entries(WIRE_ROUTE).map(([ours, wire]) => [wire, ours as WithdrawalRouteId]));
export const LOAN_MATTER: Readonly<Record<string, LoanMatter>> = { LOAN_PRE_APPLICATION: 'loan-pre-application', LOAN_PREPAYMENT: 'loan-prepayment' };
export const MATTER: Readonly<Record<string, CaseMatter>> = { ...ROUTE, ...LOAN_MATTER };

export const WIRE_HOUSE_ORDER: Readonly<Record<LoanApplication['houseOrder'], string>> = { first: '1', second: '2' };
export const WIRE_HOUSE_KIND: Readonly<Record<LoanApplication['houseKind'], string>> = { new: '1', 'second-hand': '2', affordable: '3' };
/** Relation of a second borrower. */
export const WIRE_SPOUSE = '1';
/** Kind of a prepayment, and for a part of it what stays: the instalment or the term. */
export const WIRE_WHOLE = '2';
export const WIRE_PART = '3';
export const WIRE_KEEP: Readonly<Record<Exclude<LoanPrepayment['keep'], 'whole'>, string>> = { instalment: '1', term: '2' };
export const PLAN_STATE: Readonly<Record<string, CorePlanRow['state']>> = { '1': 'paid', '2': 'overdue', '3': 'ahead' };
/** Monthly offset (冲还贷) signed or not. */
export const OFFSET_SIGNED: Readonly<Record<string, boolean>> = { '0': false, '1': true };

export const MARRIAGE: Readonly<Record<string, 'married' | 'not-married' | 'unavailable'>> = { '1': 'married', '2': 'not-married', '9': 'unavailable' };
export const POINT_KIND: Readonly<Record<string, CoreServicePoint['kind']>> = { '1': 'centre', '2': 'bank' };
/** What a booking is for: 贷款面签, 提取业务. */
export const WIRE_PURPOSE: Readonly<Record<BookingPurpose, string>> = { 'loan-signing': 'DKMQ', 'counter-withdrawal': 'TQYW' };
export const BOOKING_PURPOSE: Readonly<Record<string, BookingPurpose>> = { DKMQ: 'loan-signing', TQYW: 'counter-withdrawal' };
export const BOOKING_CANCELLED: Readonly<Record<string, boolean>> = { '1': false, '2': true };

/** A.7: the reason of each route. Some centres have swapped 06 and 08, so that the table is a setting (CORE_REASONS). */
export type ReasonCodes = Readonly<Record<WithdrawalRouteId, string>>;
/** As each route's definition has it: what the standard has no code for is 99, or the code of the nearest use of a home. */
export const STANDARD_REASONS: ReasonCodes = byRoute((route) => routeDefinition(route).reason);

export const CASE_STATE: Readonly<Record<string, CoreCaseState>> = {
  SQ: 'received', SL: 'accepted', SH: 'under-review', SP: 'approved', MQ: 'signing', DY: 'mortgage', FK: 'paid', DZ: 'paid', BH: 'refused', CX: 'cancelled', FKSB: 'payment-failed',
};
export const CASE_STAGE: Readonly<Record<string, CoreCaseStage['stage']>> = { SQ: 'received', SL: 'accepted', SH: 'under-review', SP: 'approved', MQ: 'signing', DY: 'mortgage', FK: 'paid' };

export const CHECK_RESULT: Readonly<Record<string, ContractCheck['result']>> = { '1': 'matched', '2': 'mismatch', '3': 'not-found', '9': 'unavailable' };
/** The shared sources of GX1001. */
export const WIRE_SOURCE: Readonly<Record<CoreSourceName, string>> = {
  'public-security': 'GA', 'civil-affairs': 'MZ', 'real-estate': 'BDC', 'social-insurance': 'RS', employment: 'JY', 'market-regulation': 'SC', credit: 'ZX', invoice: 'FP',
};
export const SHARED_SOURCE: Readonly<Record<string, CoreSourceName>> = Object.fromEntries(Object.entries(WIRE_SOURCE).map(([ours, wire]) => [wire, ours as CoreSourceName]));
export const SOURCE_RESULT: Readonly<Record<string, CoreSourceCheck['result']>> = { '1': 'matched', '2': 'mismatch', '9': 'unavailable' };
export const CHECK_SOURCE: Readonly<Record<string, CoreCase['checks'][number]['source']>> = { ...SHARED_SOURCE, HX: 'core', YH: 'bank' };

export const HOUSE_KIND: Readonly<Record<string, CoreHouseKind>> = { '1': 'new', '2': 'second-hand', '3': 'affordable' };
export const YES_NO: Readonly<Record<string, boolean>> = { '1': true, '0': false };
export const RELATION: Readonly<Record<string, CoreLift['relation']>> = { '1': 'owner', '2': 'spouse', '3': 'child', '4': 'parent' };
export const WIRE_RELATION: Readonly<Record<CoreLift['relation'], string>> = { owner: '1', spouse: '2', child: '3', parent: '4' };
export const WORKS_KIND: Readonly<Record<string, CoreWorks['kind']>> = { '1': 'build', '2': 'rebuild', '3': 'overhaul' };
export const GRADE: Readonly<Record<string, 'A' | 'B' | 'C' | 'D'>> = { A: 'A', B: 'B', C: 'C', D: 'D' };
export const WIRE_CATEGORY: Readonly<Record<NonNullable<DeclaredFacts['retirementCategory']>, string>> = { M60: '1', F55: '2', F50: '3' };
export const EMPLOYER_STATE: Readonly<Record<string, 'exists' | 'deregistered'>> = { '1': 'exists', '2': 'deregistered' };
/** Why somebody is barred: false papers of a withdrawal or of a loan. */
export const BAR_MATTER: Readonly<Record<string, 'withdrawal' | 'loan'>> = { '1': 'withdrawal', '2': 'loan' };
export const STANDING_KIND: Readonly<Record<string, StandingOrderKind>> = { '1': 'offset', '2': 'repay-commercial-loan', '3': 'rent' };
export const STANDING_STATE: Readonly<Record<string, CoreStanding['state']>> = { '1': 'running', '2': 'paused', '3': 'ended' };

/** Response codes that are a no (interface.md §1.4). 900010 is none: something was done under that number, and it must be asked for. */
export const REFUSAL: Readonly<Record<string, CoreRefusalCode>> = {
  '100001': 'rejected', '100002': 'rejected',
  '200001': 'person-not-found', '200002': 'name-differs', '200003': 'account-not-found', '200004': 'counter-code-wrong',
  '300001': 'amount-above-balance', '300002': 'must-stay', '300003': 'account-frozen', '300004': 'account-state', '300005': 'case-running',
  '300006': 'before-next-date', '300007': 'reason-must-be-repayment', '300008': 'card-not-own-class-one', '300009': 'amount-above-maximum',
  '300010': 'reason-not-allowed', '300011': 'loan-in-arrears', '300012': 'no-loan', '300013': 'material-missing', '300014': 'home-already-used',
  '300015': 'contract-missing', '300016': 'outside-window', '300017': 'correct-first', '300020': 'cannot-cancel',
  '300021': 'contribution-months', '300022': 'loan-running', '300023': 'loan-count', '300024': 'loan-case-running', '300025': 'house-not-confirmed',
  '300026': 'amount-above-limit', '300027': 'partner-not-married', '300028': 'term-too-long', '300029': 'prepayment-below-least',
  '300030': 'slot-full', '300031': 'slot-closed', '300032': 'booking-exists', '300033': 'not-waiting-for-signing',
  '300040': 'not-offered', '300041': 'year-used', '300042': 'period-taken', '300043': 'owns-home', '300044': 'contributions-too-short', '300045': 'sealed-too-short',
  '300046': 'household-local', '300047': 're-employed', '300048': 'not-yet-retired', '300049': 'source-mismatch', '300050': 'material-unreadable',
  '300051': 'material-wrong', '300052': 'relation-not-covered', '300053': 'closing-amount', '300054': 'transfer-running', '300055': 'contribution-pending',
  '300056': 'barred', '300057': 'account-elsewhere', '300058': 'no-commercial-loan', '300059': 'escrow-unknown', '300060': 'illness-not-listed',
  '300061': 'proof-too-new', '300062': 'not-dangerous', '300063': 'amount-not-proven', '300064': 'answer-missing', '300065': 'card-wrong',
  '300066': 'standing-exists', '300067': 'standing-unknown', '300404': 'not-found',
};
export const SUCCESS = '000000';
export const NOT_KNOWN = '300404';
