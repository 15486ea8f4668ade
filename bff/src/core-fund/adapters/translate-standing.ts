import type { StandingOrderKind } from '@anju/shared/contract';
import type { CoreStandingOrder, CoreStandingRun, StandingOrderChange, StandingOrderWish } from '../core-standing-orders.ts';
import { CASE_STATE, STANDING_KIND, STANDING_STATE, YES_NO } from './core-codes.ts';
import type { WireObject } from './core-fund.wire.ts';
import { code, count, listOrNone, objectOf, text } from './core-fund.wire.ts';
import { amount, day, daysOrNone, wireDay, wireMoment } from './wire-values.ts';

const WIRE_KIND: Readonly<Record<StandingOrderKind, string>> = { offset: '1', 'repay-commercial-loan': '2', rent: '3' };
const WIRE_ACTION: Readonly<Record<StandingOrderChange['action'], string>> = { pause: 'ZT', resume: 'HF', skip: 'TG', change: 'BG', end: 'JY' };
const RUN_STATE: Readonly<Record<string, CoreStandingRun['state']>> = { ...CASE_STATE, TG: 'skipped', DD: 'waiting' };

const runOf = (wire: WireObject): CoreStandingRun => ({
  on: day(wire, 'RQ'),
  ...(wire['YWLSH'] === undefined ? {} : { caseNo: text(wire, 'YWLSH') }),
  ...(wire['FSE'] === undefined ? {} : { amountFen: amount(wire, 'FSE') }),
  state: code(wire, 'ZT', RUN_STATE),
});

function previewOf(wire: WireObject): NonNullable<CoreStandingOrder['preview']> {
  return { on: day(wire, 'RQ'), expectedFen: amount(wire, 'YJJE'), enough: code(wire, 'KYE', YES_NO) };
}

/** An order of ZD1001, ZD1002 or ZD1003. @throws WireError */
export function standingOrderOf(wire: WireObject): CoreStandingOrder {
  return {
    orderNo: text(wire, 'QYBH'),
    kind: code(wire, 'LX', STANDING_KIND),
    state: code(wire, 'ZT', STANDING_STATE),
    signedOn: day(wire, 'QYRQ'),
    accountNo: text(wire, 'GRZH'),
    ...(wire['KBH'] === undefined ? {} : { cardNo: text(wire, 'KBH') }),
    ...(wire['KKR'] === undefined ? {} : { day: count(wire, 'KKR') }),
    ...(wire['XCRQ'] === undefined ? {} : { nextOn: day(wire, 'XCRQ') }),
    ...(wire['XC'] === undefined ? {} : { preview: previewOf(objectOf(wire['XC'], 'XC')) }),
    skipped: daysOrNone(wire, 'TGRQ'),
    runs: listOrNone(wire, 'YX').map(runOf),
  };
}

const details = ({ cardNo, day: of }: { readonly cardNo?: string; readonly day?: number }): WireObject => ({
  ...(cardNo === undefined ? {} : { KBH: cardNo }),
  ...(of === undefined ? {} : { KKR: String(of) }),
});

/** ZD1001 */
export const signBody = (wish: StandingOrderWish): WireObject => ({
  KHBH: wish.customerNo, LX: WIRE_KIND[wish.kind], ...details(wish), SQSJ: wireMoment(new Date(wish.askedAt)),
});

/** ZD1002 */
export const changeBody = (customerNo: string, orderNo: string, change: StandingOrderChange): WireObject => ({
  KHBH: customerNo, QYBH: orderNo, DZ: WIRE_ACTION[change.action], ...(change.action === 'change' ? details(change) : {}),
  ...(change.action === 'skip' && change.on !== undefined ? { RQ: wireDay(change.on) } : {}),
});
