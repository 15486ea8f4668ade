import type { PersonKey } from '../../people.ts';
import { customerNumber } from '../generation/generate.ts';
import { OLD_CONTRACT, OTHER_BUYERS_CONTRACT } from '../generation/situations.ts';
import { World, type Reply } from '../testing/world.ts';

const LOCAL = 'XM2026-0803-1187';
const ELSEWHERE = 'ZZ2026-0709-0342';

describe('the core refuses', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const apply = async (body: Record<string, unknown>): Promise<Reply> => world.call('TQ1002', body);
  const untouched = async (key: PersonKey): Promise<void> => {
    const journal = await world.journal(`key=${key}`);
    expect([journal.payments.length, journal.balanced]).toEqual([0, true]);
  };

  it('200001 a customer it does not have', async () => {
    expect((await apply(await world.application('loan-in-order', { KHBH: 'KNOBODYNOBODY' }))).code).toBe('200001');
  });

  it('200003 an account of somebody else, or of nobody', async () => {
    const other = (await world.overview('spouse')).ZH[0]?.GRZH;
    expect((await apply(await world.application('loan-in-order', { GRZH: other }))).code).toBe('200003');
    expect((await apply(await world.application('loan-in-order', { GRZH: '1' }))).code).toBe('200003');
    await untouched('loan-in-order');
  });

  it('300001 an amount above the balance', async () => {
    expect((await apply(await world.application('loan-in-order', { FSE: '9000000.00' }))).code).toBe('300001');
    await untouched('loan-in-order');
  });

  it('300002 an amount that leaves less than a fen', async () => {
    const balance = (await world.overview('loan-in-order')).ZH[0]?.GRZHYE;
    expect((await apply(await world.application('loan-in-order', { FSE: balance }))).code).toBe('300002');
  });

  it('300003 a frozen account', async () => {
    expect((await apply(await world.application('frozen'))).code).toBe('300003');
    await untouched('frozen');
  });

  it.each(['03', '04', '05'])('300004 an account in state %s', async (state) => {
    world.running.core.run('UPDATE account SET state = ? WHERE khbh = ?', state, customerNumber('loan-in-order'));
    expect((await apply(await world.application('loan-in-order'))).code).toBe('300004');
  });

  it('300005 a second case while one is running', async () => {
    const contract = await world.purchase('buyer-elsewhere', ELSEWHERE, { GFDZ: '2' });
    expect((await apply(contract)).body['ZT']).toBe('SQ');
    expect((await apply(contract)).code).toBe('300005');
  });

  it('300006 the same route again within twelve months, and says from when', async () => {
    expect((await apply(await world.application('loan-in-order'))).code).toBe('000000');
    const again = await apply(await world.application('loan-in-order'));
    expect([again.code, again.body['XCTQRQ']]).toEqual(['300006', '20271120']);
  });

  it('300007 any other reason than the loan while a loan of this centre runs', async () => {
    expect((await apply(await world.purchase('loan-in-order', LOCAL))).code).toBe('300007');
  });

  it('300008 a card of class II, of somebody else, unknown or closed', async () => {
    const cards = (await world.overview('loan-in-order')).YHK;
    const foreign = (await world.overview('spouse')).YHK[0]?.KBH;
    for (const KBH of [cards[1]?.KBH, foreign, 'YHK0']) expect((await apply(await world.application('loan-in-order', { KBH }))).code).toBe('300008');
    world.running.core.run(`UPDATE card SET state = '2' WHERE kbh = ?`, cards[0]?.KBH);
    expect((await apply(await world.application('loan-in-order'))).code).toBe('300008');
    await untouched('loan-in-order');
  });

  it('300009 a fen above what was repaid, and says how much is possible', async () => {
    const repaid = (await world.overview('loan-in-order')).TQ.HK;
    const most = Math.round(Number(repaid?.BJ) * 100) + Math.round(Number(repaid?.LX) * 100);
    const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
    const refused = await apply(await world.application('loan-in-order', { FSE: yuan(most + 1) }));
    expect([refused.code, refused.body['ZGJE']]).toEqual(['300009', yuan(most)]);
    expect((await apply(await world.application('loan-in-order', { FSE: yuan(most) }))).body['ZT']).toBe('DZ');
  });

  it('300009 more than was paid for the home', async () => {
    world.running.core.run('UPDATE purchase_contract SET paid = 500000 WHERE gfhtbh = ?', LOCAL);
    const refused = await apply(await world.purchase('buyer-local', LOCAL, { FSE: '5000.01' }));
    expect([refused.code, refused.body['ZGJE']]).toEqual(['300009', '5000.00']);
  });

  it.each(['01', '03', '04', '05', '08', '99'])('300010 reason %s for a partial withdrawal to repay the loan', async (TQYY) => {
    expect((await apply(await world.application('loan-in-order', { TQYY }))).code).toBe('300010');
  });

  it('300011 a loan in arrears', async () => {
    expect((await apply(await world.application('arrears'))).code).toBe('300011');
    await untouched('arrears');
  });

  it('300012 who has no loan here', async () => {
    expect((await apply(await world.application('spouse'))).code).toBe('300012');
  });

  it('300013 no material, an unknown one, or somebody else’s', async () => {
    const foreign = await world.material('renter');
    for (const CLBH of [[], ['CL404'], [foreign]]) expect((await apply(await world.purchase('buyer-local', LOCAL, { CLBH }))).code).toBe('300013');
    await untouched('buyer-local');
  });

  it('300014 a home that was withdrawn for', async () => {
    expect((await apply(await world.purchase('buyer-local', LOCAL))).body['ZT']).toBe('DZ');
    expect((await apply(await world.purchase('buyer-local', LOCAL))).code).toBe('300014');
    expect((await world.journal('key=buyer-local')).payments).toHaveLength(1);
  });

  it('300015 a purchase without a contract number', async () => {
    expect((await apply(await world.purchase('buyer-local', undefined))).code).toBe('300015');
  });

  it('300016 a purchase filed more than a year ago', async () => {
    expect((await apply(await world.purchase('buyer-local', OLD_CONTRACT))).code).toBe('300016');
  });

  it('300017 who must correct name or mobile first', async () => {
    const person = (await world.control('GET', '/people/name-mismatch')).body as { name: string; idNumber: string };
    expect((await world.call('GR1001', { ZJLX: '01', ZJHM: person.idNumber, XINGMING: person.name })).code).toBe('000000');
    expect((await apply(await world.application('name-mismatch'))).code).toBe('300017');
  });

  it('100001 a purchase that does not say where the home is', async () => {
    const body = await world.purchase('buyer-local', LOCAL);
    delete body['GFDZ'];
    const reply = await apply(body);
    expect([reply.code, reply.body['ZD']]).toEqual(['100001', 'GFDZ']);
  });
});

