import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residentIdWithCheck } from '@anju/shared/identity';
import { BY, IdentityDriver, KEYS, PeopleSource, QIAOSHENG, WANGSHU, someId } from './identity.world.fixture.ts';
import { startIdentityCheck } from './server.ts';

describe('a face verification', () => {
  const source = new PeopleSource();
  let faceid: IdentityDriver;
  beforeAll(async () => {
    faceid = await IdentityDriver.start({ peopleUrl: await source.start() });
  });
  beforeEach(async () => {
    source.broken = false;
    await faceid.control('/reset', {});
  });
  afterAll(async () => {
    await faceid.running.close();
    await source.close();
  });

  it('begins with the address of its page and has no result until the person did something', async () => {
    const { response } = await faceid.detect();
    expect(response['BizToken']).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect(response['Url']).toBe(`${faceid.running.url}/h5/${String(response['BizToken'])}`);
    expect(await faceid.text(String(response['BizToken']))).toMatchObject({ ErrCode: null, LiveStatus: null, Comparestatus: null, Name: WANGSHU.name });
  });

  it('passes only when the person presses 通过, and goes back with the BizToken before the fragment', async () => {
    const token = await faceid.begin({ Extra: 'seq-1' });
    expect((await faceid.page(token)).html).toContain('这是演示用的人脸核身页面');
    expect((await faceid.text(token))['ErrCode']).toBeNull();
    const pressed = await faceid.page(token, 'passed');
    expect(pressed.status).toBe(303);
    expect(pressed.location).toBe(`http://127.0.0.1:3100/?from=face&BizToken=${token}#/pages/identity/face`);
    expect(await faceid.text(token)).toMatchObject({ ErrCode: 0, ErrMsg: '成功', LiveStatus: 0, Comparestatus: 0, Sim: '96.80', IdCard: WANGSHU.idNumber, Extra: 'seq-1' });
  });

  it.each([
    ['not-recognised', 2016, '比对相似度未达到通过标准'],
    ['cancelled', 3002, '用户取消'],
    ['camera', 3001, '无摄像头权限，请允许页面使用摄像头权限'],
    ['network', 66660021, '网络不给力'],
    ['no-reference-photo', 2007, '库中无此用户照片，请到户籍所在地进行核实'],
    ['service-down', 1001, '调用活体引擎接口出错'],
  ])('ends %s in %i', async (outcome, code, words) => {
    const token = await faceid.begin();
    expect((await faceid.page(token, outcome)).status).toBe(303);
    expect(await faceid.text(token)).toMatchObject({ ErrCode: code, ErrMsg: words });
  });

  it.each([
    ['a number nobody has', { IdCard: someId('789') }, 2005],
    ['a name that differs', { Name: '林望书' }, 2006],
    ['the number of another', { IdCard: QIAOSHENG.idNumber }, 2006],
  ])('does not pass %s, whatever is pressed', async (_what, change, code) => {
    const token = await faceid.begin(change);
    await faceid.page(token, 'passed');
    expect((await faceid.text(token))['ErrCode']).toBe(code);
  });

  it('does not pass when the authority library does not answer', async () => {
    const alone = await IdentityDriver.start({ peopleUrl: 'http://127.0.0.1:9' });
    const token = await alone.begin();
    await alone.page(token, 'passed');
    expect((await alone.text(token))['ErrCode']).toBe(1001);
    await alone.running.close();
  });

  it('counts the first end only', async () => {
    const token = await faceid.begin();
    await faceid.page(token, 'cancelled');
    expect((await faceid.page(token, 'passed')).status).toBe(303);
    expect((await faceid.text(token))['ErrCode']).toBe(3002);
    expect((await faceid.page(token)).html).toContain('核身已结束');
    expect((await faceid.control(`/sessions/${token}`, { outcome: 'passed' })).status).toBe(409);
  });

  it('can be ended by control as a person would', async () => {
    const token = await faceid.begin();
    const ended = await faceid.control(`/sessions/${token}`, { outcome: 'passed' });
    expect(ended.body).toMatchObject({ bizToken: token, state: 'finished', errCode: 0, name: '林*舒' });
    expect(JSON.stringify(await faceid.control('/sessions'))).not.toContain(WANGSHU.idNumber);
    expect((await faceid.control(`/sessions/${token}`, { outcome: 'maybe' })).status).toBe(400);
    expect((await faceid.control('/sessions/unknown', { outcome: 'passed' })).status).toBe(404);
  });

  it('answers a press without an outcome with the page again, and an unknown address with a page that says so', async () => {
    const token = await faceid.begin();
    expect((await faceid.page(token, 'toString')).status).toBe(400);
    expect((await faceid.text(token))['ErrCode']).toBeNull();
    expect(await faceid.page('unknown')).toMatchObject({ status: 404, html: expect.stringContaining('找不到这次核身') });
    expect((await faceid.page('unknown', 'passed')).status).toBe(404);
  });

  it('cannot be gone through after two hours, and its result not fetched after three days', async () => {
    const token = await faceid.begin();
    await faceid.control('/clock', { advanceMs: 7_201_000 });
    expect(await faceid.page(token)).toMatchObject({ status: 410, html: expect.stringContaining('页面已过期') });
    expect((await faceid.page(token, 'passed')).status).toBe(410);
    expect((await faceid.control(`/sessions/${token}`, { outcome: 'passed' })).status).toBe(409);
    expect((await faceid.text(token))['ErrCode']).toBeNull();
    await faceid.control('/clock', { advanceDays: 3 });
    expect((await faceid.act('GetDetectInfoEnhanced', { BizToken: token, RuleId: '7' })).code).toBe('InvalidParameterValue.BizTokenExpired');
  });

  it.each([
    ['no rule', { RuleId: undefined }, 'MissingParameter'],
    ['another rule', { RuleId: '8' }, 'InvalidParameter.RuleId'],
    ['no number', { IdCard: '' }, 'MissingParameter'],
    ['no name', { Name: undefined }, 'MissingParameter'],
    ['a small x', { IdCard: WANGSHU.idNumber.slice(0, 17) + 'x' }, 'FailedOperation.IdFormatError'],
    ['a residence permit', { IdCard: residentIdWithCheck('81000019940823002') }, 'FailedOperation.IdFormatError'],
    ['a passport', { IdCard: 'E12345678' }, 'FailedOperation.IdFormatError'],
    ['a name with digits', { Name: '林1' }, 'FailedOperation.NameFormatError'],
    ['a name of 33 characters', { Name: '林'.repeat(33) }, 'FailedOperation.NameFormatError'],
    ['an address that is none', { RedirectUrl: '/pages/face' }, 'InvalidParameterValue'],
    ['an address of a script', { RedirectUrl: 'javascript:alert(1)' }, 'InvalidParameterValue'],
    ['an address that is too long', { RedirectUrl: `http://127.0.0.1/${'x'.repeat(1100)}` }, 'InvalidParameterValue'],
    ['encrypted parameters', { Encryption: {} }, 'UnsupportedOperation'],
    ['a parameter it does not know', { Idcard: '1' }, 'UnknownParameter'],
  ])('does not begin with %s', async (_what, change, code) => {
    expect((await faceid.detect(change)).code).toBe(code);
  });

  it.each([
    ['no token', { BizToken: '' }, 'MissingParameter'],
    ['an unknown token', { BizToken: 'CE661F1A-0F1E-45BD-BE13-34C05CEA7681' }, 'InvalidParameterValue.BizTokenIllegal'],
    ['another rule', { RuleId: '8' }, 'InvalidParameter.RuleId'],
    ['an info type that is none', { InfoType: '9' }, 'InvalidParameterValue'],
  ])('tells nothing to a query with %s', async (_what, change, code) => {
    const BizToken = await faceid.begin();
    expect((await faceid.act('GetDetectInfoEnhanced', { BizToken, RuleId: '7', ...change })).code).toBe(code);
  });

  it('gives the text part only when it is asked for', async () => {
    const BizToken = await faceid.begin();
    const { response } = await faceid.act('GetDetectInfoEnhanced', { BizToken, RuleId: '7', InfoType: '3' });
    expect(response).toMatchObject({ Text: null, BestFrame: null });
  });

  it('refuses a wrong signature and an unknown action', async () => {
    expect((await faceid.act('DetectAuth', {}, { secretKey: 'x' })).code).toBe('AuthFailure.SignatureFailure');
    expect((await faceid.act('LivenessCompare', {})).code).toBe('InvalidAction');
  });

  it('drops, delays and breaks what it is told, the page by its own name', async () => {
    const token = await faceid.begin();
    await faceid.control('/faults', { on: 'h5', kind: 'status', status: 502, times: 1 });
    expect((await faceid.page(token)).status).toBe(502);
    await faceid.control('/faults', { on: 'DetectAuth', kind: 'drop', times: 1 });
    await expect(faceid.detect()).rejects.toThrow();
    await faceid.control('/faults', { on: 'DetectAuth', kind: 'malformed', times: 1 });
    await expect(faceid.detect()).rejects.toThrow();
    expect((await faceid.detect()).code).toBeUndefined();
  });
});

