import { customerNumber } from '../generation/generate.ts';
import { World } from '../testing/world.ts';

const ELSEWHERE = 'ZZ2026-0709-0342';
interface Stage { readonly JDDM: string; readonly GW: string; readonly SXR: string; readonly KSSJ?: string; readonly DQSJ?: string; readonly WCSJ?: string }

describe('a case at the clerks', () => {
  let world: World;
  let ywlsh: string;
  const KHBH = customerNumber('buyer-elsewhere');
  const begin = async (at?: string): Promise<void> => {
    world = await World.start(at === undefined ? {} : { at });
    ywlsh = String((await world.call('TQ1002', await world.purchase('buyer-elsewhere', ELSEWHERE, { GFDZ: '2', FSE: '20000.00' }))).body['YWLSH']);
  };
  afterEach(async () => world.close());
  const show = async (): Promise<Record<string, unknown> & { JD: Stage[] }> => (await world.call('TQ1004', { KHBH, YWLSH: ywlsh })).body as never;
  const hand = async (what: string, body?: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }> => world.control('POST', `/cases/${ywlsh}/${what}`, body);

  it('passes the four stages, each with its post and limit, and is paid once', async () => {
    await begin();
    expect((await show()).JD.map((stage) => [stage.JDDM, stage.GW, stage.SXR])).toEqual([['SQ', '申请人', '0'], ['SL', '受理岗', '1'], ['SH', '审核岗', '1'], ['SP', '审批岗', '1']]);
    const states: unknown[] = [];
    for (let step = 0; step < 4; step += 1) states.push((await hand('advance')).body['state']);
    expect(states).toEqual(['SL', 'SH', 'SP', 'DZ']);
    expect((await hand('advance')).status).toBe(409);
    expect(await world.journal('key=buyer-elsewhere')).toMatchObject({ payments: [{ amount: 2_000_000, state: 'sent' }], balanced: true });
    expect(await show()).toMatchObject({ ZT: 'DZ', FKSJ: '20261120100000' });
  });

  it('counts a stage from now within counter hours and to the same hour of the next working day', async () => {
    await begin('2026-11-20 10:00:00');
    const stage = (await show()).JD[1];
    expect([stage?.KSSJ, stage?.DQSJ, stage?.WCSJ]).toEqual(['20261120100000', '20261123100000', undefined]);
  });

  it.each([
    ['after hours on a Friday', '2026-11-20 19:00:00', '20261123083000', '20261123173000'],
    ['before hours', '2026-11-20 06:00:00', '20261120083000', '20261120173000'],
    ['on National Day', '2026-10-01 10:00:00', '20261008083000', '20261008173000'],
    ['on a make-up Saturday', '2026-10-10 11:00:00', '20261010110000', '20261012110000'],
  ])('begins a stage that arrives %s at the next opening', async (_when, at, started, due) => {
    await begin(at);
    const stage = (await show()).JD[1];
    expect([stage?.KSSJ, stage?.DQSJ]).toEqual([started, due]);
  });

  it('never ends a stage before it began, even when the clerk works at night', async () => {
    await begin('2026-11-20 23:00:00');
    await hand('advance');
    const stage = (await show()).JD[1];
    expect([stage?.KSSJ, stage?.WCSJ]).toEqual(['20261120230000', '20261120230000']);
  });

  it('can be refused with a reason, and then applied for again', async () => {
    await begin();
    await hand('advance');
    await hand('refuse', { code: 'CLBQ', reason: '发票看不清' });
    expect(await show()).toMatchObject({ ZT: 'BH', BHYY: { DM: 'CLBQ', SM: '发票看不清' } });
    expect((await hand('advance')).status).toBe(409);
    expect((await world.call('TQ1002', await world.purchase('buyer-elsewhere', ELSEWHERE, { GFDZ: '2' }))).code).toBe('000000');
    expect((await world.journal('key=buyer-elsewhere')).payments).toHaveLength(0);
  });

  it('can be cancelled by the person until it is approved', async () => {
    await begin();
    await hand('advance');
    expect((await world.call('TQ1005', { KHBH, YWLSH: ywlsh })).body['ZT']).toBe('CX');
    expect((await world.call('TQ1005', { KHBH, YWLSH: ywlsh })).code).toBe('300020');
  });

  it('cannot be cancelled or refused once approved', async () => {
    await begin();
    for (let step = 0; step < 3; step += 1) await hand('advance');
    expect((await world.call('TQ1005', { KHBH, YWLSH: ywlsh })).code).toBe('300020');
    expect((await hand('refuse')).status).toBe(409);
    expect((await show())['ZT']).toBe('SP');
  });

  it('is nobody else’s: to others it does not exist', async () => {
    await begin();
    expect((await world.call('TQ1004', { KHBH: customerNumber('renter'), YWLSH: ywlsh })).code).toBe('300404');
    expect((await world.call('TQ1005', { KHBH: customerNumber('renter'), YWLSH: ywlsh })).code).toBe('300404');
    expect((await world.control('POST', '/cases/TQ0/advance')).status).toBe(404);
  });

  it('is refused at payment when the money is not there any more', async () => {
    await begin();
    for (let step = 0; step < 3; step += 1) await hand('advance');
    world.running.core.run('UPDATE account SET carried = 0, current = 100 WHERE khbh = ?', KHBH);
    expect((await hand('advance')).body['state']).toBe('BH');
  });

  it('may come back from the bank days later: the money is in the account, the route open again', async () => {
    await begin();
    const before = (await world.overview('buyer-elsewhere')).ZH[0]?.GRZHYE;
    expect((await hand('return-payment')).status).toBe(409);
    for (let step = 0; step < 4; step += 1) await hand('advance');
    expect((await hand('return-payment')).body['state']).toBe('FKSB');
    const after = await world.overview('buyer-elsewhere');
    expect([after.ZH[0]?.GRZHYE, after.YHK[0]?.KZT]).toEqual([before, '2']);
    expect(await world.journal('key=buyer-elsewhere')).toMatchObject({ payments: [{ state: 'returned' }], balanced: true });
  });
});

