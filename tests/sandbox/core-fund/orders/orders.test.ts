import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonKey } from '../../people.ts';
import { customerNumber } from '../generation/generate.ts';
import { fenOf, shareWorld, World, type Reply } from '../testing/world.ts';

type Json = Record<string, unknown>;
interface Order extends Json { readonly QYBH: string; readonly ZT: string; readonly XCRQ?: string; readonly XC?: Json; readonly YX: readonly { readonly RQ: string; readonly ZT: string; readonly YWLSH?: string; readonly FSE?: string }[] }

const list = async (world: World, key: PersonKey): Promise<Order[]> => (await world.call('ZD1003', { KHBH: customerNumber(key) })).body['QY'] as Order[];
const sign = async (world: World, key: PersonKey, LX: string, KKR?: string): Promise<Reply> => {
  const KBH = (await world.overview(key)).YHK[0]?.KBH;
  return world.call('ZD1001', { KHBH: customerNumber(key), LX, SQSJ: '20261120100000', ...(LX === '1' ? {} : { KBH, KKR: KKR ?? '10' }) });
};
const to = async (world: World, day: string): Promise<unknown> => world.control('POST', '/clock', { set: `${day}T09:00:00+08:00` });

describe('standing orders', () => {
  let world: World;
  shareWorld((shared) => (world = shared));
  const change = async (key: PersonKey, DZ: string, more: Json = {}): Promise<Reply> => world.call('ZD1002', { KHBH: customerNumber(key), QYBH: (await list(world, key))[0]?.QYBH, DZ, ...more });
  const runs = async (key: PersonKey): Promise<string[]> => ((await list(world, key))[0]?.YX ?? []).map((run) => `${run.RQ} ${run.ZT}`).reverse();
  const reason = async (key: PersonKey): Promise<unknown> => {
    const last = (await list(world, key))[0]?.YX[0];
    return (await world.call('TQ1004', { KHBH: customerNumber(key), YWLSH: last?.YWLSH })).body['BHYY'];
  };
  const balanced = async (): Promise<boolean> => (await world.journal('')).balanced;

  it('rent: signed, previewed, run on its day as a case of its own told in the feed, paid once', async () => {
    const signed = await sign(world, 'renter', '3');
    expect(signed.body).toMatchObject({ LX: '3', ZT: '1', QYRQ: '20261120', KKR: '10', XCRQ: '20261210', XC: { RQ: '20261210', YJJE: '1800.00', KYE: '1' } });
    expect((await world.overview('renter')).TQ['ZDQY']).toEqual([{ QYBH: signed.body['QYBH'], LX: '3', ZT: '1' }]);
    await to(world, '2026-12-09');
    expect(await runs('renter')).toEqual([]);
    await to(world, '2026-12-10');
    expect(await runs('renter')).toEqual(['20261210 DZ']);
    const YWLSH = (await list(world, 'renter'))[0]?.YX[0]?.YWLSH;
    const run = (await world.call('TQ1004', { KHBH: customerNumber('renter'), YWLSH })).body;
    expect(run).toMatchObject({ YWLX: 'RENT', FSE: '1800.00', QYBH: signed.body['QYBH'], YQQLSH: `ZD${String(signed.body['QYBH'])}-20261210` });
    expect((await world.call('TQ1003', { YQQLSH: run['YQQLSH'] })).body).toEqual(run);
    const events = (await world.call('SJ1001', { SJH: '0', TS: 200 })).body['SJ'] as { YWLSH: string; ZT: string }[];
    expect(events.filter((event) => event.YWLSH === YWLSH).map((event) => event.ZT)).toEqual(['SQ', 'SL', 'SH', 'SP', 'DZ']);
    expect((await world.journal(`ywlsh=${String(YWLSH)}`)).payments).toMatchObject([{ amount: 180_000, busType: '02' }]);
    expect((await world.call('TQ1002', await world.withdrawal('renter', 'RENT'))).code).toBe('300006');
  });

  it('300042 rent: not in a calendar month of which days were withdrawn for as repaid, and paid again from the next', async () => {
    await sign(world, 'renter', '3', '25');
    world.running.core.run(`INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, amount, span_from, span_to) VALUES (?, 'REPAY_COMMERCIAL_LOAN', '06', '2026-11-02', 100, '2025-11-03', '2026-11-02')`, customerNumber('renter'));
    await to(world, '2026-11-25');
    expect([await runs('renter'), await reason('renter')]).toMatchObject([['20261125 BH'], { DM: '300042' }]);
    await to(world, '2026-12-25');
    expect(await runs('renter')).toEqual(['20261125 BH', '20261225 DZ']);
  });

  it('are paused, resumed, skipped, changed and ended; what falls due while paused is not made up', async () => {
    await sign(world, 'renter', '3');
    expect((await change('renter', 'ZT')).body).toMatchObject({ ZT: '2' });
    await to(world, '2027-02-20');
    expect((await change('renter', 'HF')).body).toMatchObject({ ZT: '1', XCRQ: '20270310' });
    expect((await change('renter', 'TG')).body).toMatchObject({ XCRQ: '20270410' });
    expect((await change('renter', 'BG', { KKR: '12' })).body).toMatchObject({ KKR: '12', XCRQ: '20270412' });
    await to(world, '2027-04-30');
    expect(await runs('renter')).toEqual(['20270312 TG', '20270412 DZ']);
    expect((await change('renter', 'BG', { KKR: '28' })).body).toMatchObject({ XCRQ: '20270528' });
    expect((await change('renter', 'JY')).body).toMatchObject({ ZT: '3' });
    await to(world, '2027-08-30');
    expect(await runs('renter')).toHaveLength(2);
    expect((await change('renter', 'HF')).code).toBe('300067');
    expect((await sign(world, 'renter', '3')).code).toBe('000000');
  });

  it('leave out each run that is named or next, three at most, and say which', async () => {
    await sign(world, 'renter', '3');
    expect((await change('renter', 'TG')).body).toMatchObject({ XCRQ: '20270110', TGRQ: ['20261210'] });
    expect((await change('renter', 'TG', { RQ: '20261210' })).body).toMatchObject({ XCRQ: '20270110', TGRQ: ['20261210'] });
    expect((await change('renter', 'TG', { RQ: '20270210' })).code).toBe('300067');
    await change('renter', 'TG', { RQ: '20270110' });
    expect((await change('renter', 'TG')).body).toMatchObject({ XCRQ: '20270310', XC: { RQ: '20270310' }, TGRQ: ['20261210', '20270110', '20270210'] });
    expect((await change('renter', 'TG')).code).toBe('300067');
    expect((await change('renter', 'BG', { KKR: '20' })).body).toMatchObject({ XCRQ: '20270320', TGRQ: ['20261220', '20270120', '20270220'] });
    await to(world, '2027-01-15');
    expect((await change('renter', 'BG', { KKR: '12' })).body).toMatchObject({ XCRQ: '20270312', TGRQ: ['20270212'] });
    await change('renter', 'ZT');
    expect((await change('renter', 'HF')).body).toMatchObject({ XCRQ: '20270312', TGRQ: ['20270212'] });
    await to(world, '2027-03-13');
    expect(await runs('renter')).toEqual(['20261220 TG', '20270212 TG', '20270312 DZ']);
    expect((await list(world, 'renter'))[0]).not.toHaveProperty('TGRQ');
    expect((await change('renter', 'ZT', { RQ: '20270412' })).body).toEqual({ ZD: 'RQ' });
  });

  it('changed to a later day of a month that has run, run no second time in it', async () => {
    await sign(world, 'renter', '3', '5');
    await to(world, '2026-12-06');
    await change('renter', 'BG', { KKR: '20' });
    await to(world, '2027-01-21');
    expect(await runs('renter')).toEqual(['20261205 DZ', '20270120 DZ']);
  });

  it('wait for another withdrawal, and are still that run', async () => {
    await sign(world, 'renter', '3');
    const running = (await world.call('TQ1002', await world.withdrawal('renter', 'LIFT', { SBXX: { GX: '1', FYJE: '5000.00' }, CLBH: [await world.material('renter')] }))).body;
    expect(running['ZT']).toBe('SQ');
    await to(world, '2026-12-12');
    expect(await runs('renter')).toEqual(['20261210 DD']);
    await world.call('TQ1005', { KHBH: customerNumber('renter'), YWLSH: running['YWLSH'] });
    expect(await runs('renter')).toEqual(['20261210 DZ']);
    expect((await world.journal('key=renter')).payments).toHaveLength(1);
  });

  it.each(['ZT', 'JY'])('that wait when the order is changed by %s are left out: nothing is paid any more', async (DZ) => {
    await sign(world, 'renter', '3');
    const running = (await world.call('TQ1002', await world.withdrawal('renter', 'LIFT', { SBXX: { GX: '1', FYJE: '5000.00' }, CLBH: [await world.material('renter')] }))).body;
    await to(world, '2026-12-12');
    await change('renter', DZ);
    expect(await runs('renter')).toEqual(['20261210 TG']);
    await world.call('TQ1005', { KHBH: customerNumber('renter'), YWLSH: running['YWLSH'] });
    expect([await runs('renter'), (await world.journal('key=renter')).payments]).toEqual([['20261210 TG'], []]);
  });

  it('of an offset do not wait: the person’s bank pays the instalment on its day, and nothing is overdue', async () => {
    const { core } = world.running;
    const KHBH = customerNumber('home-buyer');
    await world.call('TQ1002', await world.purchase('home-buyer', 'ZZ2026-0709-0342', { GFDZ: '2' }));
    await world.advanceTo(await world.waitingForSigning('home-buyer'), 'FK');
    await sign(world, 'home-buyer', '1');
    await to(world, '2026-12-21');
    expect(await runs('home-buyer')).toEqual(['20261220 TG']);
    expect((await world.overview('home-buyer')).DK[0]).toMatchObject({ DQYQQS: '0', XCHKRQ: '20270120' });
    expect(core.all('SELECT due, paid, by_account FROM loan_due JOIN loan USING (dkzh) WHERE khbh = ? AND paid IS NOT NULL', KHBH)).toEqual([{ due: '2026-12-20', paid: '2026-12-20', by_account: 0 }]);
  });

  it('of a frozen account expect nothing, as the run would be refused', async () => {
    await sign(world, 'renter', '3');
    world.running.core.run(`UPDATE account SET state = '06' WHERE khbh = ?`, customerNumber('renter'));
    expect((await list(world, 'renter'))[0]?.XC).toEqual({ RQ: '20261210', YJJE: '0.00', KYE: '0' });
  });

  it('with too little in the account fail plainly, and the next one is tried at its own day', async () => {
    await sign(world, 'renter', '3');
    const rest = fenOf((await world.overview('renter')).ZH[0]?.GRZHYE);
    await world.call('TQ1002', await world.purchase('renter', 'XM2026-1012-0731', { FSE: `${Math.floor((rest - 10_000) / 100)}.00` }));
    expect((await list(world, 'renter'))[0]?.XC).toMatchObject({ KYE: '0' });
    await to(world, '2026-12-10');
    expect([await runs('renter'), await reason('renter')]).toEqual([['20261210 BH'], { DM: '300001', SM: '发生额大于个人账户余额' }]);
    await to(world, '2027-02-11');
    expect(await runs('renter')).toEqual(['20261210 BH', '20270110 DZ', '20270210 BH']);
    expect(await balanced()).toBe(true);
  });

  it('a bank’s loan: what was repaid since the last run, month by month, by a contracted bank only', async () => {
    expect((await sign(world, 'bank-loan', '2')).body).toMatchObject({ XCRQ: '20261210', XC: { YJJE: '57091.68', KYE: '1' } });
    await to(world, '2027-02-11');
    const made = (await list(world, 'bank-loan'))[0]?.YX.map((run) => [run.RQ, run.ZT, run.FSE]);
    expect(made).toEqual([['20270210', 'DZ', '4757.64'], ['20270110', 'DZ', '4757.64'], ['20261210', 'DZ', '57091.68']]);
    world.running.core.run(`UPDATE shared_fact SET facts = json_set(facts, '$.bankLoan.overdue', 1) WHERE khbh = ?`, customerNumber('bank-loan'));
    await to(world, '2027-03-11');
    expect(await reason('bank-loan')).toMatchObject({ DM: '300058' });
    await world.control('POST', '/sources', { key: 'bank-loan', source: 'ZX', state: 'silent' });
    await to(world, '2027-04-11');
    expect(await reason('bank-loan')).toEqual({ DM: 'LYWD', SM: '数据来源未答复' });
    expect(await balanced()).toBe(true);
  });

  it('the offset: its instalments are cases that no bank pays; paused, skipped or ended, the person’s bank pays them', async () => {
    const [order] = await list(world, 'loan-offset');
    const due = (await world.overview('loan-offset')).DK[0]?.DQJHHKJE;
    expect(order).toMatchObject({ LX: '1', ZT: '1', QYRQ: '20250520', XCRQ: '20261217', XC: { YJJE: due, KYE: '1' }, YX: [] });
    await to(world, '2026-12-18');
    expect(await runs('loan-offset')).toEqual(['20261217 DZ']);
    const journal = await world.journal('key=loan-offset');
    expect([journal.payments, journal.balanced]).toEqual([[], true]);
    const YWLSH = (await list(world, 'loan-offset'))[0]?.YX[0]?.YWLSH;
    expect(journal.vouchers.filter((voucher) => voucher.ywlsh === YWLSH).map((voucher) => voucher.words)).toEqual(['冲还贷']);
    expect((await world.control('POST', `/cases/${String(YWLSH)}/return-payment`)).status).toBe(409);
    await change('loan-offset', 'TG');
    await to(world, '2027-01-18');
    await change('loan-offset', 'ZT');
    await to(world, '2027-02-18');
    await change('loan-offset', 'HF');
    await to(world, '2027-03-18');
    await change('loan-offset', 'JY');
    await to(world, '2027-04-18');
    expect(await runs('loan-offset')).toEqual(['20261217 DZ', '20270117 TG', '20270317 DZ']);
    const own = await world.overview('loan-offset');
    expect(own.DK).toMatchObject([{ CHD: { ZT: '0' }, DQYQQS: '0' }]);
    const paidByBank = world.running.core.all<{ due: string }>(`SELECT due FROM loan_due WHERE by_account = 0 AND paid >= '2026-12-01' AND dkzh = ?`, own.DK[0]?.DKZH);
    expect(paidByBank.map((row) => row.due)).toEqual(['2027-01-17', '2027-02-17', '2027-04-17']);
    expect(await balanced()).toBe(true);
    expect((await sign(world, 'loan-offset', '1')).body).toMatchObject({ XCRQ: '20270517' });
  });

  it('an offset that the account cannot pay is refused and paid by the bank; of a loan paid back it has ended', async () => {
    world.running.core.run(`UPDATE account SET state = '06' WHERE khbh = ?`, customerNumber('loan-offset'));
    await to(world, '2026-12-18');
    expect([await runs('loan-offset'), await reason('loan-offset')]).toEqual([['20261217 BH'], { DM: '300003', SM: '个人账户已冻结' }]);
    expect((await world.overview('loan-offset')).DK[0]?.DQYQQS).toBe('0');
    expect((await world.call('DK1003', await world.prepayment('loan-offset', { HKLX: '2', HKJE: undefined, SQFS: undefined }))).body['ZT']).toBe('DZ');
    expect(await list(world, 'loan-offset')).toMatchObject([{ ZT: '3' }]);
    expect(await balanced()).toBe(true);
  });

  it('end with the account', async () => {
    await sign(world, 'renter', '3');
    await world.control('POST', '/facts', { key: 'renter' });
    world.running.core.run(`UPDATE shared_fact SET facts = json_set(facts, '$.settledAbroadOn', '2026-01-01') WHERE khbh = ?`, customerNumber('renter'));
    expect((await world.call('TQ1002', await world.withdrawal('renter', 'EMIGRATION'))).body['ZT']).toBe('DZ');
    expect(await list(world, 'renter')).toMatchObject([{ ZT: '3' }]);
    await to(world, '2027-03-01');
    expect(await runs('renter')).toEqual([]);
  });

  it.each<[PersonKey, string, string]>([
    ['frozen', '3', '300003'], ['loan-offset', '1', '300066'], ['spouse', '1', '300012'], ['arrears', '1', '300011'], ['loan-in-order', '3', '300007'], ['renter', '2', '300058'], ['spouse', '3', '300043'], ['sealed-outsider', '3', '300004'],
  ])('%s may not sign %s: %s', async (key, LX, code) => {
    expect((await sign(world, key, LX)).code).toBe(code);
  });

  it('are refused plainly otherwise', async () => {
    const body = { KHBH: customerNumber('renter'), LX: '3', SQSJ: '20261120100000' };
    const KBH = (await world.overview('renter')).YHK[0]?.KBH;
    expect((await world.call('ZD1001', { ...body, KKR: '5' })).body).toEqual({ ZD: 'KBH' });
    expect((await world.call('ZD1001', { ...body, KBH })).body).toEqual({ ZD: 'KKR' });
    expect((await world.call('ZD1001', { ...body, KBH, KKR: '29' })).body).toEqual({ ZD: 'KKR' });
    expect((await world.call('ZD1001', { ...body, LX: '1', KBH })).body).toEqual({ ZD: 'KBH' });
    expect((await world.call('ZD1001', { ...body, KBH: 'YHK0', KKR: '5' })).code).toBe('300008');
    await sign(world, 'renter', '3');
    expect((await sign(world, 'renter', '3')).code).toBe('300066');
    expect((await change('renter', 'BG')).body).toEqual({ ZD: 'KBH' });
    expect((await change('renter', 'ZT', { KKR: '5' })).body).toEqual({ ZD: 'KKR' });
    expect([(await change('renter', 'HF')).code, (await change('renter', 'BG', { KBH: 'YHK0' })).code]).toEqual(['300067', '300008']);
    expect((await world.call('YH1002', { KHBH: customerNumber('renter'), KBH })).code).toBe('300066');
    await change('renter', 'ZT');
    expect([(await change('renter', 'ZT')).code, (await change('renter', 'TG')).code]).toEqual(['300067', '300067']);
    expect((await world.call('ZD1002', { KHBH: customerNumber('spouse'), QYBH: (await list(world, 'renter'))[0]?.QYBH, DZ: 'JY' })).code).toBe('300067');
  });

  it('ask the source before a bank’s loan is signed for', async () => {
    await world.control('POST', '/sources', { key: 'bank-loan', source: 'ZX', state: 'silent' });
    expect((await sign(world, 'bank-loan', '2')).code).toBe('300040');
    await world.control('POST', '/sources', { key: 'bank-loan', source: 'ZX', state: 'differs' });
    expect((await sign(world, 'bank-loan', '2')).code).toBe('300049');
    await world.control('POST', '/sources', { key: 'renter', source: 'BDC', state: 'differs' });
    expect((await sign(world, 'renter', '3')).code).toBe('300049');
  });
});

