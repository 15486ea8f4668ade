import { SilentLog, SystemClock } from '../../platform/index.ts';
import { SignedCore } from '../testing/signed-core.ts';
import { CoreCalls } from './core-calls.ts';
import { CoreLine } from './core-line.ts';
import { HttpStandingOrders } from './http-standing-orders.ts';

const key = { keyId: 'anju', secret: 'secret-of-the-test' };

test('standing orders are signed, changed and read with their next run', async () => {
  const server = new SignedCore(key);
  const clock = new SystemClock();
  const config = { url: await server.listen(), ...key, timeoutMs: 600, pollSeconds: 2, reasons: {} };
  const line = new CoreLine(config, clock, new SilentLog(), { coreCalled: () => undefined });
  const orders = new HttpStandingOrders(new CoreCalls(config, line, clock, new SilentLog()));
  const order = { QYBH: 'QY1', LX: '3', ZT: '1', QYRQ: '20261121', GRZH: '1', KBH: 'K1', KKR: '5', XCRQ: '20261205', XC: { RQ: '20261205', YJJE: '1800.00', KYE: '1' } };
  server.answers = [{ body: order }];
  const kept = { orderNo: 'QY1', kind: 'rent', state: 'running', day: 5, nextOn: '2026-12-05', preview: { on: '2026-12-05', expectedFen: 180_000, enough: true } };
  const askedAt = '2026-11-21T01:30:15.000Z';
  expect(await orders.sign('REQUEST-1', { customerNo: 'KH1', kind: 'rent', cardNo: 'K1', day: 5, askedAt })).toMatchObject({ kind: 'accepted', value: { ...kept, runs: [] } });
  expect(await orders.change('REQUEST-2', 'KH1', 'QY1', { action: 'change', day: 6 })).toMatchObject({ kind: 'accepted' });
  expect(await orders.change('REQUEST-3', 'KH1', 'QY1', { action: 'skip', on: '2026-12-05' })).toMatchObject({ kind: 'accepted', value: { skipped: [] } });
  expect(await orders.change('REQUEST-4', 'KH1', 'QY1', { action: 'skip' })).toMatchObject({ kind: 'accepted' });
  server.answers = [{ body: { ...order, TGRQ: ['20261305'] } }];
  expect(await orders.change('REQUEST-5', 'KH1', 'QY1', { action: 'resume' })).toEqual({ kind: 'unknown' });
  server.answers = [{ body: { QY: [{ ...order, TGRQ: ['20261205', '20270105'], ZT: '2', YX: [{ YWLSH: 'YW1', RQ: '20261105', FSE: '1800.00', ZT: 'DZ' }, { RQ: '20261005', ZT: 'TG' }, { RQ: '20260905', ZT: 'DD' }] }] } }];
  const read = await orders.list('KH1');
  expect(read).toMatchObject({ kind: 'ok', value: [{ state: 'paused', skipped: ['2026-12-05', '2027-01-05'], runs: [{ on: '2026-11-05', caseNo: 'YW1', amountFen: 180_000, state: 'paid' }, { on: '2026-10-05', state: 'skipped' }, { on: '2026-09-05', state: 'waiting' }] }] });
  expect(server.heard.map(({ head, body }) => [head['JYDM'], body])).toEqual([
    ['ZD1001', { KHBH: 'KH1', LX: '3', KBH: 'K1', KKR: '5', SQSJ: '20261121093015' }], ['ZD1002', { KHBH: 'KH1', QYBH: 'QY1', DZ: 'BG', KKR: '6' }], ['ZD1002', { KHBH: 'KH1', QYBH: 'QY1', DZ: 'TG', RQ: '20261205' }],
    ['ZD1002', { KHBH: 'KH1', QYBH: 'QY1', DZ: 'TG' }], ['ZD1002', { KHBH: 'KH1', QYBH: 'QY1', DZ: 'HF' }], ['ZD1003', { KHBH: 'KH1' }],
  ]);
  await line.close();
  await server.close();
});
