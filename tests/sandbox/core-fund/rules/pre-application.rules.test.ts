import { grantLoan } from '../ledger/loan.ledger.ts';
import { customerNumber } from '../generation/generate.ts';
import { OTHER_BUYERS_CONTRACT } from '../generation/situations.ts';
import { fenOf, World, type Reply } from '../testing/world.ts';
import type { PersonKey } from '../../people.ts';

const PARTNER = { GTJKR: { KHBH: customerNumber('home-buyer-spouse'), CDGX: '1' } };

describe('a pre-application is refused', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const ask = async (key: PersonKey, changes: Record<string, unknown> = {}): Promise<Reply> => world.call('DK1002', await world.preApplication(key, changes));
  const nothing = async (): Promise<void> => expect((await world.control('GET', '/cases')).body['cases']).toEqual([]);
  const setLoans = (key: PersonKey, count: number, settled: string | null): void => {
    const { core } = world.running;
    for (let nth = 1; nth <= count; nth += 1) {
      grantLoan(core, { dkzh: `OLD${nth}`, jkhtbh: `OLD${nth}`, khbh: customerNumber(key), principal: 1_000_000, periods: 120, granted: '2026-11-01' });
      if (settled !== null) core.run('UPDATE loan SET balance = 0, settled = ? WHERE dkzh = ?', settled, `OLD${nth}`);
    }
  };

  it('200001 a customer or a co-borrower it does not have', async () => {
    expect((await ask('home-buyer', { KHBH: 'KNOBODYNOBODY' })).code).toBe('200001');
    expect((await ask('home-buyer', { GTJKR: { KHBH: 'KNOBODYNOBODY', CDGX: '1' } })).code).toBe('200001');
  });

  it.each([
    ['SQJE', '0.00'], ['SQJE', '-5.00'], ['SQJE', '300000.50'], ['SQJE', '300000'], ['SQJE', 300_000], ['SQJE', undefined], ['DKQS', '0'], ['DKQS', '361'], ['DKQS', 'ten'], ['DKHKFS', '03'],
    ['FWZJ', '0.00'], ['FWTS', '3'], ['FWLX', '4'], ['GTJKR', { KHBH: customerNumber('home-buyer-spouse') }], ['GTJKR', { ...PARTNER.GTJKR, NAME: 'x' }], ['GTJKR', [customerNumber('spouse')]], ['SQSJ', '2026'], ['LV', '0.026'],
  ])('100001 %s as %j, named', async (field, value) => {
    const reply = await ask('home-buyer', { [field]: value });
    expect([reply.code, reply.body['ZD']]).toEqual(['100001', field]);
    await nothing();
  });

  it('300027 a co-borrower who is not the spouse, or is oneself', async () => {
    for (const key of ['spouse', 'renter', 'home-buyer'] as const) {
      expect((await ask('home-buyer', { GTJKR: { KHBH: customerNumber(key), CDGX: '1' } })).code).toBe('300027');
    }
    await nothing();
  });

  it('300003 a frozen account', async () => {
    const reply = await ask('frozen');
    expect([reply.code, reply.body['JKR']]).toEqual(['300003', '1']);
  });

  it('300003 of the co-borrower says whose it is', async () => {
    world.running.core.run(`UPDATE account SET state = '06' WHERE khbh = ?`, customerNumber('home-buyer-spouse'));
    const reply = await ask('home-buyer', PARTNER);
    expect([reply.code, reply.body['JKR']]).toEqual(['300003', '2']);
    expect((await ask('home-buyer')).code).toBe('000000');
  });

  it('300004 who has no account left', async () => {
    world.running.core.run(`UPDATE account SET state = '05' WHERE khbh = ?`, customerNumber('home-buyer'));
    expect((await ask('home-buyer')).code).toBe('300004');
  });

  it('300017 who must correct something first', async () => {
    world.running.core.run('UPDATE person SET mobile_task = 1 WHERE khbh = ?', customerNumber('home-buyer'));
    expect((await ask('home-buyer')).code).toBe('300017');
  });

  it('300056 who is barred after false papers, of a withdrawal too, until that day is over', async () => {
    await world.control('POST', '/facts', { key: 'home-buyer-spouse', barred: { for: 'withdrawal', until: '2026-11-21' } });
    const reply = await ask('home-buyer', PARTNER);
    expect([reply.code, reply.body]).toEqual(['300056', { JKR: '2', RQ: '20261121' }]);
    await world.control('POST', '/clock', { advanceDays: 1 });
    expect((await ask('home-buyer', PARTNER)).code).toBe('000000');
  });

  it('300021 fewer than six months without a break', async () => {
    expect((await ask('newcomer', { GFHTBH: 'XM-NONE' })).code).toBe('300021');
    expect((await ask('sealed-local', { GFHTBH: 'XM-NONE' })).code).toBe('300021');
  });

  it('300011 a loan in arrears, before that it is running', async () => {
    expect((await ask('arrears', { GFHTBH: 'XM-NONE' })).code).toBe('300011');
  });

  it('300022 who has a running loan, alone or as co-borrower', async () => {
    expect((await ask('loan-in-order')).code).toBe('300022');
    world.running.core.run('UPDATE loan SET co_khbh = ? WHERE khbh = ?', customerNumber('home-buyer'), customerNumber('loan-in-order'));
    expect((await ask('home-buyer')).code).toBe('300022');
  });

  it('300023 who has had two loans, though not who has had one', async () => {
    setLoans('home-buyer', 1, '2026-11-02');
    expect((await world.overview('home-buyer')).DKCS).toBe('1');
    expect((await ask('home-buyer')).code).toBe('000000');
    await world.control('POST', '/reset');
    setLoans('home-buyer', 2, '2026-11-02');
    expect((await ask('home-buyer')).code).toBe('300023');
  });

  it('300024 who has applied already, and their co-borrower', async () => {
    expect((await ask('home-buyer', PARTNER)).code).toBe('000000');
    expect((await ask('home-buyer')).body).toEqual({ JKR: '1' });
    expect((await ask('home-buyer-spouse', { GFHTBH: 'XM2026-0918-2046' })).code).toBe('300024');
    expect((await world.overview('home-buyer-spouse')).TQ.ZBYW).toEqual([]);
    expect((await world.overview('home-buyer')).TQ.ZBYW).toMatchObject([{ YWLX: 'LOAN_PRE_APPLICATION' }]);
  });

  it('300015 without a contract number', async () => {
    const body = await world.preApplication('home-buyer');
    delete body['GFHTBH'];
    expect((await world.call('DK1002', body)).code).toBe('300015');
  });

  it('300025 a contract of another buyer, or none', async () => {
    const other = await ask('home-buyer', { GFHTBH: OTHER_BUYERS_CONTRACT });
    const none = await ask('home-buyer', { GFHTBH: 'XM-NONE' });
    expect([other.code, other.body['HYJG'], none.code, none.body['HYJG']]).toEqual(['300025', '2', '300025', '3']);
  });

  it('300025 a contract of the spouse, unless they borrow too', async () => {
    const { core } = world.running;
    core.run('UPDATE purchase_contract SET buyer_khbh = ? WHERE gfhtbh = ?', customerNumber('home-buyer-spouse'), OTHER_BUYERS_CONTRACT);
    const alone = await ask('home-buyer', { GFHTBH: OTHER_BUYERS_CONTRACT });
    expect([alone.code, alone.body['HYJG']]).toEqual(['300025', '2']);
    expect(await ask('home-buyer', { GFHTBH: OTHER_BUYERS_CONTRACT, ...PARTNER })).toMatchObject({ code: '000000', body: { HYLY: expect.arrayContaining([expect.objectContaining({ LY: 'BDC', HYJG: '1' })]) } });
  });

  it('300028 who would be too old at the end, with the longest term', async () => {
    world.running.core.run('UPDATE purchase_contract SET buyer_khbh = ? WHERE gfhtbh = ?', customerNumber('category-unknown'), OTHER_BUYERS_CONTRACT);
    const late = await ask('category-unknown', { GFHTBH: OTHER_BUYERS_CONTRACT, DKQS: '156', SQJE: '10000.00' });
    expect([late.code, late.body['ZCQS']]).toEqual(['300028', '151']);
    expect((await ask('category-unknown', { GFHTBH: OTHER_BUYERS_CONTRACT, DKQS: '151', SQJE: '10000.00' })).code).toBe('000000');
  });

  it('300028 by the co-borrower’s age too', async () => {
    world.running.core.run(`UPDATE person SET csny = '19700101' WHERE key = 'home-buyer-spouse'`);
    const reply = await ask('home-buyer', PARTNER);
    expect([reply.code, reply.body['ZCQS']]).toEqual(['300028', '73']);
    expect((await ask('home-buyer')).code).toBe('000000');
  });

  it('300026 above the core’s own limit, and takes exactly the limit', async () => {
    const account = (await world.overview('renter')).ZH[0];
    const flow = (fenOf(account?.GRYJCE) + fenOf(account?.DWYJCE)) * 6;
    const limit = Math.floor(((flow * 20 * 2.9 + fenOf(account?.GRZHYE)) * 0.8) / 100 + 1e-6);
    const over = await ask('renter', { SQJE: `${limit + 1}.00`, FWZJ: '880000.00' });
    expect([over.code, over.body['ZGJE']]).toEqual(['300026', `${limit}.00`]);
    expect((await ask('renter', { SQJE: `${limit}.00`, FWZJ: '880000.00' })).code).toBe('000000');
  });

  it.each([
    ['80 % of the price', { FWZJ: '200000.00', FWLX: '1' }, '160000.00'],
    ['85 % of an affordable home', { FWZJ: '200000.00', FWLX: '3' }, '170000.00'],
    ['the city’s cap', { FWZJ: '99000000.00', DKQS: '360', ...PARTNER }, '960000.00'],
  ])('300026 %s', async (_what, changes, most) => {
    const reply = await ask('home-buyer', { SQJE: '2000000.00', ...changes });
    expect([reply.code, reply.body['ZGJE']]).toEqual(['300026', most]);
  });

  it('300026 the register’s price counts when it is lower', async () => {
    world.running.core.run(`UPDATE purchase_contract SET price = 50000000 WHERE gfhtbh = 'XM2026-0918-2046'`);
    expect((await ask('home-buyer', { SQJE: '900000.00', FWZJ: '1480000.00' })).body['ZGJE']).toBe('400000.00');
  });

  it('300026 the joint limit is the higher, and never above the city’s', async () => {
    const alone = fenOf((await ask('home-buyer', { SQJE: '2000000.00', DKQS: '360' })).body['ZGJE']);
    const joint = fenOf((await ask('home-buyer', { SQJE: '2000000.00', DKQS: '360', ...PARTNER })).body['ZGJE']);
    expect(alone).toBeGreaterThan(70_000_000);
    expect(alone).toBeLessThan(joint);
    expect(joint).toBe(96_000_000);
  });
});

