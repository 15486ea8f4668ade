import { residentIdWithCheck } from '@anju/shared/identity';
import { PeopleRegister } from '../kit/people.register.ts';
import { certHash } from './face.identification.ts';
import { WechatDriver, someId } from './wechat.client.fixture.ts';

describe('the phone number a user picks', () => {
  let wechat: WechatDriver;
  const path = '/wxa/business/getuserphonenumber';
  const phoneCode = async (body: object): Promise<{ code: string; openid: string }> => wechat.control('/phone-codes', body);
  beforeAll(async () => {
    wechat = await WechatDriver.start();
  });
  beforeEach(async () => {
    await wechat.control('/reset', {});
    await wechat.control('/users', { key: 'renter', mobile: '13812345678' });
  });
  afterAll(async () => wechat.running.close());

  it('is the number of the user, with the watermark of the mini-program', async () => {
    const { code, openid } = await phoneCode({ key: 'renter' });
    const { body } = await wechat.withToken(path, { code, openid });
    expect(body).toMatchObject({ errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: '13812345678', purePhoneNumber: '13812345678', countryCode: '86', watermark: { appid: 'wx1234567890abcdef' } } });
  });

  it('may be a number that is not the own one', async () => {
    const { code } = await phoneCode({ key: 'renter', mobile: '13900000001' });
    expect((await wechat.withToken(path, { code })).body).toMatchObject({ phone_info: { phoneNumber: '13900000001' } });
  });

  it('refuses a code used, expired, unknown or made by wx.login with 40029', async () => {
    const used = await phoneCode({ key: 'renter' });
    const late = await phoneCode({ key: 'renter' });
    const login = await wechat.loginCode('renter');
    await wechat.withToken(path, { code: used.code });
    expect((await wechat.withToken(path, { code: used.code })).body['errcode']).toBe(40029);
    expect((await wechat.withToken(path, { code: login.code })).body['errcode']).toBe(40029);
    expect((await wechat.withToken(path, { code: 'x' })).body['errcode']).toBe(40029);
    await wechat.advance(301_000);
    expect((await wechat.withToken(path, { code: late.code })).body['errcode']).toBe(40029);
  });

  it("refuses another mini-program's code with 40013 and another user's openid with 40003", async () => {
    const foreign = await phoneCode({ key: 'renter', appId: 'wx-of-others' });
    const own = await phoneCode({ key: 'renter' });
    const spouse = await wechat.loginCode('spouse');
    expect((await wechat.withToken(path, { code: foreign.code })).body['errcode']).toBe(40013);
    expect((await wechat.withToken(path, { code: own.code, openid: spouse.openid })).body['errcode']).toBe(40003);
  });

  it('refuses GET, no token, no body and a body that is not JSON', async () => {
    const token = await wechat.token();
    expect((await wechat.call('GET', path)).body['errcode']).toBe(43002);
    expect((await wechat.call('POST', path, {})).body['errcode']).toBe(41001);
    expect((await wechat.call('POST', `${path}?access_token=${token}`, '')).body['errcode']).toBe(44002);
    expect((await wechat.call('POST', `${path}?access_token=${token}`, 'code=1')).body['errcode']).toBe(47001);
  });

  it('refuses a control call that makes no sense', async () => {
    expect(await wechat.controlStatus('/users', { key: 'x', mobile: '123' })).toBe(400);
    expect(await wechat.controlStatus('/phone-codes', {})).toBe(400);
    expect(await wechat.controlStatus('/phone-codes', { openid: 'nobody' })).toBe(404);
    expect(await wechat.controlStatus('/nothing', {})).toBe(404);
  });
});

describe('who a user is', () => {
  it('is told by the people once they answer, not made up for good', async () => {
    const person = { key: 'renter', name: '林望舒', idNumber: someId('123'), mobile: '13812345678' };
    const all = jest.spyOn(PeopleRegister.prototype, 'all').mockRejectedValueOnce(new Error('down')).mockResolvedValue([person]);
    const wechat = await WechatDriver.start();
    const early = await wechat.loginCode('renter');
    const late = await wechat.control<{ code: string; openid: string }>('/phone-codes', { key: 'renter' });
    expect(late.openid).toBe(early.openid);
    expect((await wechat.withToken('/wxa/business/getuserphonenumber', { code: late.code })).body).toMatchObject({ phone_info: { phoneNumber: '13812345678' } });
    all.mockRestore();
    await wechat.running.close();
  });
});

describe('the certificate hash', () => {
  it('is the one WeChat publishes for its example', () => {
    expect(certHash('IDENTITY_CARD', '张三', '310101199801011234')).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b');
  });
});

