import { createHash, randomUUID } from 'node:crypto';
import { customerNumber } from '../generation/generate.ts';
import { KEY_ID, SECRET, signForTest, World } from '../testing/world.ts';

describe('the gateway', () => {
  let world: World;
  const KHBH = customerNumber('loan-in-order');
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(async () => world.close());

  const enveloped = (): string => JSON.stringify({ head: { JYDM: 'GR1002', QQLSH: randomUUID() }, body: { KHBH } });

  it('uses the SM3 of the standard', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('answers a signed request with a signed reply that repeats the nonce', async () => {
    const nonce = randomUUID();
    const reply = await world.send('/gateway', enveloped(), { 'x-core-nonce': nonce });
    expect(reply.code).toBe('000000');
    expect(reply.headers.get('x-core-nonce')).toBe(nonce);
    const time = reply.headers.get('x-core-time') ?? '';
    expect(reply.headers.get('x-core-sign')).toBe(signForTest(SECRET, 'REPLY', '/gateway', time, nonce, reply.bytes));
  });

  it.each([
    ['an unknown key', { 'x-core-key': 'somebody' }, '900001'],
    ['a time six minutes old', { 'x-core-time': String(Date.parse('2026-11-20T10:00:00+08:00') - 360_000) }, '900002'],
    ['a time six minutes ahead', { 'x-core-time': String(Date.parse('2026-11-20T10:00:00+08:00') + 360_000) }, '900002'],
    ['a time that is none', { 'x-core-time': 'now' }, '900002'],
    ['a nonce too short', { 'x-core-nonce': 'short' }, '900003'],
    ['a wrong sign', { 'x-core-sign': 'f'.repeat(64) }, '900004'],
    ['no sign', { 'x-core-sign': '' }, '900004'],
  ])('refuses %s', async (_what, headers, code) => {
    const reply = await world.send('/gateway', enveloped(), headers);
    expect([reply.status, reply.code]).toEqual([401, code]);
  });

  it('refuses a nonce seen before, but not because a stranger used it with a wrong sign', async () => {
    const nonce = randomUUID();
    expect((await world.send('/gateway', enveloped(), { 'x-core-nonce': nonce, 'x-core-sign': '0'.repeat(64) })).code).toBe('900004');
    expect((await world.send('/gateway', enveloped(), { 'x-core-nonce': nonce })).code).toBe('000000');
    expect((await world.send('/gateway', enveloped(), { 'x-core-nonce': nonce })).code).toBe('900003');
  });

  it('refuses bytes other than the signed ones', async () => {
    const sign = signForTest(SECRET, 'POST', '/gateway', String(world.now), 'n'.repeat(16), '{}');
    const reply = await world.send('/gateway', enveloped(), { 'x-core-nonce': 'n'.repeat(16), 'x-core-sign': sign, 'x-core-key': KEY_ID });
    expect(reply.code).toBe('900004');
  });

  it('goes by the machine for signatures even when its own clock is days ahead', async () => {
    await world.control('POST', '/clock', { advanceDays: 2 });
    const reply = await world.send('/gateway', enveloped());
    expect([reply.code, String(reply.head['XYSJ']).slice(0, 8)]).toEqual(['000000', '20261122']);
  });

  it.each([
    ['not JSON', '{', 'head'],
    ['no head', '{"body":{}}', 'head'],
    ['a list', '[]', 'head'],
  ])('answers 400 to %s', async (_what, body, field) => {
    const reply = await world.send('/gateway', body);
    expect([reply.status, reply.code, reply.body['ZD']]).toEqual([400, '100001', field]);
  });

  it('refuses a bad request number, an unknown transaction and a missing body', async () => {
    const head = { JYDM: 'GR1002', QQLSH: 'short' };
    expect((await world.send('/gateway', JSON.stringify({ head, body: { KHBH } }))).body['ZD']).toBe('QQLSH');
    expect((await world.call('ZZ9999', {})).code).toBe('100002');
    expect((await world.call('toString', {})).code).toBe('100002');
    expect((await world.send('/gateway', JSON.stringify({ head: { JYDM: 'GR1002', QQLSH: randomUUID() } }))).body['ZD']).toBe('body');
  });

  it.each([
    ['GR1001', { ZJLX: '07', ZJHM: '123456', XINGMING: '林昶宁' }, 'ZJLX'],
    ['GR1001', { ZJLX: '01', ZJHM: '12 34', XINGMING: '林昶宁' }, 'ZJHM'],
    ['GR1001', { ZJLX: '01', ZJHM: '123456', XINGMING: '' }, 'XINGMING'],
    ['GR1001', { ZJLX: '01', ZJHM: '123456', XINGMING: '林昶宁', SJHM: '2385' }, 'SJHM'],
    ['GR1001', { ZJLX: '01', ZJHM: '123456', XINGMING: '林昶宁', GTYZM: 'a!' }, 'GTYZM'],
    ['GR1002', { KHBH: null }, 'KHBH'],
    ['GR1002', {}, 'KHBH'],
    ['GR1002', { KHBH, EXTRA: '1' }, 'EXTRA'],
    ['GR1002', { KHBH, constructor: '1' }, 'constructor'],
    ['GR1003', { KHBH, GRZH: '1', TS: 0 }, 'TS'],
    ['GR1003', { KHBH, GRZH: '1', TS: 101 }, 'TS'],
    ['GR1003', { KHBH, GRZH: '1', TS: 5, KSRQ: '20260230' }, 'KSRQ'],
    ['GR1003', { KHBH, GRZH: '1', TS: 5, GJHTQYWLX: '1' }, 'GJHTQYWLX'],
    ['GR1003', { KHBH, GRZH: '1', TS: 5, HYH: 'x' }, 'HYH'],
    ['FC1001', { KHBH, GFHTBH: 'x'.repeat(31) }, 'GFHTBH'],
    ['TQ1003', { YQQLSH: 'no' }, 'YQQLSH'],
    ['TQ1004', { KHBH, YWLSH: '' }, 'YWLSH'],
    ['TQ1005', { KHBH }, 'YWLSH'],
    ['GT1001', { KHBH, GTYZM: 12345678 }, 'GTYZM'],
    ['SJ1001', { SJH: '-1', TS: 10 }, 'SJH'],
    ['SJ1001', { SJH: '0', TS: 201 }, 'TS'],
  ])('refuses %s %j by naming the field', async (transaction, body, field) => {
    const reply = await world.call(transaction, body);
    expect([reply.status, reply.code, reply.body['ZD']]).toEqual([200, '100001', field]);
  });

  it.each([
    ['FSE', '0.00'], ['FSE', '-1.00'], ['FSE', '1000'], ['FSE', '1000.0'], ['FSE', '01.00'], ['FSE', 1000], ['FSE', '1e3.00'], ['FSE', '9999999999999999.00'],
    ['YWLX', 'CAR'], ['TQYY', '6'], ['TQFS', '01'], ['SQSJ', '20261120'], ['SQSJ', '20261120240000'], ['KBH', ''], ['GFDZ', '3'], ['CLBH', 'CL1'], ['CLBH', [1]], ['GRZH', '35 02'],
  ])('refuses an application whose %s is %j', async (field, value) => {
    const reply = await world.call('TQ1002', await world.application('loan-in-order', { [field]: value }));
    expect([reply.code, reply.body['ZD']]).toEqual(['100001', field]);
  });

  it('keeps the numbers of the runs of standing orders for itself, and never closes one', async () => {
    const number = 'ZDQY202611200000000120261210';
    expect((await world.call('TQ1002', await world.application('loan-in-order'), number)).body).toEqual({ ZD: 'QQLSH' });
    expect((await world.call('TQ1003', { YQQLSH: number })).code).toBe('300404');
    expect(world.running.core.one('SELECT 1 FROM request WHERE qqlsh = ?', number)).toBeUndefined();
  });

  it('has no time to offer beyond the days that can be booked, however far', async () => {
    for (const KSRQ of ['20990101', '21991231']) expect((await world.call('WD1002', { WDBH: 'XM001', KSRQ })).body).toEqual({ SD: [] });
  });

  it('refuses a body over a mebibyte', async () => {
    const reply = await world.send('/gateway', JSON.stringify({ head: {}, body: 'x'.repeat(1_100_000) }));
    expect([reply.status, reply.code]).toEqual([413, '100001']);
  });

  it('says it lives, and unknown paths are not found', async () => {
    expect((await fetch(`${world.running.url}/health`)).status).toBe(200);
    expect((await fetch(`${world.running.url}/elsewhere`)).status).toBe(404);
  });
});
