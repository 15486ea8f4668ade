import { customerNumber } from '../generation/generate.ts';
import { accountOf } from '../ledger/account.ledger.ts';
import { World, type Reply } from '../testing/world.ts';
import { centreOf } from './centre.ts';
import { illness } from './cost.rules.ts';
import { factsOnFile, setSourceState, type SharedFacts } from './shared.facts.ts';
import { Weighing } from './weighing.ts';
import type { PersonKey } from '../../people.ts';

describe('another centre by its data', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ centre: 'fuzhou' });
  });
  afterAll(async () => world.close());
  beforeEach(() => void world.running.core.store.exec('BEGIN'));
  afterEach(() => {
    world.running.core.store.exec('ROLLBACK');
    world.running.core.clock.reset();
  });
  const apply = async (key: PersonKey, route: string, changes: Record<string, unknown> = {}): Promise<Reply> => world.call('TQ1002', await world.withdrawal(key, route, changes));
  const know = (key: PersonKey, facts: Partial<SharedFacts>): void => {
    const khbh = customerNumber(key);
    world.running.core.run('UPDATE shared_fact SET facts = ? WHERE khbh = ?', JSON.stringify({ ...factsOnFile(world.running.core, khbh), ...facts }), khbh);
  };

  it('is one there is data of', () => {
    expect(() => centreOf('nowhere')).toThrow('CORE_CENTRE must be one of xiamen, fuzhou');
    expect(() => centreOf('toString')).toThrow('CORE_CENTRE');
  });

  it('says its own number', async () => {
    expect(await world.overview('renter')).toMatchObject({ ZXBM: '350100000000000' });
  });

  it('300041 the property fee: once a calendar year, at most what was paid and what the year allows', async () => {
    const above = await apply('renovator', 'PROPERTY_FEE', { FSE: '3000.01' });
    expect([above.code, above.body['ZGJE']]).toEqual(['300009', '3000.00']);
    expect((await apply('renovator', 'PROPERTY_FEE', { FSE: '2000.00' })).body).toMatchObject({ ZT: 'DZ', GJHTQYWLX: '11', HYLY: [{ LY: 'HX' }, { LY: 'FP', HYJG: '1' }, { LY: 'YH' }] });
    expect((await world.overview('renovator')).TQ['NDYT']).toEqual([{ YWLX: 'PROPERTY_FEE', ND: '2026', JE: '2000.00' }]);
    const again = await apply('renovator', 'PROPERTY_FEE');
    expect([again.code, again.body]).toEqual(['300041', { SYJE: '0.00', ND: '2026' }]);
    await world.control('POST', '/clock', { set: '2027-01-01T09:00:00+08:00' });
    expect((await apply('renovator', 'PROPERTY_FEE')).body['ZT']).toBe('DZ');
  });

  it('300063 a declared fee that the invoice, once it can be asked, does not bear out; the clerk refuses', async () => {
    const { core } = world.running;
    setSourceState(core, 'FP', 'silent');
    know('renovator', { propertyFee: { paidFen: 90_000, homes: 1 } });
    const { body } = await apply('renovator', 'PROPERTY_FEE', { SBXX: { FYJE: '2500.00' }, FSE: '2500.00', CLBH: [await world.material('renovator')] });
    expect(body['ZT']).toBe('SQ');
    setSourceState(core, 'FP', 'answers');
    await world.control('POST', '/clerk', { mode: 'auto', afterSeconds: 0 });
    for (let look = 0; look < 20 && (await world.control('GET', '/cases?key=renovator')).body['cases'] !== undefined; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (core.one(`SELECT 1 FROM fund_case WHERE refusal_code = '300063'`) !== undefined) break;
    }
    expect((await world.call('TQ1004', { KHBH: customerNumber('renovator'), YWLSH: body['YWLSH'] })).body).toMatchObject({ ZT: 'BH', BHYY: { DM: '300063' } });
    expect((await world.journal('key=renovator')).payments).toEqual([]);
  });

  it('a first payment for a new home too, a lift for parents within a year, no interval for repayments', async () => {
    const [home] = factsOnFile(world.running.core, customerNumber('escrow-buyer')).homes;
    if (home === undefined) throw new Error('there is a home');
    know('escrow-buyer', { homes: [{ ...home, kind: '1' }] });
    expect((await apply('escrow-buyer', 'DOWN_PAYMENT')).body['ZT']).toBe('DZ');
    const lift = { address: 'a', completedOn: '2025-11-20', ownShareFen: 100_000_00, relation: '4' } as const;
    know('lift-neighbour', { lift: { ...lift, completedOn: '2025-11-19' } });
    expect((await apply('lift-neighbour', 'LIFT')).code).toBe('300016');
    know('lift-neighbour', { lift });
    expect((await apply('lift-neighbour', 'LIFT')).body['ZT']).toBe('DZ');
    expect((await apply('loan-in-order', 'REPAY_FUND_LOAN')).body['XCTQRQ']).toBeUndefined();
  });

  it('rent: more with two children, the rent alone in public housing', async () => {
    expect((await apply('renter', 'RENT', { FSE: '1800.00' })).body['ZGJE']).toBe('1500.00');
    know('renter', { children: 2 });
    expect((await apply('renter', 'RENT', { FSE: '1800.00' })).body['ZT']).toBe('DZ');
    know('lift-neighbour', { rent: { contract: 'G', monthlyFen: 62_000, publicHousing: true, from: '2026-01-01', to: '2027-01-01' } });
    expect((await apply('lift-neighbour', 'RENT')).body['ZGJE']).toBe('620.00');
  });

  it.each([['2026-01-01', '2026-11-19'], ['2026-11-21', '2027-11-20']])('rent: a filed contract counts while it runs, and none from %s to %s', async (from, to) => {
    know('lift-neighbour', { children: 2, rent: { contract: 'G', monthlyFen: 62_000, publicHousing: true, from, to } });
    expect((await apply('lift-neighbour', 'RENT', { FSE: '1800.00' })).body['ZT']).toBe('DZ');
  });

  it('300061 a second-hand home bought without a loan waits for its certificate to be six months old', async () => {
    const GFHTBH = 'XM2026-0803-1187';
    const home = factsOnFile(world.running.core, customerNumber('buyer-local')).homes.find((one) => one.contract === GFHTBH);
    if (home === undefined) throw new Error('there is a contract');
    know('buyer-local', { homes: [{ ...home, kind: '2', withLoan: false, certificateOn: '2026-09-01' }] });
    const reply = await world.call('TQ1002', await world.purchase('buyer-local', GFHTBH));
    expect([reply.code, reply.body['XCTQRQ']]).toEqual(['300061', '20270301']);
  });

  it('300009 a home bought with a loan: no more than its down payment', async () => {
    const GFHTBH = 'XM2026-0803-1187';
    const home = factsOnFile(world.running.core, customerNumber('buyer-local')).homes.find((one) => one.contract === GFHTBH);
    if (home === undefined) throw new Error('there is a contract');
    know('buyer-local', { homes: [{ ...home, withLoan: true, downPaymentFen: 100_000 }] });
    const above = await world.call('TQ1002', await world.purchase('buyer-local', GFHTBH, { FSE: '1000.01' }));
    expect([above.code, above.body['ZGJE']]).toEqual(['300009', '1000.00']);
    expect((await world.call('TQ1002', await world.purchase('buyer-local', GFHTBH, { FSE: '1000.00' }))).code).toBe('000000');
  });

  it('300060 an illness that is not on the list, where a centre has one', () => {
    const { core } = world.running;
    const khbh = customerNumber('illness');
    know('illness', { illness: { ownCostFen: 1_000_000, settledOn: '2026-01-05', listed: false } });
    const grzh = core.one<{ grzh: string }>('SELECT grzh FROM account WHERE khbh = ?', khbh)?.grzh ?? '';
    const listing = Object.create(core, { centre: { value: { ...core.centre, illness: [{ from: '2026-01-01', value: { costMonths: 36, listed: true } }] } } }) as typeof core;
    const weigh = (on: typeof core): void => illness(new Weighing(on, { khbh, grzh, ywlx: 'ILLNESS', tqyy: '09', amount: 100, materials: [] }, accountOf(core, grzh)));
    expect(() => weigh(core)).not.toThrow();
    expect(() => weigh(listing)).toThrow('300060');
  });

  it('300016 costs of more than three years ago', async () => {
    know('illness', { illness: { ownCostFen: 1_000_000, settledOn: '2023-11-19', listed: true } });
    expect((await apply('illness', 'ILLNESS')).code).toBe('300016');
  });
});