describe('the core takes a pre-application', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());

  it('of one person, waiting for the clerks, nothing booked', async () => {
    const vouchers = (await world.journal('')).vouchers.length;
    const { body, code } = await world.call('DK1002', await world.preApplication('renter', { SQJE: '260000.00' }));
    expect(code).toBe('000000');
    expect(body).toMatchObject({ YWLX: 'LOAN_PRE_APPLICATION', FSE: '260000.00', ZT: 'SQ', HYLY: [{ LY: 'HX', HYJG: '1' }, { LY: 'BDC', HYJG: '1' }], DKSQ: { DKQS: '240', DKHKFS: '01', GFHTBH: 'XM2026-1012-0731', FWTS: '1', FWLX: '1' } });
    expect(body['YWLSH']).toMatch(/^DK20261120\d{8}$/);
    expect([body['GRZH'], body['KBH']]).toEqual([undefined, undefined]);
    expect((await world.journal('')).vouchers).toHaveLength(vouchers);
  });

  it('of a couple, with what civil affairs said', async () => {
    const { body } = await world.call('DK1002', await world.preApplication('home-buyer', PARTNER));
    expect(body).toMatchObject({ HYLY: [{ LY: 'HX' }, { LY: 'BDC', HYJG: '1' }, { LY: 'MZ', HYJG: '1' }], DKSQ: PARTNER });
    expect((await world.call('TQ1004', { KHBH: customerNumber('home-buyer-spouse'), YWLSH: body['YWLSH'] })).code).toBe('300404');
  });

  it('where the register gives no answer, for the clerk to judge', async () => {
    const { body } = await world.call('DK1002', await world.preApplication('buyer-elsewhere', { FWZJ: '980000.00' }));
    expect(body).toMatchObject({ ZT: 'SQ', HYLY: [{ LY: 'HX' }, { LY: 'BDC', HYJG: '9' }] });
  });

  it('asks civil affairs about two people', async () => {
    const married = async (one: PersonKey, other: PersonKey): Promise<unknown> => (await world.call('HY1001', { KHBH: customerNumber(one), POKHBH: customerNumber(other) })).body['HYJG'];
    expect([await married('loan-in-order', 'spouse'), await married('spouse', 'loan-in-order'), await married('home-buyer', 'home-buyer-spouse')]).toEqual(['1', '1', '1']);
    expect([await married('spouse', 'home-buyer'), await married('near-retirement', 'category-unknown'), await married('renter', 'renter')]).toEqual(['2', '2', '2']);
    expect([await married('passport-holder', 'spouse'), await married('renter', 'permit-holder')]).toEqual(['9', '9']);
    expect((await world.call('HY1001', { KHBH: customerNumber('renter'), POKHBH: 'KNOBODYNOBODY' })).code).toBe('200001');
  });
});
