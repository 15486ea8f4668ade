import { bookingWire } from '../testing/wire-examples.ts';
import { WireError } from './core-fund.wire.ts';
import { bookingBody, bookingOf, bookingRefusalOf, servicePointOf, slotOf } from './translate-booking.ts';

describe('places, times and bookings', () => {
  const slot = { SDBH: 'SD1', KSSJ: '20261123090000', JSSJ: '20261123093000', SYSL: '2' };
  const read = { slotNo: 'SD1', startsAt: '2026-11-23T01:00:00.000Z', endsAt: '2026-11-23T01:30:00.000Z' };

  test('a place and a slot of it', () => {
    const point = { WDBH: 'WD1', WDMC: '思明服务大厅', WDLX: '1', QX: '思明区', DZ: '某路1号', DH: '0592-0000000', YYSJ: '周一至周五 9:00–17:00' };
    expect(servicePointOf(point)).toEqual({
      pointNo: 'WD1', name: '思明服务大厅', kind: 'centre', district: '思明区', address: '某路1号', phone: '0592-0000000', hours: '周一至周五 9:00–17:00',
    });
    expect(servicePointOf({ ...point, WDLX: '2' }).kind).toBe('bank');
    expect(slotOf(slot)).toEqual({ ...read, left: 2 });
  });

  test('a booking, standing or cancelled', () => {
    expect(bookingOf(bookingWire)).toEqual({ ...read, bookingNo: 'YY1', pointNo: 'WD1', purpose: 'loan-signing', caseNo: 'DK1', cancelled: false });
    expect(bookingOf({ ...bookingWire, ZT: '2' }).cancelled).toBe(true);
    expect(() => bookingOf({ ...bookingWire, YYSX: 'QT' })).toThrow(new WireError('YYSX'));
    const { YWLSH, ...counter } = bookingWire;
    expect(YWLSH).toBe('DK1');
    expect(bookingOf({ ...counter, YYSX: 'TQYW', YWLX: 'DEATH' })).toEqual({ ...read, bookingNo: 'YY1', pointNo: 'WD1', purpose: 'counter-withdrawal', route: 'death', cancelled: false });
    expect(() => bookingOf({ ...counter, YYSX: 'TQYW', YWLX: 'LOTTERY' })).toThrow(new WireError('YWLX'));
  });

  test('a wish for a slot', () => {
    const wish = { customerNo: 'KH1', slotNo: 'SD1', askedAt: '2026-11-21T01:30:15.000Z' };
    expect(bookingBody(wish)).toEqual({ KHBH: 'KH1', SDBH: 'SD1', YYSX: 'DKMQ', SQSJ: '20261121093015' });
    expect(bookingBody({ ...wish, caseNo: 'DK1' })).toMatchObject({ YWLSH: 'DK1' });
    expect(bookingBody({ ...wish, route: 'disability' })).toEqual({ KHBH: 'KH1', SDBH: 'SD1', YYSX: 'TQYW', YWLX: 'DISABILITY', SQSJ: '20261121093015' });
  });

  test('a full slot names the nearest free ones; other refusals have none', () => {
    const near = { ...slot, WDBH: 'WD2', WDMC: '湖里网点' };
    expect(bookingRefusalOf('300030', { JX: [near] })).toEqual({
      kind: 'refused', code: 'slot-full', nearest: [{ ...read, left: 2, pointNo: 'WD2', pointName: '湖里网点' }],
    });
    expect(bookingRefusalOf('300032', {})).toEqual({ kind: 'refused', code: 'booking-exists' });
    expect(bookingRefusalOf('900500', {})).toBeUndefined();
  });
});
