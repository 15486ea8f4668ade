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

  it('shares one amount: a part that one takes leaves the rest to the other, who may have no more', async () => {
    joins('spouse', 'loan-in-order');
    const most = await rest('loan-in-order');
    expect((await apply('spouse', 'REPAY_FUND_LOAN', { FSE: '1.00' })).body['ZT']).toBe('DZ');
    expect([await rest('spouse'), await rest('loan-in-order')]).toEqual([0, most - 100]);
    const above = await apply('loan-in-order', 'REPAY_FUND_LOAN', { FSE: yuan(most - 99) });
    expect([above.code, above.body['ZGJE']]).toEqual(['300009', yuan(most - 100)]);
    expect((await apply('loan-in-order', 'REPAY_FUND_LOAN', { FSE: yuan(most - 100) })).body['ZT']).toBe('DZ');
    expect([await rest('spouse'), await rest('loan-in-order')]).toEqual([0, 0]);
  });

  it('over the years the two never have more than was repaid, whoever takes a part or the rest of it and when', async () => {
    joins('spouse', 'loan-in-order');
    const paid = async (): Promise<number> => {
      const [loan] = (await world.overview('loan-in-order')).DK;
      return fenOf(loan?.HSBJZE ?? '') + fenOf(loan?.HSLXZE ?? '');
    };
    const before = (await paid()) - (await rest('loan-in-order'));
    const turns = [['2026-11-20', 'spouse', 300_000], ['2027-02-20', 'loan-in-order', 500_000], ['2027-12-05', 'spouse', null], ['2028-03-01', 'loan-in-order', null], ['2028-12-10', 'spouse', null]] as const;
    let taken = 0;
    for (const [day, key, part] of turns) {
      await world.control('POST', '/clock', { set: `${day}T09:00:00+08:00` });
      const fen = part ?? (await rest(key));
      expect((await apply(key, 'REPAY_FUND_LOAN', { FSE: yuan(fen) })).body['ZT']).toBe('DZ');
      taken += fen;
      expect(fen).toBeGreaterThan(0);
      expect(taken).toBeLessThanOrEqual((await paid()) - before);
      expect((await apply(key, 'REPAY_FUND_LOAN', { FSE: '0.01' })).code).toBe('300006');
    }
  });

  it('a payment of one that the bank sends back is open to both again, and loses nothing of what the other took', async () => {
    joins('spouse', 'loan-in-order');
    const most = await rest('loan-in-order');
    const first = await apply('spouse', 'REPAY_FUND_LOAN', { FSE: '400.00' });
    const second = await apply('loan-in-order', 'REPAY_FUND_LOAN', { FSE: '600.00' });
    await world.control('POST', `/cases/${String(first.body['YWLSH'])}/return-payment`);
    expect([await rest('spouse'), await rest('loan-in-order')]).toEqual([most - 60_000, 0]);
    await world.control('POST', `/cases/${String(second.body['YWLSH'])}/return-payment`);
    expect([await rest('spouse'), await rest('loan-in-order')]).toEqual([most, most]);
  });

  it('counts by the loan: what a former co-borrower takes for another loan takes nothing, and one owed alone is withdrawn for first', async () => {
    const { core } = world.running;
    joins('spouse', 'loan-in-order');
    core.run(`INSERT INTO loan SELECT 'JOINT-BEFORE', 'JOINT-BEFORE', khbh, principal, 0, method, periods, granted, ends, due_day, stops_paying_after, '2025-01-10', home_order, co_khbh, offset_since FROM loan WHERE khbh = ?`, customerNumber('loan-in-order'));
    core.run('UPDATE loan SET co_khbh = NULL WHERE khbh = ? AND settled IS NULL', customerNumber('loan-in-order'));
    joins('spouse', 'long-name');
    const [alone, shared] = [await rest('loan-in-order'), await rest('long-name')];
    expect((await apply('spouse', 'REPAY_FUND_LOAN', { FSE: '500.00' })).body['ZT']).toBe('DZ');
    expect([await rest('loan-in-order'), await rest('long-name')]).toEqual([alone, shared - 50_000]);
    joins('loan-in-order', 'no-subscription');
    const other = await rest('no-subscription');
    expect(await rest('loan-in-order')).toBe(alone + other);
    expect((await apply('loan-in-order', 'REPAY_FUND_LOAN', { FSE: yuan(alone + 100) })).body['ZT']).toBe('DZ');
    expect(await rest('no-subscription')).toBe(other - 100);
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
