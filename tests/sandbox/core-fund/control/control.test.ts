import { customerNumber } from '../generation/generate.ts';
import { startCoreFund } from '../server.ts';
import { World } from '../testing/world.ts';

describe('the control port', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(async () => world.close());

  it('refuses to start beside real people', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      await expect(startCoreFund({ stateDir: ':memory:', keyId: 'k', secret: 'x'.repeat(16), port: 0, controlPort: 0 })).rejects.toThrow('NODE_ENV=production');
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });

  it('refuses to start with a short secret', async () => {
    await expect(startCoreFund({ stateDir: ':memory:', keyId: 'k', secret: 'short', port: 0, controlPort: 0 })).rejects.toThrow('CORE_SECRET');
  });

  it('lists the people and shows one in clear, and nobody else', async () => {
    const people = (await world.control('GET', '/people')).body['people'] as { key: string; idNumber: string }[];
    expect(people).toHaveLength(35);
    const one = await world.control('GET', '/people/loan-in-order');
    expect(one.body).toMatchObject({ key: 'loan-in-order', customerNo: customerNumber('loan-in-order'), cards: [{ state: '1' }, { class: '2' }], cases: [] });
    expect((await world.control('GET', '/people/nobody')).status).toBe(404);
  });

  it('shows a journal whose books are right, and says so when they are not', async () => {
    expect((await world.journal('')).balanced).toBe(true);
    world.running.core.run(`UPDATE account SET current = current + 1 WHERE khbh = ?`, customerNumber('spouse'));
    expect((await world.journal('')).balanced).toBe(false);
    world.running.core.run(`UPDATE account SET current = current - 1 WHERE khbh = ?`, customerNumber('spouse'));
  });

  it('hands out a new counter code when the last was used', async () => {
    const codeNow = async (): Promise<string> => String((await world.control('GET', '/people/permit-holder')).body['counterCode']);
    const first = await codeNow();
    expect(await codeNow()).toBe(first);
    const use = async (key: 'permit-holder' | 'passport-holder', code: string): Promise<string> => (await world.call('GT1001', { KHBH: customerNumber(key), GTYZM: code })).code;
    expect(await use('passport-holder', first)).toBe('200004');
    expect(await use('permit-holder', first)).toBe('000000');
    expect(await use('permit-holder', first)).toBe('200004');
    expect(await codeNow()).not.toBe(first);
  });

  it('lets a counter code expire after a day', async () => {
    const code = String((await world.control('GET', '/people/passport-holder')).body['counterCode']);
    await world.control('POST', '/clock', { advanceDays: 1, advanceMs: 1 });
    expect((await world.call('GT1001', { KHBH: customerNumber('passport-holder'), GTYZM: code })).code).toBe('200004');
  });

  it('moves the clock forward only', async () => {
    const before = (await world.control('GET', '/clock')).body['now'] as number;
    expect((await world.control('POST', '/clock', { advanceMs: 5000 })).body['now']).toBe(before + 5000);
    expect((await world.control('POST', '/clock', { advanceDays: -1 })).status).toBe(400);
    expect((await world.control('POST', '/clock', { set: '2020-01-01T00:00:00+08:00' })).status).toBe(400);
    expect((await world.control('POST', '/clock', { set: 'soon' })).status).toBe(400);
    expect((await world.control('POST', '/clock', { advanceDays: 4_000_000 })).status).toBe(400);
    expect((await world.control('GET', '/clock')).body['now']).toBe(before + 5000);
  });

  it('stands still while the machine’s clock was set back behind a day that is booked, and no interest comes of it', async () => {
    await world.control('POST', '/reset');
    const day = async (): Promise<unknown> => (await world.control('GET', '/clock')).body['today'];
    const YEAR_MS = 366 * 86_400_000;
    const before = await day();
    world.tick(-YEAR_MS);
    const paid = await world.call('TQ1002', await world.withdrawal('renter', 'RENT'));
    expect([await day(), paid.body['ZT'], String(paid.body['FKSJ']).slice(0, 8)]).toEqual([before, 'DZ', String(before).replace(/-/g, '')]);
    world.tick(YEAR_MS);
    const own = await world.overview('renter');
    const set = await World.start({ at: '2026-11-20 10:00:00' });
    await set.control('POST', '/clock', { set: (await world.control('GET', '/clock')).body['now'] });
    await set.call('TQ1002', await set.withdrawal('renter', 'RENT'));
    expect(own.TQ['YTLX']).toBe((await set.overview('renter')).TQ['YTLX']);
    await set.close();
  });

  it('books what a day brings when the clock passes it', async () => {
    await world.control('POST', '/reset');
    const before = await world.overview('loan-in-order');
    await world.control('POST', '/clock', { set: '2026-12-20T09:00:00+08:00' });
    const after = await world.overview('loan-in-order');
    expect([before.SBJC?.SSNY, after.SBJC?.SSNY, after.SBJC?.JZRQ]).toEqual(['202611', '202612', '20261205']);
    expect([before.DK[0]?.XCHKRQ, after.DK[0]?.XCHKRQ]).toEqual(['20261215', '20270115']);
    expect((await world.journal('')).balanced).toBe(true);
  });

  it('resets people and ledger to the start, the same customers, the clock too', async () => {
    await world.control('POST', '/reset');
    const before = await world.overview('loan-in-order');
    await world.call('TQ1002', await world.application('loan-in-order'));
    await world.control('POST', '/clock', { advanceDays: 30 });
    await world.control('POST', '/faults', { on: 'GR1002', kind: 'down' });
    await world.control('POST', '/reset');
    expect(await world.overview('loan-in-order')).toEqual(before);
    expect((await world.journal('key=loan-in-order')).payments).toEqual([]);
  });
});
