import { GATEWAY_KEY, GatewayUnderTest } from '../testing/gateway-under-test.ts';
import { signedHeaders } from './signature.ts';

describe('pushed events', () => {
  const gateway = new GatewayUnderTest();
  const key = GATEWAY_KEY;
  let { core, log }: Pick<GatewayUnderTest, 'core' | 'log'> = gateway;
  beforeEach(() => void ({ core, log } = gateway.open('http://127.0.0.1:1')));
  afterEach(() => gateway.hangUp());

  const path = '/api/v1/callbacks/core/events';
  const batch = Buffer.from(JSON.stringify({ SJ: [{ SJH: '7', SJLX: 'ZTBG', SJSJ: '20261121093016', YWLSH: 'TQ1', YQQLSH: 'R1', KHBH: 'KH1', ZT: 'DZ' }] }));
  const signed = (body = batch, at = path) => signedHeaders(key, 'POST', at, body, new Date());

  test('are taken when the signature holds', () => {
    expect(core.readPushedEvents(path, signed(), batch)).toMatchObject([{ eventNo: 7, state: 'paid' }]);
  });

  test('are taken once: a captured push cannot be played again', () => {
    const headers = signed();
    core.readPushedEvents(path, headers, batch);
    expect(core.readPushedEvents(path, headers, batch)).toBeUndefined();
  });

  test.each<[string, () => [string, Record<string, string | string[] | undefined>, Buffer]]>([
    ['for another address', () => [path, signed(batch, '/elsewhere'), batch]],
    ['with other bytes', () => [path, signed(), Buffer.concat([batch, Buffer.from(' ')])]],
    ['without headers', () => [path, {}, batch]],
    ['with a doubled header', () => [path, { ...signed(), 'x-core-sign': ['a', 'b'] }, batch]],
    ['with a sign that is no hex', () => [path, { ...signed(), 'x-core-sign': 'z'.repeat(64) }, batch]],
    ['with a sign that is too short', () => [path, { ...signed(), 'x-core-sign': 'ab' }, batch]],
    ['under another key', () => [path, { ...signed(), 'x-core-key': 'other' }, batch]],
    ['ten minutes old', () => [path, signedHeaders(key, 'POST', path, batch, new Date(Date.now() - 600_000)), batch]],
    ['signed but no JSON', () => [path, signed(Buffer.from('{')), Buffer.from('{')]],
    ['signed but no batch', () => [path, signed(Buffer.from('{}')), Buffer.from('{}')]],
  ])('%s are refused', (_what, make) => {
    expect(core.readPushedEvents(...make())).toBeUndefined();
    expect(log.names.length).toBeGreaterThan(0);
  });
});