describe('a year of standing orders', () => {
  it('with restarts, clock jumps and a month of outage has exactly the due runs, each once, each on its own day', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'anju-core-orders-'));
    let world = await World.start({ stateDir });
    await sign(world, 'renter', '3', '12');
    await sign(world, 'bank-loan', '2', '25');
    const steps = ['2026-12-12', '2026-12-12', '2026-12-31', '2027-02-13', '2027-02-24', '2027-02-26', '2027-05-30', '2027-06-12', '2027-06-25', '2027-09-01', '2027-11-20'];
    for (const [nth, day] of steps.entries()) {
      if (nth % 2 === 1) {
        await world.close();
        world = await World.start({ stateDir });
      }
      if (Date.parse(`${day}T09:00:00+08:00`) > Number((await world.control('GET', '/clock')).body['now'])) await to(world, day);
    }
    const months = ['202611', '202612', '202701', '202702', '202703', '202704', '202705', '202706', '202707', '202708', '202709', '202710', '202711'];
    for (const [key, day] of [['renter', '12'], ['bank-loan', '25'], ['loan-offset', '17']] as const) {
      const made = ((await list(world, key))[0]?.YX ?? []).map((run) => run.RQ).reverse();
      expect([key, made]).toEqual([key, months.map((month) => `${month}${day}`).filter((due) => due > '20261120' && due <= '20271120')]);
    }
    const journal = await world.journal('key=renter');
    expect([journal.payments.length, journal.balanced]).toEqual([12, true]);
    expect((await world.journal('key=bank-loan')).payments).toHaveLength(12);
    const paid = await world.call('GR1003', { KHBH: customerNumber('renter'), GRZH: (await world.overview('renter')).ZH[0]?.GRZH, GJHTQYWLX: '11', TS: 100 });
    expect((paid.body['MX'] as { JZRQ: string }[]).map((entry) => entry.JZRQ).reverse()).toEqual(months.slice(1).map((month) => `${month}12`));
    await world.close();
    rmSync(stateDir, { recursive: true, force: true });
  }, 60_000);
});
