import type { BookingOutcome, BookingWish, CoreBooking, CoreNearSlot, CoreServicePoint, CoreSlot } from '../core-booking.ts';
import { BOOKING_CANCELLED, BOOKING_PURPOSE, POINT_KIND, ROUTE, WIRE_PURPOSE, WIRE_ROUTE } from './core-codes.ts';
import type { WireObject } from './core-fund.wire.ts';
import { code, count, listOrNone, text, textOr } from './core-fund.wire.ts';
import { refusalOf } from './translate-case.ts';
import { moment, wireMoment } from './wire-values.ts';

/** A place of WD1001. */
export function servicePointOf(wire: WireObject): CoreServicePoint {
  return {
    pointNo: text(wire, 'WDBH'),
    name: text(wire, 'WDMC'),
    kind: code(wire, 'WDLX', POINT_KIND),
    district: text(wire, 'QX'),
    address: text(wire, 'DZ'),
    phone: text(wire, 'DH'),
    hours: text(wire, 'YYSJ'),
  };
}

/** A slot of WD1002. */
export function slotOf(wire: WireObject): CoreSlot {
  return { slotNo: text(wire, 'SDBH'), startsAt: moment(wire, 'KSSJ'), endsAt: moment(wire, 'JSSJ'), left: count(wire, 'SYSL') };
}

const nearSlotOf = (wire: WireObject): CoreNearSlot => ({ ...slotOf(wire), pointNo: text(wire, 'WDBH'), pointName: text(wire, 'WDMC') });

/** A booking of YY1001, YY1002 and YY1003. */
export function bookingOf(wire: WireObject): CoreBooking {
  const caseNo = textOr(wire, 'YWLSH', undefined);
  return {
    bookingNo: text(wire, 'YYBH'),
    slotNo: text(wire, 'SDBH'),
    pointNo: text(wire, 'WDBH'),
    startsAt: moment(wire, 'KSSJ'),
    endsAt: moment(wire, 'JSSJ'),
    purpose: code(wire, 'YYSX', BOOKING_PURPOSE),
    ...(caseNo === undefined ? {} : { caseNo }),
    ...(wire['YWLX'] === undefined ? {} : { route: code(wire, 'YWLX', ROUTE) }),
    cancelled: wire['ZT'] === undefined ? false : code(wire, 'ZT', BOOKING_CANCELLED),
  };
}

/** YY1001 */
export function bookingBody({ customerNo, slotNo, caseNo, route, askedAt }: BookingWish): WireObject {
  const signing = { YYSX: WIRE_PURPOSE['loan-signing'], ...(caseNo === undefined ? {} : { YWLSH: caseNo }) };
  const matter = route === undefined ? signing : { YYSX: WIRE_PURPOSE['counter-withdrawal'], YWLX: WIRE_ROUTE[route] };
  return { KHBH: customerNo, SDBH: slotNo, ...matter, SQSJ: wireMoment(new Date(askedAt)) };
}

/** A refusal of YY1001; a full slot names the nearest free ones. */
export function bookingRefusalOf(responseCode: string, body: WireObject): Extract<BookingOutcome, { kind: 'refused' }> | undefined {
  const refusal = refusalOf(responseCode, body);
  if (refusal === undefined || body['JX'] === undefined) return refusal;
  return { ...refusal, nearest: listOrNone(body, 'JX').map(nearSlotOf) };
}
