import { customerNumber } from '../generation/generate.ts';
import { World, type Reply } from '../testing/world.ts';
import type { PersonKey } from '../../people.ts';

/** A bank with one window, Monday at nine. */
const ONE_WINDOW = 'XM013202611230900';
const AFTER = 'XM013202611231000';

describe('times for a withdrawal at the counter', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const book = async (key: PersonKey, SDBH: string, changes: Record<string, unknown> = {}, number?: string): Promise<Reply> =>
    world.call('YY1001', { KHBH: customerNumber(key), SDBH, YYSX: 'TQYW', YWLX: 'DEATH', SQSJ: '20261120100000', ...changes }, number);
  const own = async (key: PersonKey): Promise<unknown> => (await world.call('YY1003', { KHBH: customerNumber(key) })).body['YY'];

  it('need no case: booked by the route, shown, and told in the journal', async () => {
    const reply = await book('retired', ONE_WINDOW);
    expect(reply.body).toEqual({ YYBH: expect.stringMatching(/^YY20261120\d{8}$/), SDBH: ONE_WINDOW, WDBH: 'XM013', KSSJ: '20261123090000', JSSJ: '20261123093000', YYSX: 'TQYW', YWLX: 'DEATH', ZT: '1' });
    expect(await own('retired')).toEqual([reply.body]);
    expect((await world.journal('key=retired')).bookings).toMatchObject([{ slot: ONE_WINDOW, key: 'retired', ywlsh: null, ywlx: 'DEATH', state: 'valid' }]);
    expect((await world.journal('ywlsh=TQ1')).bookings).toEqual([]);
  });

  it('are one a person and route: another route and another person go on', async () => {
    await book('retired', ONE_WINDOW);
    expect((await book('retired', AFTER)).code).toBe('300032');
    expect((await book('retired', AFTER, { YWLX: 'DISABILITY' })).code).toBe('000000');
    expect((await book('renter', 'XM001202611230900')).code).toBe('000000');
    expect(await own('retired')).toMatchObject([{ YWLX: 'DISABILITY' }, { YWLX: 'DEATH' }]);
  });

  it('share the windows with the signings, and a full one names the three nearest', async () => {
    await world.waitingForSigning('home-buyer');
    await world.call('YY1001', { KHBH: customerNumber('home-buyer'), SDBH: ONE_WINDOW, YYSX: 'DKMQ', SQSJ: '20261120100000' });
    const full = await book('retired', ONE_WINDOW);
    expect([full.code, (full.body['JX'] as { SDBH: string }[]).map((slot) => slot.SDBH)]).toEqual(['300030', ['XM001202611230900', 'XM002202611230900', 'XM003202611230900']]);
    expect((await book('retired', 'XM013202611220900')).code).toBe('300031');
  });

  it('are given back, and booked again; a missed one leaves the way open', async () => {
    const { YYBH } = (await book('retired', ONE_WINDOW)).body;
    expect((await world.call('YY1002', { KHBH: customerNumber('retired'), YYBH })).body).toMatchObject({ YYBH, YWLX: 'DEATH', ZT: '2' });
    expect((await book('retired', ONE_WINDOW)).code).toBe('000000');
    await world.control('POST', '/clock', { set: '2026-11-23T09:30:00+08:00' });
    expect((await book('retired', AFTER)).code).toBe('000000');
  });

  it('are done once for a request number', async () => {
    const first = await book('retired', ONE_WINDOW, {}, 'counter-time-1');
    expect((await book('retired', ONE_WINDOW, {}, 'counter-time-1')).body).toEqual(first.body);
    expect((await world.journal('key=retired')).bookings).toHaveLength(1);
  });

  it.each([
    ['no route', { YWLX: undefined }, 'YWLX'],
    ['a route there is not', { YWLX: 'LOTTERY' }, 'YWLX'],
    ['a case', { YWLSH: 'TQ202611200000001' }, 'YWLSH'],
    ['a route with a signing', { YYSX: 'DKMQ' }, 'YWLX'],
    ['no purpose', { YYSX: undefined }, 'YYSX'],
  ])('100001 with %s', async (_what, changes, field) => {
    const reply = await book('retired', ONE_WINDOW, changes);
    expect([reply.code, reply.body['ZD']]).toEqual(['100001', field]);
    expect(await own('retired')).toEqual([]);
  });

  it('300040 a route the centre has not, 200001 nobody', async () => {
    expect((await book('retired', ONE_WINDOW, { YWLX: 'PROPERTY_FEE' })).code).toBe('300040');
    expect((await book('retired', ONE_WINDOW, { KHBH: 'KNOBODYNOBODY' })).code).toBe('200001');
  });
});