describe('face verification', () => {
  let wechat: WechatDriver;
  let openid: string;
  let sequence = 0;
  const name = '林望舒';
  const number = someId('123');
  const begin = async (change: object = {}): Promise<Record<string, unknown>> => {
    const cert_info = { cert_type: 'IDENTITY_CARD', cert_name: name, cert_no: number };
    return (await wechat.withToken('/cityservice/face/identify/getverifyid', { out_seq_no: `seq-${sequence}`, cert_info, openid, ...change })).body;
  };
  const query = async (verifyId: unknown, change: object = {}): Promise<Record<string, unknown>> => {
    const body = { verify_id: verifyId, out_seq_no: `seq-${sequence}`, cert_hash: certHash('IDENTITY_CARD', name, number), openid, ...change };
    return (await wechat.withToken('/cityservice/face/identify/queryverifyinfo', body)).body;
  };
  beforeAll(async () => {
    wechat = await WechatDriver.start();
  });
  beforeEach(async () => {
    await wechat.control('/reset', {});
    openid = (await wechat.loginCode('renter')).openid;
    sequence += 10;
  });
  afterAll(async () => wechat.running.close());

  it('is not finished until the person did something, then says what', async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ errcode: 0, errmsg: 'ok', expires_in: 3600 });
    expect(await query(begun['verify_id'])).toEqual({ errcode: 0, errmsg: '', verify_ret: 10300 });
    await wechat.control(`/face/${String(begun['verify_id'])}`, { outcome: 'passed' });
    expect(await query(begun['verify_id'])).toEqual({ errcode: 0, errmsg: '', verify_ret: 10000 });
  });

  it.each([
    ['cancelled', 90002],
    ['not-recognised', 10004],
    ['camera', 90008],
    ['network', 90007],
    ['no-reference-photo', 10026],
    ['service-down', 10045],
  ])('ends %s in %i', async (outcome, verifyRet) => {
    const begun = await begin();
    await wechat.control(`/face/${String(begun['verify_id'])}`, { outcome });
    expect((await query(begun['verify_id']))['verify_ret']).toBe(verifyRet);
  });

  it('keeps the first end and refuses a second, an unknown outcome, an unknown id and one past its hour', async () => {
    const id = String((await begin())['verify_id']);
    await wechat.control(`/face/${id}`, { outcome: 'cancelled' });
    expect(await wechat.controlStatus(`/face/${id}`, { outcome: 'passed' })).toBe(409);
    expect(await wechat.controlStatus(`/face/${id}`, { outcome: 'maybe' })).toBe(400);
    expect(await wechat.controlStatus('/face/unknown', { outcome: 'passed' })).toBe(404);
    sequence += 1;
    const late = String((await begin())['verify_id']);
    await wechat.advance(3_601_000);
    expect(await wechat.controlStatus(`/face/${late}`, { outcome: 'passed' })).toBe(409);
  });

  it.each([
    ['no out_seq_no', { out_seq_no: undefined }, 84010],
    ['a short out_seq_no', { out_seq_no: 'abc' }, 84011],
    ['an out_seq_no with a blank', { out_seq_no: 'abc def' }, 84011],
    ['no certificate', { cert_info: undefined }, 84012],
    ['a passport', { cert_info: { cert_type: 'PASSPORT', cert_name: name, cert_no: number } }, 84013],
    ['no name', { cert_info: { cert_type: 'IDENTITY_CARD', cert_no: number } }, 84014],
    ['a wrong check digit', { cert_info: { cert_type: 'IDENTITY_CARD', cert_name: name, cert_no: `${number.slice(0, 17)}${number.endsWith('X') ? '1' : 'X'}` } }, 84015],
    ['a residence permit', { cert_info: { cert_type: 'IDENTITY_CARD', cert_name: name, cert_no: residentIdWithCheck('81000019940823002') } }, 84015],
    ['no openid', { openid: undefined }, 84016],
    ['an unknown openid', { openid: 'oNobody' }, 40003],
  ])('does not begin with %s', async (_what, change, errcode) => {
    expect((await begin(change))['errcode']).toBe(errcode);
  });

  it('does not begin twice with one out_seq_no', async () => {
    await begin();
    expect((await begin())['errcode']).toBe(84019);
  });

  it('tells nothing to a query that does not match, or comes after the hour', async () => {
    const id = (await begin())['verify_id'];
    expect((await query(undefined))['errcode']).toBe(84021);
    expect((await query(id, { out_seq_no: '' }))['errcode']).toBe(84010);
    expect((await query(id, { out_seq_no: 'seq-other' }))['errcode']).toBe(84020);
    expect((await query(id, { openid: 'oNobody' }))['errcode']).toBe(84017);
    expect((await query(id, { cert_hash: certHash('IDENTITY_CARD', '林望书', number) }))['errcode']).toBe(84018);
    expect((await query('unknown'))['errcode']).toBe(84022);
    await wechat.advance(3_601_000);
    expect((await query(id))['errcode']).toBe(84022);
  });
});

describe('what the authority library makes of a pass', () => {
  it('finds a name that differs and a number nobody has', async () => {
    const people = { key: 'renter', name: '林望舒', idNumber: someId('123'), mobile: '13812345678' };
    const all = jest.spyOn(PeopleRegister.prototype, 'all').mockResolvedValue([people]);
    const wechat = await WechatDriver.start();
    const { openid } = await wechat.loginCode('renter');
    const end = async (seq: string, cert_name: string, cert_no: string): Promise<unknown> => {
      const cert_info = { cert_type: 'IDENTITY_CARD', cert_name, cert_no };
      const begun = await wechat.withToken('/cityservice/face/identify/getverifyid', { out_seq_no: seq, cert_info, openid });
      return (await wechat.control(`/face/${String(begun.body['verify_id'])}`, { outcome: 'passed' }))['verifyRet'];
    };
    expect(await end('seq-a', '林望舒', people.idNumber)).toBe(10000);
    expect(await end('seq-b', '林望书', people.idNumber)).toBe(10003);
    expect(await end('seq-c', '林望舒', someId('456'))).toBe(10026);
    all.mockRestore();
    await wechat.running.close();
  });
});
