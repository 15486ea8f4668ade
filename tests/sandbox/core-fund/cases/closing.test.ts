import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonKey } from '../../people.ts';
import { customerNumber } from '../generation/generate.ts';
import { fenOf, World, type Reply } from '../testing/world.ts';

describe('a closing withdrawal', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const close = async (key: PersonKey, route: string, changes: Record<string, unknown> = {}, requestNo?: string): Promise<Reply> => world.call('TQ1002', await world.withdrawal(key, route, changes), requestNo);
  const accountRow = (key: PersonKey): unknown => world.running.core.one('SELECT * FROM account WHERE khbh = ?', customerNumber(key));

  it('pays everything and the interest to the day, from two accounts in one payment, and closes the account', async () => {
    const before = await world.overview('sealed-outsider');
    const [principal, interest] = [fenOf(before.ZH[0]?.GRZHYE), fenOf(before.TQ['YTLX'])];
    expect(interest).toBeGreaterThan(0);
    const { body } = await close('sealed-outsider', 'LEAVE_JOB');
    expect(body).toMatchObject({ ZT: 'DZ', GJHTQYWLX: '12', FSE: before.ZH[0]?.GRZHYE, FSLXE: before.TQ['YTLX'], HYLY: [{ LY: 'HX' }, { LY: 'GA', HYJG: '1' }, { LY: 'JY', HYJG: '1' }, { LY: 'YH' }] });
    const journal = await world.journal('key=sealed-outsider');
    expect(journal.payments).toMatchObject([{ principal, interest, amount: principal + interest, busType: '03', state: 'sent', principalAccount: '35101560088052500001', interestAccount: '35101560088052500002' }]);
    expect(journal.balanced).toBe(true);
    const after = await world.overview('sealed-outsider');
    expect(after.ZH[0]).toMatchObject({ GRZHZT: '05', GRZHYE: '0.00', XHRQ: '20261120', ZTRQ: '20261120', YTLX: '0.00' });
    const { body: ledger } = await world.call('GR1003', { KHBH: customerNumber('sealed-outsider'), GRZH: before.ZH[0]?.GRZH, TS: 1 });
    expect(ledger['MX']).toMatchObject([{ GJHTQYWLX: '12', FSE: `-${String(before.ZH[0]?.GRZHYE)}`, FSLXE: before.TQ['YTLX'], YE: '0.00', TQYY: '05' }]);
    expect((await close('sealed-outsider', 'LEAVE_JOB', { FSE: '1.00' })).code).toBe('300004');
  });

  it('that the bank sends back days later leaves exactly what was there: state, sums, standing orders; and may be asked for again', async () => {
    const { core } = world.running;
    const khbh = customerNumber('retired');
    core.run(`INSERT INTO standing_order (qybh, khbh, grzh, kind, state, signed, due_after) SELECT 'QY1', khbh, grzh, '3', '2', '2026-01-01', '2026-01-01' FROM account WHERE khbh = ?`, khbh);
    const before = accountRow('retired');
    const { body } = await close('retired', 'RETIREMENT');
    expect(core.one(`SELECT state FROM standing_order WHERE qybh = 'QY1'`)).toEqual({ state: '3' });
    expect((await world.overview('retired')).TQ['ZDQY']).toBeUndefined();
    await world.control('POST', '/clock', { advanceDays: 3 });
    await world.control('POST', `/cases/${String(body['YWLSH'])}/return-payment`);
    expect(accountRow('retired')).toEqual(before);
    expect(core.one(`SELECT state FROM standing_order WHERE qybh = 'QY1'`)).toEqual({ state: '2' });
    expect((await world.call('TQ1004', { KHBH: khbh, YWLSH: body['YWLSH'] })).body).toMatchObject({ ZT: 'FKSB', BHYY: { DM: 'YHTH' } });
    expect(await world.journal('key=retired')).toMatchObject({ payments: [{ state: 'returned' }], balanced: true });
    expect((await world.control('POST', `/cases/${String(body['YWLSH'])}/return-payment`)).status).toBe(409);
    const card = await world.call('YH1001', { KHBH: khbh, KH: (await world.control('GET', '/people/retired')).body['spareCard'] });
    expect((await close('retired', 'RETIREMENT', { KBH: card.body['KBH'] })).body['ZT']).toBe('DZ');
    expect(await world.journal('key=retired')).toMatchObject({ payments: [{ state: 'returned' }, { state: 'sent' }], balanced: true });
  });

  it('to a card that is closed is not done: the account stays as it was', async () => {
    world.running.core.run('UPDATE card SET open_at_bank = 0 WHERE khbh = ?', customerNumber('emigrant'));
    const before = accountRow('emigrant');
    expect((await close('emigrant', 'EMIGRATION')).body['ZT']).toBe('FKSB');
    expect(accountRow('emigrant')).toEqual(before);
    expect((await world.journal('')).balanced).toBe(true);
  });

  it('at the clerks pays the balance of the day it is paid; contributions stop with it', async () => {
    const { body } = await close('spouse', 'EMIGRATION', { CLBH: [await world.material('spouse')] });
    expect(body['ZT']).toBe('SQ');
    for (let step = 0; step < 3; step += 1) await world.control('POST', `/cases/${String(body['YWLSH'])}/advance`);
    await world.control('POST', '/clock', { set: '2026-12-06T09:00:00+08:00' });
    await world.control('POST', `/cases/${String(body['YWLSH'])}/advance`);
    const paid = (await world.call('TQ1004', { KHBH: customerNumber('spouse'), YWLSH: body['YWLSH'] })).body;
    expect(fenOf(paid['FSE'])).toBe(fenOf(body['FSE']) + 2 * 1152_00);
    await world.control('POST', '/clock', { advanceDays: 400 });
    const after = await world.overview('spouse');
    expect([after.ZH[0]?.GRZHYE, after.ZH[0]?.GRZHZT, (await world.journal('')).balanced]).toEqual(['0.00', '05', true]);
  });

  it('approved before a court froze the account is not paid', async () => {
    const { body } = await close('spouse', 'EMIGRATION', { CLBH: [await world.material('spouse')] });
    for (let step = 0; step < 3; step += 1) await world.control('POST', `/cases/${String(body['YWLSH'])}/advance`);
    world.running.core.run(`UPDATE account SET state = '06' WHERE khbh = ?`, customerNumber('spouse'));
    expect((await world.control('POST', `/cases/${String(body['YWLSH'])}/advance`)).body['state']).toBe('BH');
    expect((await world.journal('key=spouse')).payments).toEqual([]);
  });

  it('sent back after a 30 June has the interest up to the closing, once, and earns again from the day it is back', async () => {
    await world.control('POST', '/clock', { set: '2027-06-25T09:00:00+08:00' });
    const before = await world.overview('sealed-outsider');
    const { body } = await close('sealed-outsider', 'LEAVE_JOB');
    await world.control('POST', '/clock', { set: '2027-07-05T09:00:00+08:00' });
    await world.control('POST', `/cases/${String(body['YWLSH'])}/return-payment`);
    const back = fenOf(before.ZH[0]?.GRZHYE) + fenOf(before.TQ['YTLX']);
    const [account] = (await world.overview('sealed-outsider')).ZH;
    expect([fenOf(account?.GRZHYE), account?.GRZHDNGJYE]).toEqual([back, '0.00']);
    await world.control('POST', '/clock', { set: '2028-06-30T09:00:00+08:00' });
    const year = Math.round((back * 361 * 0.015) / 360);
    expect(fenOf((await world.overview('sealed-outsider')).ZH[0]?.GRZHYE)).toBe(back + year);
    expect((await world.journal('')).balanced).toBe(true);
  });

  it('sent back leaves an order signed for meanwhile as it is', async () => {
    const KHBH = customerNumber('two-accounts');
    const sign = async (KKR: string): Promise<Reply> => world.call('ZD1001', { KHBH, LX: '3', KBH: (await world.overview('two-accounts')).YHK[0]?.KBH, KKR, SQSJ: '20261120100000' });
    const first = await sign('10');
    world.running.core.run(`UPDATE shared_fact SET facts = json_set(facts, '$.settledAbroadOn', '2026-01-01') WHERE khbh = ?`, KHBH);
    const { body } = await close('two-accounts', 'EMIGRATION');
    world.running.core.run(`UPDATE account SET state = '01', contributing = 1 WHERE khbh = ? AND state = '02'`, KHBH);
    const second = await sign('12');
    expect(second.body['GRZH']).not.toBe(first.body['GRZH']);
    expect((await world.control('POST', `/cases/${String(body['YWLSH'])}/return-payment`)).body['state']).toBe('FKSB');
    const orders = (await world.call('ZD1003', { KHBH })).body['QY'] as { QYBH: string; ZT: string }[];
    expect(orders.map((order) => [order.QYBH, order.ZT])).toEqual([[second.body['QYBH'], '1'], [first.body['QYBH'], '3']]);
  });

  it('approved before a loan was paid out is not paid: the account is kept', async () => {
    const { body } = await close('home-buyer', 'EMIGRATION', { CLBH: [await world.material('home-buyer')] });
    for (let step = 0; step < 3; step += 1) await world.control('POST', `/cases/${String(body['YWLSH'])}/advance`);
    await world.advanceTo(await world.waitingForSigning('home-buyer'), 'FK');
    await world.control('POST', `/cases/${String(body['YWLSH'])}/advance`);
    expect((await world.call('TQ1004', { KHBH: customerNumber('home-buyer'), YWLSH: body['YWLSH'] })).body).toMatchObject({ ZT: 'BH', BHYY: { DM: '300007' } });
    expect((await world.journal('key=home-buyer')).payments).toEqual([]);
  });

  it('comes after a part that can then not be sent back any more', async () => {
    world.running.core.run(`INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, amount) VALUES (?, 'LIFT', '02', '2020-01-01', 1)`, customerNumber('illness'));
    const part = (await world.call('TQ1002', await world.withdrawal('illness', 'ILLNESS'))).body;
    const whole = await close('illness', 'EMIGRATION', { CLBH: [await world.material('illness')] });
    for (let step = 0; step < 4; step += 1) await world.control('POST', `/cases/${String(whole.body['YWLSH'])}/advance`);
    expect((await world.control('POST', `/cases/${String(part['YWLSH'])}/return-payment`)).status).toBe(409);
    expect((await world.journal('')).balanced).toBe(true);
  });
});

describe('a closing withdrawal and a restart', () => {
  it('is done once and remembered: the same number gets the same answer, the books are right', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'anju-core-closing-'));
    const first = await World.start({ stateDir });
    const wish = await first.withdrawal('retired', 'RETIREMENT');
    const paid = await first.call('TQ1002', wish, 'closing-once-0001');
    expect(paid.body['ZT']).toBe('DZ');
    await first.close();
    const next = await World.start({ stateDir });
    expect((await next.call('TQ1003', { YQQLSH: 'closing-once-0001' })).body).toEqual(paid.body);
    expect(await next.call('TQ1002', wish, 'closing-once-0001')).toMatchObject({ head: { CFBZ: '1' }, body: paid.body });
    const journal = await next.journal('key=retired');
    expect([journal.payments.length, journal.balanced]).toEqual([1, true]);
    await next.close();
    rmSync(stateDir, { recursive: true, force: true });
  });
});