describe('the page behind a front door', () => {
  it('has its address from outside and posts to wherever it is', async () => {
    const faceid = await IdentityDriver.start({ publicBase: 'http://127.0.0.1:3100/console/identity/' });
    const { response } = await faceid.detect({ RedirectUrl: undefined });
    const token = String(response['BizToken']);
    expect(response['Url']).toBe(`http://127.0.0.1:3100/console/identity/h5/${token}`);
    expect((await faceid.page(token)).html).toContain('<form method="post">');
    expect((await faceid.page(token)).html).not.toMatch(/(href|action|src)="\//);
    expect(await faceid.page(token, 'passed')).toMatchObject({ status: 200, html: expect.stringContaining('您可以关闭本页了') });
    await faceid.running.close();
  });

  it('writes the address to return to as text, with its own query kept', async () => {
    const faceid = await IdentityDriver.start();
    const token = await faceid.begin({ Name: '阿·伊·江', RedirectUrl: 'http://127.0.0.1/?a=%22%3E&b=1' });
    await faceid.page(token, 'cancelled');
    expect((await faceid.page(token)).html).toMatch(/href="http:\/\/127\.0\.0\.1\/\?a=%22%3E&#38;b=1&#38;BizToken=/);
    await faceid.running.close();
  });
});

describe('the life of the process', () => {
  it('keeps sessions over a restart', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'faceid-'));
    const first = await IdentityDriver.start({ stateDir });
    const token = await first.begin();
    await first.page(token, 'passed');
    await first.running.close();
    const second = await IdentityDriver.start({ stateDir });
    expect((await second.text(token))['ErrCode']).toBe(0);
    await second.running.close();
    rmSync(stateDir, { recursive: true });
  });

  it('does not start in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    await expect(startIdentityCheck(KEYS)).rejects.toThrow('production');
    process.env['NODE_ENV'] = before;
    expect(BY.service).toBe('faceid');
  });
});
