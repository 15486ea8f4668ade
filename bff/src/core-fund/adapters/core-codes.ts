import type { AccountState, CaseMatter, EntryKind, IdType, LoanMatter, WithdrawalRouteId } from '@anju/shared/contract';
import type { CoreServicePoint } from '../core-booking.ts';
import type { CoreCaseStage, CoreCaseState, CoreRefusalCode, ContractCheck, CoreCase } from '../core-fund.port.ts';
import type { CorePlanRow, LoanApplication, LoanPrepayment } from '../core-loan.ts';

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

export const WIRE_ROUTE: Readonly<Record<'repay-fund-loan' | 'purchase', string>> = { 'repay-fund-loan': 'REPAY_FUND_LOAN', purchase: 'PURCHASE' };
export const ROUTE: Readonly<Record<string, WithdrawalRouteId>> = { REPAY_FUND_LOAN: 'repay-fund-loan', PURCHASE: 'purchase' };
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
/** What a booking is for; 贷款面签 is all that can be booked. */
export const WIRE_SIGNING = 'DKMQ';
export const BOOKING_CANCELLED: Readonly<Record<string, boolean>> = { '1': false, '2': true };

/** A.7: the reason of each route. Some centres have swapped 06 and 08, so that the table is a setting (CORE_REASONS). */
export type ReasonCodes = Readonly<Record<'repay-fund-loan' | 'purchase', string>>;
export const STANDARD_REASONS: ReasonCodes = { purchase: '01', 'repay-fund-loan': '06' };

export const CASE_STATE: Readonly<Record<string, CoreCaseState>> = {
  SQ: 'received', SL: 'accepted', SH: 'under-review', SP: 'approved', MQ: 'signing', DY: 'mortgage', FK: 'paid', DZ: 'paid', BH: 'refused', CX: 'cancelled', FKSB: 'payment-failed',
};
export const CASE_STAGE: Readonly<Record<string, CoreCaseStage['stage']>> = { SQ: 'received', SL: 'accepted', SH: 'under-review', SP: 'approved', MQ: 'signing', DY: 'mortgage', FK: 'paid' };

export const CHECK_RESULT: Readonly<Record<string, ContractCheck['result']>> = { '1': 'matched', '2': 'mismatch', '3': 'not-found', '9': 'unavailable' };
export const CHECK_SOURCE: Readonly<Record<string, CoreCase['checks'][number]['source']>> = {
  HX: 'core', BDC: 'real-estate', MZ: 'civil-affairs', YH: 'bank',
};

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
  '300030': 'slot-full', '300031': 'slot-closed', '300032': 'booking-exists', '300033': 'not-waiting-for-signing', '300404': 'not-found',
};
export const SUCCESS = '000000';
export const NOT_KNOWN = '300404';
