import type { CaseRow } from '../cases/case.store.ts';
import { accountNumber, caseNumber, customer, dashedDay, date, moment, needed, oneOf, optional } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { bookingsOf, bookPlace, cancelBooking, wireBooking, wireSlot, type BookingMatter } from '../places/booking.store.ts';
import { hoursOf, pointOf, SERVICE_POINTS } from '../places/service-points.ts';
import { slotsFrom } from '../places/slots.ts';
import { isRoute, ROUTE_CODES } from '../rules/routes.ts';
import { personOf } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { said, saidOr, type Call, type Transaction } from './transaction.ts';

/** WD1001 网点. */
export const servicePoints: Transaction = {
  writes: false,
  fields: {},
  run: () => ({
    WD: SERVICE_POINTS.map((point) => ({
      WDBH: point.number, WDMC: point.name, WDLX: point.kind === 'centre' ? '1' : '2', QX: point.district, DZ: point.address, DH: point.telephone, YYSJ: hoursOf(point),
    })),
  }),
};

/** WD1002 可约时段. */
export const freeSlots: Transaction = {
  writes: false,
  fields: { WDBH: needed(accountNumber), KSRQ: needed(date) },
  run(call) {
    const point = pointOf(said(call, 'WDBH'));
    if (point === undefined) throw new CoreRefusal('100001', { ZD: 'WDBH' });
    return { SD: slotsFrom(call.core, point, dashedDay(said(call, 'KSRQ'))).map((slot) => ({ ...wireSlot(slot), SYSL: String(slot.left) })) };
  },
};

/** The person's pre-application that waits for its signing. @throws CoreRefusal 300404 another's or unknown, 300033 not waiting */
function caseToSign(core: Core, khbh: string, ywlsh: string | undefined): CaseRow {
  const row =
    ywlsh === undefined
      ? core.one<CaseRow>(`SELECT * FROM fund_case WHERE khbh = ? AND ywlx = 'LOAN_PRE_APPLICATION' AND state = 'MQ'`, khbh)
      : core.one<CaseRow>('SELECT * FROM fund_case WHERE khbh = ? AND ywlsh = ?', khbh, ywlsh);
  if (row === undefined) throw new CoreRefusal(ywlsh === undefined ? '300033' : '300404');
  if (row.state !== 'MQ') throw new CoreRefusal('300033');
  return row;
}

/**
 * What a booking is for. A signing has its case and no route, a withdrawal its route and no case: none is there before the counter has taken the papers.
 * @throws CoreRefusal 100001 with the field that is missing or not of the purpose, 300040 a route the centre has not, 300404 and 300033 of the case
 */
function matterOf(call: Call, khbh: string): BookingMatter {
  const [ywlsh, ywlx] = [saidOr(call, 'YWLSH'), saidOr(call, 'YWLX')];
  if (said(call, 'YYSX') === 'DKMQ') {
    if (ywlx !== undefined) throw new CoreRefusal('100001', { ZD: 'YWLX' });
    return { ywlsh: caseToSign(call.core, khbh, ywlsh).ywlsh };
  }
  if (ywlsh !== undefined) throw new CoreRefusal('100001', { ZD: 'YWLSH' });
  if (ywlx === undefined || !isRoute(ywlx)) throw new CoreRefusal('100001', { ZD: 'YWLX' });
  if (call.core.centre.notOffered.includes(ywlx)) throw new CoreRefusal('300040');
  return { ywlx };
}

/** YY1001 预约. */
export const book: Transaction = {
  writes: true,
  fields: {
    KHBH: needed(customer), SDBH: needed(accountNumber), YYSX: needed(oneOf('DKMQ', 'TQYW')), YWLSH: optional(caseNumber), YWLX: optional(oneOf(...ROUTE_CODES)), SQSJ: needed(moment),
  },
  run(call) {
    const khbh = said(call, 'KHBH');
    personOf(call.core, khbh);
    return wireBooking(bookPlace(call.core, khbh, matterOf(call, khbh), said(call, 'SDBH')));
  },
};

/** YY1002 取消预约. */
export const unbook: Transaction = {
  writes: true,
  fields: { KHBH: needed(customer), YYBH: needed(caseNumber) },
  run(call) {
    personOf(call.core, said(call, 'KHBH'));
    return wireBooking(cancelBooking(call.core, said(call, 'KHBH'), said(call, 'YYBH')));
  },
};

/** YY1003 我的预约. */
export const ownBookings: Transaction = {
  writes: false,
  fields: { KHBH: needed(customer) },
  run(call) {
    personOf(call.core, said(call, 'KHBH'));
    return { YY: bookingsOf(call.core, said(call, 'KHBH')).map(wireBooking) };
  },
};
