import { createServer, listen, type Running } from './index.ts';
import { callCloud, type SignedBy } from './tencent-cloud.caller.fixture.ts';
import { tencentCloudRoutes, textParameter } from './tencent-cloud.routes.ts';
import { tc3Signature, utcDay } from './tencent-cloud.signature.ts';

describe('the TC3-HMAC-SHA256 signature', () => {
  const example = {
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/json; charset=utf-8', host: 'cvm.tencentcloudapi.com' },
    signedHeaders: ['content-type', 'host'],
    payload: Buffer.from('{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'),
    service: 'cvm',
    timestamp: 1551113065,
  };
  const secretKey = 'Gu5t9xGARNpq86cd98joQYCN3*******';

  it('is the one of the official example', () => {
    expect(tc3Signature(example, secretKey)).toBe('2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c');
  });

  it('changes with the body, the host, the service, the key and the time', () => {
    const official = tc3Signature(example, secretKey);
    const others = [
      tc3Signature({ ...example, payload: Buffer.from('{}') }, secretKey),
      tc3Signature({ ...example, headers: { ...example.headers, host: 'sms.tencentcloudapi.com' } }, secretKey),
      tc3Signature({ ...example, service: 'sms' }, secretKey),
      tc3Signature(example, 'another'),
      tc3Signature({ ...example, timestamp: example.timestamp + 1 }, secretKey),
    ];
    expect(others).not.toContain(official);
  });

  it('takes the day in UTC, not in China', () => {
    expect(utcDay(1551113065)).toBe('2019-02-25');
    expect(utcDay(Date.parse('2026-11-21T07:59:59+08:00') / 1000)).toBe('2026-11-20');
  });
});

describe('a product of Tencent Cloud', () => {
  const by: SignedBy = { secretId: 'AKIDexample', secretKey: 'key', service: 'echo', version: '2020-01-01', region: 'ap-guangzhou' };
  let running: Running;
  beforeAll(async () => {
    const app = createServer({ lenientJson: true });
    tencentCloudRoutes(app, {
      ...by,
      regions: ['ap-guangzhou'],
      now: () => Date.now(),
      actions: { Echo: (parameters) => ({ Said: textParameter(parameters, 'Say') }) },
    });
    running = await listen(app, 0);
  });
  afterAll(async () => running.close());
  const call = async (change: Partial<SignedBy> = {}, body: unknown = { Say: '你好' }, action = 'Echo') => callCloud(running.url, action, body, { ...by, ...change });

  it('answers a call that is signed well inside its envelope', async () => {
    const reply = await call();
    expect(reply.status).toBe(200);
    expect(reply.response).toEqual({ Said: '你好', RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('takes a signature over content type and host only, and a clock off by under five minutes', async () => {
    expect((await call({ signedHeaders: ['content-type', 'host'] })).response['Said']).toBe('你好');
    expect((await call({ shift: -290 })).response['Said']).toBe('你好');
    expect((await call({ shift: 290 })).response['Said']).toBe('你好');
  });

  it.each<[string, Partial<SignedBy>, string]>([
    ['another key', { secretKey: 'x' }, 'AuthFailure.SignatureFailure'],
    ['another key id', { secretId: 'AKIDother' }, 'AuthFailure.SecretIdNotFound'],
    ['a body changed on the way', { sent: '{"Say":"再见"}' }, 'AuthFailure.SignatureFailure'],
    ['an action changed on the way', { change: { 'x-tc-action': 'Other' } }, 'AuthFailure.SignatureFailure'],
    ['another service', { service: 'sms' }, 'AuthFailure.SignatureFailure'],
    ['the host not signed', { signedHeaders: ['content-type'] }, 'AuthFailure.SignatureFailure'],
    ['a clock six minutes late', { shift: -360 }, 'AuthFailure.SignatureExpire'],
    ['a clock six minutes early', { shift: 360 }, 'AuthFailure.SignatureExpire'],
    ['a timestamp changed on the way', { change: { 'x-tc-timestamp': String(Math.floor(Date.now() / 1000) - 7) } }, 'AuthFailure.SignatureFailure'],
    ['no authorization', { change: { authorization: '' } }, 'AuthFailure.InvalidAuthorization'],
    ['an old kind of authorization', { change: { authorization: 'Bearer x' } }, 'AuthFailure.InvalidAuthorization'],
    ['no timestamp', { change: { 'x-tc-timestamp': '' } }, 'MissingParameter'],
    ['no version', { change: { 'x-tc-version': '' } }, 'MissingParameter'],
    ['another version', { version: '2019-01-01' }, 'NoSuchVersion'],
    ['no region', { change: { 'x-tc-region': '' } }, 'MissingParameter'],
    ['another region', { region: 'eu-frankfurt' }, 'UnsupportedRegion'],
  ])('refuses %s, with HTTP 200 and the code inside', async (_what, change, code) => {
    const reply = await call(change);
    expect([reply.status, reply.code]).toEqual([200, code]);
  });

  it.each([
    ['an action it has not', { Say: 'x' }, 'Shout', 'InvalidAction'],
    ['an action named like a method of objects', { Say: 'x' }, 'toString', 'InvalidAction'],
    ['a body that is not JSON', '{"Say"', 'Echo', 'InvalidParameter'],
    ['a body that is a list', [], 'Echo', 'InvalidParameter'],
    ['a missing parameter', {}, 'Echo', 'MissingParameter'],
    ['a parameter of another type', { Say: 1 }, 'Echo', 'InvalidParameter'],
  ])('refuses %s', async (_what, body, action, code) => {
    expect((await call({}, body, action)).code).toBe(code);
  });
});
