import { WechatDriver, APP } from './wechat.client.fixture.ts';

describe('signing in with WeChat', () => {
  let wechat: WechatDriver;
  beforeAll(async () => {
    wechat = await WechatDriver.start();
  });
  beforeEach(async () => {
    await wechat.control('/reset', {});
  });
  afterAll(async () => wechat.running.close());

  it('exchanges a fresh code for the openid and a session key of 16 bytes, without errcode and as plain text', async () => {
    const { code, openid } = await wechat.loginCode('renter');
    const reply = await wechat.session(code);
    expect(reply.status).toBe(200);
    expect(reply.contentType).toMatch(/^text\/plain/);
    expect(reply.body['openid']).toBe(openid);
    expect(reply.body).not.toHaveProperty('errcode');
    expect(Buffer.from(String(reply.body['session_key']), 'base64')).toHaveLength(16);
  });

  it('gives one key the same openid for ever and two keys two', async () => {
    const first = (await wechat.loginCode('renter')).openid;
    await wechat.control('/reset', {});
    expect((await wechat.loginCode('renter')).openid).toBe(first);
    expect((await wechat.loginCode('spouse')).openid).not.toBe(first);
    expect(first).toMatch(/^o[0-9A-Za-z_-]{27}$/);
  });

  it('refuses a code used before with 40163', async () => {
    const { code } = await wechat.loginCode('renter');
    await wechat.session(code);
    const again = await wechat.session(code);
    expect(again.status).toBe(200);
    expect(again.body['errcode']).toBe(40163);
    expect(again.body['errmsg']).toMatch(/^code been used, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });

  it('takes a code up to five minutes and refuses it after with 40029', async () => {
    const early = await wechat.loginCode('renter');
    const late = await wechat.loginCode('renter');
    await wechat.advance(299_000);
    expect((await wechat.session(early.code)).body['openid']).toBe(early.openid);
    await wechat.advance(2_000);
    expect((await wechat.session(late.code)).body['errcode']).toBe(40029);
  });

  it('refuses a code of another mini-program and a phone code with 40029', async () => {
    const other = await wechat.control<{ code: string }>('/login-codes', { key: 'renter', appId: 'wx-of-others' });
    const phone = await wechat.control<{ code: string }>('/phone-codes', { key: 'renter' });
    expect((await wechat.session(other.code)).body['errcode']).toBe(40029);
    expect((await wechat.session(phone.code)).body['errcode']).toBe(40029);
  });

  it.each([
    ['an unknown code', {}, 40029],
    ['another appid', { appid: 'wx0' }, 40013],
    ['another secret', { secret: 'x' }, 40125],
    ['no appid', { appid: '' }, 41002],
    ['no secret', { secret: '' }, 41004],
    ['no code', { js_code: '' }, 41008],
    ['another grant type', { grant_type: 'client_credential' }, 40002],
  ])('refuses %s', async (_what, change, errcode) => {
    expect((await wechat.session('0unknown', change)).body['errcode']).toBe(errcode);
  });

  it('refuses a POST with 41002 and more than a hundred exchanges a minute with 45011', async () => {
    expect((await wechat.call('POST', '/sns/jscode2session', {})).body['errcode']).toBe(41002);
    for (let at = 0; at < 100; at += 1) await wechat.session((await wechat.loginCode('busy')).code);
    expect((await wechat.session((await wechat.loginCode('busy')).code)).body['errcode']).toBe(45011);
  });
});

describe('access tokens', () => {
  let wechat: WechatDriver;
  const probe = async (token: string): Promise<unknown> => (await wechat.call('POST', `/cgi-bin/message/subscribe/send?access_token=${token}`, {})).body['errcode'];
  beforeAll(async () => {
    wechat = await WechatDriver.start();
  });
  beforeEach(async () => {
    await wechat.control('/reset', {});
  });
  afterAll(async () => wechat.running.close());

  it('gives the same stable token with the seconds left, as JSON with the parameter WeChat writes', async () => {
    const first = await wechat.stable();
    await wechat.advance(1_000_000);
    const second = await wechat.stable();
    expect(first.contentType).toBe('application/json; encoding=utf-8');
    expect(second.body['access_token']).toBe(first.body['access_token']);
    expect(second.body['expires_in']).toBeLessThanOrEqual(6200);
  });

  it('makes a new one in the last five minutes, and both are good', async () => {
    const first = await wechat.token();
    await wechat.advance(6_950_000);
    const second = await wechat.token();
    expect(second).not.toBe(first);
    expect([await probe(first), await probe(second)]).toEqual([40003, 40003]);
  });

  it('kills the earlier token in force mode, but not within 30 seconds', async () => {
    const first = await wechat.token();
    const forced = String((await wechat.stable(true)).body['access_token']);
    expect(await probe(first)).toBe(40001);
    await wechat.advance(10_000);
    expect((await wechat.stable(true)).body['access_token']).toBe(forced);
    await wechat.advance(31_000);
    expect((await wechat.stable(true)).body['access_token']).not.toBe(forced);
  });

  it('refuses the 21st forced refresh of a day with 45009', async () => {
    for (let at = 0; at < 20; at += 1) {
      await wechat.stable(true);
      await wechat.advance(31_000);
    }
    expect((await wechat.stable(true)).body['errcode']).toBe(45009);
  });

  it('retires the old kind of token five minutes after the next, and leaves stable tokens alone', async () => {
    const query = `grant_type=client_credential&appid=${APP.appId}&secret=${APP.appSecret}`;
    const stable = await wechat.token();
    const old = String((await wechat.call('GET', `/cgi-bin/token?${query}`)).body['access_token']);
    const next = String((await wechat.call('GET', `/cgi-bin/token?${query}`)).body['access_token']);
    expect(await probe(old)).toBe(40003);
    await wechat.advance(301_000);
    expect([await probe(old), await probe(next), await probe(stable)]).toEqual([42001, 40003, 40003]);
  });

  it('refuses a token that is missing, malformed, unknown or expired, each with its own code', async () => {
    const token = await wechat.token();
    expect(await probe('')).toBe(41001);
    expect(await probe('nonsense')).toBe(40014);
    expect(await probe(`91_${'x'.repeat(128)}`)).toBe(40001);
    await wechat.advance(7_201_000);
    expect(await probe(token)).toBe(42001);
  });

  it.each([
    ['another grant type', { grant_type: 'x' }, 40002],
    ['another appid', { appid: 'wx0' }, 40013],
    ['another secret', { secret: 'x' }, 40125],
    ['no appid', { appid: undefined }, 41002],
    ['no secret', { secret: undefined }, 41004],
  ])('refuses %s', async (_what, change, errcode) => {
    const body = { grant_type: 'client_credential', appid: APP.appId, secret: APP.appSecret, ...change };
    expect((await wechat.call('POST', '/cgi-bin/stable_token', body)).body['errcode']).toBe(errcode);
  });

  it('refuses GET, an empty body and a body that is not JSON', async () => {
    expect((await wechat.call('GET', '/cgi-bin/stable_token')).body['errcode']).toBe(43002);
    expect((await wechat.call('POST', '/cgi-bin/stable_token', '')).body['errcode']).toBe(44002);
    expect((await wechat.call('POST', '/cgi-bin/stable_token', '{"appid"')).body['errcode']).toBe(47001);
    expect((await wechat.call('POST', '/cgi-bin/stable_token', '[1]')).body['errcode']).toBe(47001);
  });

  it('answers 40066 at a path it does not have', async () => {
    const reply = await wechat.call('GET', '/cgi-bin/nothing');
    expect([reply.status, reply.body['errcode']]).toEqual([200, 40066]);
    expect(reply.body['errmsg']).toMatch(/^invalid url rid: /);
  });
});
