import { randomUUID } from 'node:crypto';
import { customerNumber } from '../generation/generate.ts';
import { World } from '../testing/world.ts';

type Body = Record<string, unknown>;
const SLOT = 'XM013202611230900';

describe('loans, prepayments and bookings are asked once and done once', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const KINDS = ['DK1002', 'DK1003', 'YY1001'] as const;
  type Kind = (typeof KINDS)[number];
  const bodyOf = async (kind: Kind): Promise<Body> => {
    if (kind === 'DK1002') return world.preApplication('home-buyer');
    if (kind === 'DK1003') return world.prepayment('loan-in-order');
    await world.waitingForSigning('home-buyer');
    return { KHBH: customerNumber('home-buyer'), SDBH: SLOT, YYSX: 'DKMQ', SQSJ: '20261120100000' };
  };
  const done = async (kind: Kind): Promise<number> => {
    const journal = await world.journal('');
    expect(journal.balanced).toBe(true);
    if (kind === 'DK1002') return ((await world.control('GET', '/cases')).body['cases'] as unknown[]).length;
    return kind === 'DK1003' ? journal.collections.length : journal.bookings.length;
  };
  const numberOf = (kind: Kind): string => (kind === 'YY1001' ? 'YYBH' : 'YWLSH');

  it.each(KINDS)('%s: the same number gets the first reply again, five at once are one', async (kind) => {
    const [body, number] = [await bodyOf(kind), randomUUID()];
    const replies = await Promise.all([1, 2, 3, 4, 5].map(async () => world.call(kind, body, number)));
    expect(new Set(replies.map((reply) => reply.body[numberOf(kind)])).size).toBe(1);
    expect(replies.filter((reply) => reply.head['CFBZ'] === '1')).toHaveLength(4);
    expect(await done(kind)).toBe(1);
    expect((await world.call(kind, { ...body, SQSJ: '20261120100001' }, number)).code).toBe('900010');
  });

  it.each(KINDS)('%s: dropped before the work it never arrived, and the number is closed', async (kind) => {
    const [body, number] = [await bodyOf(kind), randomUUID()];
    await world.control('POST', '/faults', { on: kind, kind: 'drop-before', times: 1 });
    await expect(world.call(kind, body, number)).rejects.toThrow();
    expect((await world.call('TQ1003', { YQQLSH: number })).code).toBe('300404');
    expect((await world.call(kind, body, number)).code).toBe('300404');
    expect(await done(kind)).toBe(0);
    expect((await world.call(kind, body)).code).toBe('000000');
  });

  it.each(KINDS)('%s: dropped after the work it is done, once, and can be asked for', async (kind) => {
    const [body, number] = [await bodyOf(kind), randomUUID()];
    await world.control('POST', '/faults', { on: kind, kind: 'drop-after', times: 1 });
    await expect(world.call(kind, body, number)).rejects.toThrow();
    const asked = await world.call('TQ1003', { YQQLSH: number });
    const again = await world.call(kind, body, number);
    expect([asked.code, again.head['CFBZ']]).toEqual(['000000', '1']);
    expect(asked.body[numberOf(kind)]).toBe(again.body[numberOf(kind)]);
    expect(await done(kind)).toBe(1);
  });

  it('a booking’s number gives the booking, not its case', async () => {
    const [body, number] = [await bodyOf('YY1001'), randomUUID()];
    const first = await world.call('YY1001', body, number);
    expect((await world.call('TQ1003', { YQQLSH: number })).body).toEqual(first.body);
    const cancel = await world.call('YY1002', { KHBH: body['KHBH'], YYBH: first.body['YYBH'] }, 'cancel-booking-1');
    expect((await world.call('YY1002', { KHBH: body['KHBH'], YYBH: first.body['YYBH'] }, 'cancel-booking-1')).body).toEqual(cancel.body);
    expect((await world.call('TQ1003', { YQQLSH: 'cancel-booking-1' })).body).toEqual(cancel.body);
  });

  it('a full slot stays full for its number, alternatives with it', async () => {
    await world.call('YY1001', await bodyOf('YY1001'));
    await world.waitingForSigning('renter', { SQJE: '200000.00', FWZJ: '880000.00' });
    const body = { KHBH: customerNumber('renter'), SDBH: SLOT, YYSX: 'DKMQ', SQSJ: '20261120100000' };
    const first = await world.call('YY1001', body, 'full-slot-1');
    const asked = await world.call('TQ1003', { YQQLSH: 'full-slot-1' });
    expect([first.code, asked.code, asked.body]).toEqual(['300030', '300030', { ...first.body, JJBZ: '1' }]);
  });

  it.each(['closing', 'internal', 'malformed', 'bad-sign', 'status'])('the fault %s strikes the new transactions too', async (kind) => {
    await world.control('POST', '/faults', { on: 'DK1003', kind, times: 1, ...(kind === 'status' ? { status: 502 } : {}) });
    const body = await world.prepayment('loan-in-order');
    if (kind === 'malformed') await expect(world.call('DK1003', body, 'struck-0001')).rejects.toThrow();
    else {
      const reply = await world.call('DK1003', body, 'struck-0001');
      expect([reply.status, reply.code]).toEqual({ closing: [200, '900503'], internal: [200, '900500'], 'bad-sign': [200, '000000'], status: [502, ''] }[kind]);
    }
    expect((await world.journal('')).collections).toHaveLength(kind === 'closing' || kind === 'status' ? 0 : 1);
  });
});
