import type { PersonKey } from '../../people.ts';
import { customerNumber } from '../generation/generate.ts';
import { fenOf, World } from '../testing/world.ts';

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

describe('who owes a running loan as its co-borrower', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  /** Makes somebody the co-borrower of the loan of another. */
  const joins = (key: PersonKey, borrower: PersonKey): void => {
    world.running.core.run('UPDATE loan SET co_khbh = ? WHERE khbh = ?', customerNumber(key), customerNumber(borrower));
  };
  const rest = async (key: PersonKey): Promise<number> => {
    const { HK } = (await world.overview(key)).TQ;
    return fenOf(HK?.BJ ?? '0.00') + fenOf(HK?.LX ?? '0.00');
  };
  const apply = async (key: PersonKey, YWLX: string, changes: Record<string, unknown> = {}) => world.call('TQ1002', await world.withdrawal(key, YWLX, changes));

  it('300007 withdraws for nothing else, as the borrower; once it is settled for all again', async () => {
    joins('renter', 'loan-in-order');
    expect((await apply('renter', 'RENT')).code).toBe('300007');
    const order = { KHBH: customerNumber('renter'), LX: '3', KBH: (await world.overview('renter')).YHK[0]?.KBH, KKR: '5', SQSJ: '20261120100000' };
    expect((await world.call('ZD1001', order)).code).toBe('300007');
    expect((await world.journal('key=renter')).payments).toEqual([]);
    world.running.core.run('UPDATE loan SET settled = ? WHERE co_khbh = ?', '2026-11-20', customerNumber('renter'));
    expect([(await apply('renter', 'RENT')).body['ZT'], (await apply('renter', 'REPAY_FUND_LOAN')).code]).toEqual(['DZ', '300012']);
  });

  it('is told what was repaid, and what one of the two withdraws is had once', async () => {
    joins('spouse', 'loan-in-order');
    const most = await rest('loan-in-order');
    expect([await rest('spouse'), most > 0]).toEqual([most, true]);
    const above = await apply('spouse', 'REPAY_FUND_LOAN', { FSE: yuan(most + 1) });
    expect([above.code, above.body['ZGJE']]).toEqual(['300009', yuan(most)]);
    expect((await apply('spouse', 'REPAY_FUND_LOAN', { FSE: yuan(most) })).body['ZT']).toBe('DZ');
    expect([await rest('spouse'), await rest('loan-in-order')]).toEqual([0, 0]);
    const again = await apply('loan-in-order', 'REPAY_FUND_LOAN', { FSE: '0.01' });
    expect([again.code, again.body['ZGJE'], (await world.journal('')).balanced]).toEqual(['300009', '0.00', true]);
  });

  it('300011 not while it is in arrears', async () => {
    joins('spouse', 'arrears');
    expect((await apply('spouse', 'REPAY_FUND_LOAN')).code).toBe('300011');
  });

  it('300012 signs no offset and prepays nothing', async () => {
    joins('spouse', 'loan-in-order');
    expect((await world.call('ZD1001', { KHBH: customerNumber('spouse'), LX: '1', SQSJ: '20261120100000' })).code).toBe('300012');
    const { DKZH } = (await world.overview('loan-in-order')).DK[0] ?? {};
    expect((await world.call('DK1003', await world.prepayment('spouse', { DKZH }))).code).toBe('300012');
  });

  it('300007 no account is closed whose owner came to owe one while the case lay with the clerks', async () => {
    await world.control('POST', '/sources', { key: 'retired', source: 'RS', state: 'silent' });
    const { body } = await apply('retired', 'RETIREMENT', { SBXX: { TXLX: '1' }, CLBH: [await world.material('retired')] });
    expect(body['ZT']).toBe('SQ');
    joins('retired', 'loan-in-order');
    for (let step = 0; step < 4; step += 1) await world.control('POST', `/cases/${String(body['YWLSH'])}/advance`);
    expect((await world.call('TQ1004', { KHBH: customerNumber('retired'), YWLSH: body['YWLSH'] })).body).toMatchObject({ ZT: 'BH', BHYY: { DM: '300007' } });
  });
});
