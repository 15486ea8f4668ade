import { customerNumber } from '../generation/generate.ts';
import { World, type Reply } from '../testing/world.ts';
import type { PersonKey } from '../../people.ts';

interface Slot { readonly SDBH: string; readonly KSSJ: string; readonly JSSJ: string; readonly SYSL: string; readonly WDBH: string; readonly WDMC: string }
/** A bank with one window, Monday at nine. */
const ONE_WINDOW = 'XM013202611230900';

describe('places and times', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const slots = async (WDBH: string, KSRQ: string): Promise<readonly Slot[]> => (await world.call('WD1002', { WDBH, KSRQ })).body['SD'] as Slot[];
  const book = async (key: PersonKey, SDBH: string, changes: Record<string, unknown> = {}, number?: string): Promise<Reply> =>
    world.call('YY1001', { KHBH: customerNumber(key), SDBH, YYSX: 'DKMQ', SQSJ: '20261120100000', ...changes }, number);
  const unbook = async (key: PersonKey, YYBH: unknown): Promise<Reply> => world.call('YY1002', { KHBH: customerNumber(key), YYBH });
  const own = async (key: PersonKey): Promise<unknown> => (await world.call('YY1003', { KHBH: customerNumber(key) })).body['YY'];

  it('has at least eight points in all six districts, of the centre and of banks', async () => {
    const points = (await world.call('WD1001', {})).body['WD'] as { WDBH: string; WDLX: string; QX: string; DZ: string; DH: string; YYSJ: string; WDMC: string }[];
    expect(points.length).toBeGreaterThanOrEqual(8);
    expect(new Set(points.map((point) => point.QX))).toEqual(new Set(['思明区', '湖里区', '集美区', '海沧区', '同安区', '翔安区']));
    expect(new Set(points.map((point) => point.WDLX))).toEqual(new Set(['1', '2']));
    expect(new Set(points.map((point) => point.WDBH)).size).toBe(points.length);
    expect(points.every((point) => [point.DZ, point.DH, point.YYSJ, point.WDMC].every((text) => text.length > 5))).toBe(true);
  });

  it('offers half hours of ten working days, none on a weekend, a holiday or in the past', async () => {
    const seen = await slots('XM001', '20261120');
    const days = [...new Set(seen.map((slot) => slot.KSSJ.slice(0, 8)))];
    expect(days).toEqual(['20261120', '20261123', '20261124', '20261125', '20261126', '20261127', '20261130', '20261201', '20261202', '20261203']);
    expect(seen[0]).toEqual({ SDBH: 'XM001202611201030', KSSJ: '20261120103000', JSSJ: '20261120110000', SYSL: '3' });
    const monday = seen.filter((slot) => slot.KSSJ.startsWith('20261123')).map((slot) => slot.KSSJ.slice(8, 12));
    expect(monday).toEqual(['0900', '0930', '1000', '1030', '1100', '1430', '1500', '1530', '1600', '1630']);
    expect((await slots('XM001', '20261121'))[0]?.SDBH).toBe('XM001202611230900');
    expect(await slots('XM001', '20200101')).toEqual(seen);
    expect(await slots('XM001', '20270301')).toEqual([]);
    const unknown = await world.call('WD1002', { WDBH: 'XM999', KSRQ: '20261120' });
    expect([unknown.code, unknown.body['ZD']]).toEqual(['100001', 'WDBH']);
  });

  it('works on a make-up Saturday and rests on National Day', async () => {
    const autumn = await World.start({ at: '2026-09-30 18:00:00' });
    const days = new Set(((await autumn.call('WD1002', { WDBH: 'XM001', KSRQ: '20260930' })).body['SD'] as Slot[]).map((slot) => slot.KSSJ.slice(0, 8)));
    expect([...days].slice(0, 3)).toEqual(['20261008', '20261009', '20261010']);
    await autumn.close();
  });

  it('books a time for the case that waits, once, and shows it', async () => {
    const YWLSH = await world.waitingForSigning('home-buyer');
    const reply = await book('home-buyer', ONE_WINDOW);
    expect(reply.body).toEqual({ YYBH: expect.stringMatching(/^YY20261120\d{8}$/), SDBH: ONE_WINDOW, WDBH: 'XM013', KSSJ: '20261123090000', JSSJ: '20261123093000', YYSX: 'DKMQ', YWLSH, ZT: '1' });
    expect(await own('home-buyer')).toEqual([reply.body]);
    expect(await own('renter')).toEqual([]);
    expect((await slots('XM013', '20261123'))[0]?.SYSL).toBe('0');
    expect((await book('home-buyer', 'XM001202611230900', { YWLSH })).code).toBe('300032');
    expect((await world.journal('key=home-buyer')).bookings).toMatchObject([{ slot: ONE_WINDOW, point: 'XM013', ywlsh: YWLSH, state: 'valid' }]);
  });

  it('gives the last place to exactly one of two at once, and the other the three nearest', async () => {
    await Promise.all([world.waitingForSigning('home-buyer'), world.waitingForSigning('renter', { SQJE: '200000.00', FWZJ: '880000.00' })]);
    const replies = await Promise.all([book('home-buyer', ONE_WINDOW), book('renter', ONE_WINDOW)]);
    expect(replies.map((reply) => reply.code).sort()).toEqual(['000000', '300030']);
    const near = replies.find((reply) => reply.code === '300030')?.body['JX'] as Slot[];
    expect(near.map((slot) => [slot.SDBH, slot.SYSL])).toEqual([['XM001202611230900', '3'], ['XM002202611230900', '3'], ['XM003202611230900', '2']]);
    expect(near[0]).toMatchObject({ WDBH: 'XM001', WDMC: '市公积金中心思明服务大厅', KSSJ: '20261123090000', JSSJ: '20261123093000' });
    expect((await world.journal('')).bookings.filter((one) => one.state === 'valid')).toHaveLength(1);
    const loser = replies[0]?.code === '300030' ? 'home-buyer' : 'renter';
    expect((await book(loser, near[0]?.SDBH ?? '')).code).toBe('000000');
  });

  it('names the same point first where times are as near, and then the earlier', async () => {
    await world.waitingForSigning('home-buyer');
    await book('home-buyer', 'XM013202611241000');
    for (const point of ['XM001', 'XM002', 'XM003', 'XM004', 'XM005', 'XM006', 'XM011', 'XM012', 'XM014']) {
      for (let seat = 1; seat <= 3; seat += 1) {
        world.running.core.run(
          `INSERT INTO booking SELECT 'T' || ? || ?, ? || '202611241000', ?, khbh, ywlsh, ywlx, starts, ends, '1', at FROM booking WHERE sdbh = 'XM013202611241000' AND state = '1'`, point, seat, point, seat,
        );
      }
    }
    await world.waitingForSigning('renter', { SQJE: '200000.00', FWZJ: '880000.00' });
    const near = (await book('renter', 'XM013202611241000')).body['JX'] as Slot[];
    expect(near.map((slot) => slot.SDBH)).toEqual(['XM013202611240930', 'XM013202611241030', 'XM001202611240930']);
  });

  it('300031 a time that is past, off the grid, on a day of rest, too far ahead, or nowhere', async () => {
    await world.waitingForSigning('home-buyer');
    for (const slot of ['XM001202611200900', 'XM001202611230915', 'XM001202611220900', 'XM001202703010900', 'XM999202611230900', 'XM001202613990900', 'X']) {
      expect([slot, (await book('home-buyer', slot)).code]).toEqual([slot, '300031']);
    }
    expect(await own('home-buyer')).toEqual([]);
  });

  it('300033 before the approval and after the signing, 300404 another’s case', async () => {
    expect((await book('home-buyer', ONE_WINDOW)).code).toBe('300033');
    const { body } = await world.call('DK1002', await world.preApplication('home-buyer'));
    expect((await book('home-buyer', ONE_WINDOW, { YWLSH: body['YWLSH'] })).code).toBe('300033');
    expect((await book('renter', ONE_WINDOW, { YWLSH: body['YWLSH'] })).code).toBe('300404');
    await world.advanceTo(String(body['YWLSH']), 'DY');
    expect((await book('home-buyer', ONE_WINDOW, { YWLSH: body['YWLSH'] })).code).toBe('300033');
  });

  it('200001 nobody, 100001 another purpose', async () => {
    expect((await book('home-buyer', ONE_WINDOW, { KHBH: 'KNOBODYNOBODY' })).code).toBe('200001');
    expect((await book('home-buyer', ONE_WINDOW, { YYSX: 'TQ' })).body['ZD']).toBe('YYSX');
    expect((await world.call('YY1003', { KHBH: 'KNOBODYNOBODY' })).code).toBe('200001');
  });

  it('cancels, frees the place, and books again', async () => {
    await world.waitingForSigning('home-buyer');
    const { YYBH } = (await book('home-buyer', ONE_WINDOW)).body;
    expect((await unbook('renter', YYBH)).code).toBe('300404');
    expect((await unbook('home-buyer', 'YY404')).code).toBe('300404');
    expect((await unbook('home-buyer', YYBH)).body).toMatchObject({ YYBH, ZT: '2' });
    expect((await unbook('home-buyer', YYBH)).code).toBe('300020');
    expect((await slots('XM013', '20261123'))[0]?.SYSL).toBe('1');
    expect((await book('home-buyer', ONE_WINDOW)).code).toBe('000000');
    expect(await own('home-buyer')).toMatchObject([{ ZT: '1' }, { ZT: '2' }]);
  });

  it('cannot cancel what has begun; a missed time leaves the way open for another', async () => {
    await world.waitingForSigning('home-buyer');
    const { YYBH } = (await book('home-buyer', ONE_WINDOW)).body;
    await world.control('POST', '/clock', { set: '2026-11-23T09:10:00+08:00' });
    expect((await unbook('home-buyer', YYBH)).code).toBe('300020');
    expect((await book('home-buyer', 'XM001202611240900')).code).toBe('300032');
    await world.control('POST', '/clock', { set: '2026-11-23T09:30:00+08:00' });
    expect((await book('home-buyer', 'XM001202611240900')).code).toBe('000000');
  });

  it.each([['cancelled by the person', 'CX'], ['refused by the bank', 'BH']])('frees the place of a case that is %s', async (_how, state) => {
    const YWLSH = await world.waitingForSigning('home-buyer');
    await book('home-buyer', ONE_WINDOW);
    if (state === 'CX') await world.call('TQ1005', { KHBH: customerNumber('home-buyer'), YWLSH });
    else await world.control('POST', `/cases/${YWLSH}/refuse`);
    expect((await slots('XM013', '20261123'))[0]?.SYSL).toBe('1');
    expect(await own('home-buyer')).toMatchObject([{ ZT: '2' }]);
  });

  it('is held by the database itself: a seat is booked once', async () => {
    await world.waitingForSigning('home-buyer');
    await book('home-buyer', ONE_WINDOW);
    expect(() => world.running.core.run(`INSERT INTO booking SELECT 'T1', sdbh, seat, khbh, ywlsh, ywlx, starts, ends, '1', at FROM booking`)).toThrow('UNIQUE');
  });
});