describe('the demo clerk', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const until = async (state: string): Promise<string> => {
    for (let look = 0; look < 40; look += 1) {
      const cases = (await world.control('GET', '/cases')).body['cases'] as { state: string }[];
      if (cases[0]?.state === state) return state;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return 'never';
  };

  it('leaves cases alone until it is told, and then handles one after the seconds given', async () => {
    await world.call('TQ1002', await world.purchase('buyer-elsewhere', ELSEWHERE, { GFDZ: '2' }));
    expect((await world.control('GET', '/clerk')).body).toEqual({ mode: 'manual', afterSeconds: 20 });
    await world.control('POST', '/clerk', { mode: 'auto', afterSeconds: 20 });
    world.tick(19_000);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await until('SQ')).toBe('SQ');
    world.tick(1500);
    expect(await until('SL')).toBe('SL');
    world.tick(4000);
    expect(await until('SH')).toBe('SH');
    world.tick(4000);
    expect(await until('SP')).toBe('SP');
    world.tick(4000);
    expect(await until('DZ')).toBe('DZ');
  });

  it('leaves a case that a visitor moved by hand its full time at each stage', async () => {
    await world.control('POST', '/clerk', { mode: 'auto', afterSeconds: 20 });
    const { body } = await world.call('TQ1002', await world.purchase('buyer-elsewhere', ELSEWHERE, { GFDZ: '2' }));
    await world.control('POST', `/cases/${String(body['YWLSH'])}/advance`);
    world.tick(19_000);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await until('SL')).toBe('SL');
    world.tick(1500);
    expect(await until('SH')).toBe('SH');
  });

  it('refuses a local contract that the register does not confirm', async () => {
    await world.control('POST', '/clerk', { mode: 'auto', afterSeconds: 0 });
    await world.call('TQ1002', await world.purchase('buyer-local', 'XM-UNKNOWN-1'));
    expect(await until('BH')).toBe('BH');
  });

  it('knows no third mode', async () => {
    expect((await world.control('POST', '/clerk', { mode: 'lazy' })).status).toBe(400);
    expect((await world.control('POST', '/clerk', { mode: 'auto', afterSeconds: -1 })).status).toBe(400);
  });
});