describe('the core takes', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());

  it('a repayment of the fund loan at once: paid once to the own card, the books right', async () => {
    const before = await world.overview('loan-in-order');
    const reply = await world.call('TQ1002', await world.application('loan-in-order', { FSE: '5700.00' }));
    expect(reply.body).toMatchObject({ ZT: 'DZ', FSE: '5700.00', XCTQRQ: '20271120' });
    const after = await world.overview('loan-in-order');
    expect(Math.round((Number(before.ZH[0]?.GRZHYE) - Number(after.ZH[0]?.GRZHYE)) * 100)).toBe(570_000);
    const journal = await world.journal(`ywlsh=${String(reply.body['YWLSH'])}`);
    expect(journal).toMatchObject({ payments: [{ amount: 570_000, state: 'sent', cardTail: before.YHK[0]?.GRCKZHHM.slice(-4) }], balanced: true });
    expect(journal.vouchers).toHaveLength(2);
    expect(after.TQ.XCTQRQ).toEqual([{ YWLX: 'REPAY_FUND_LOAN', RQ: '20271120' }]);
    const ledger = await world.call('GR1003', { KHBH: customerNumber('loan-in-order'), GRZH: before.ZH[0]?.GRZH, TS: 1 });
    expect(ledger.body['MX']).toMatchObject([{ GJHTQYWLX: '11', FSE: '-5700.00', TQYY: '06', YE: after.ZH[0]?.GRZHYE }]);
  });

  it('a local purchase that the register knows at once', async () => {
    const reply = await world.call('TQ1002', await world.purchase('buyer-local', LOCAL, { FSE: '30000.00' }));
    expect(reply.body).toMatchObject({ ZT: 'DZ', HYLY: [{ LY: 'HX' }, { LY: 'BDC', HYJG: '1' }, { LY: 'YH' }] });
  });

  it.each([
    ['a source that does not answer', 'buyer-elsewhere', ELSEWHERE, '2', '9'],
    ['a contract the register does not find', 'buyer-local', 'XM-UNKNOWN-1', '1', '3'],
    ['a contract of another buyer', 'buyer-local', OTHER_BUYERS_CONTRACT, '1', '2'],
    ['a home said to be elsewhere', 'buyer-local', LOCAL, '2', '1'],
  ] as const)('a purchase with %s for the clerks, paying nothing yet', async (_what, key, contract, GFDZ, result) => {
    const reply = await world.call('TQ1002', await world.purchase(key, contract, { GFDZ }));
    expect(reply.body).toMatchObject({ ZT: 'SQ', HYLY: [{ LY: 'HX' }, { LY: 'BDC', HYJG: result }, { LY: 'YH' }] });
    expect((await world.journal(`key=${key}`)).payments).toHaveLength(0);
    expect((await world.overview(key)).TQ.ZBYW).toHaveLength(1);
  });

  it('the same route again on the day twelve months later, by the core’s clock', async () => {
    await world.call('TQ1002', await world.application('loan-in-order'));
    await world.control('POST', '/clock', { set: '2027-11-19T23:59:00+08:00' });
    expect((await world.call('TQ1002', await world.application('loan-in-order'))).code).toBe('300006');
    await world.control('POST', '/clock', { set: '2027-11-20T00:00:01+08:00' });
    expect((await world.call('TQ1002', await world.application('loan-in-order'))).body['ZT']).toBe('DZ');
    expect((await world.journal('key=loan-in-order')).balanced).toBe(true);
  });

  it('answers about contracts only what each may know', async () => {
    const ask = async (key: PersonKey, GFHTBH: string): Promise<unknown> => (await world.call('FC1001', { KHBH: customerNumber(key), GFHTBH })).body;
    expect(await ask('buyer-local', LOCAL)).toMatchObject({ HYJG: '1', BDSZ: '1', FWZJ: '2380000.00', YFJE: '720000.00' });
    expect(await ask('renter', LOCAL)).toEqual({ HYJG: '2' });
    expect(await ask('buyer-local', 'XM-NONE')).toEqual({ HYJG: '3' });
    expect(await ask('buyer-elsewhere', ELSEWHERE)).toEqual({ HYJG: '9' });
  });
});
