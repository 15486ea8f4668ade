import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callCloud, type CloudReply, type SignedBy } from '../kit/tencent-cloud.caller.fixture.ts';
import { startSms, type RunningSms } from './server.ts';
import { billedPieces } from './sms.templates.ts';

const OPTIONS = { secretId: 'AKIDsms', secretKey: 'sms-key', sdkAppId: '1400000001', signName: '安居公积金', templateCode: '100', templateCase: '200' };
const BY: SignedBy = { secretId: 'AKIDsms', secretKey: 'sms-key', service: 'sms', version: '2021-01-11', region: 'ap-guangzhou' };

interface Inbox {
  readonly items: readonly { id: number; mobile: string; templateId: string; params: string[]; text: string }[];
}

describe('Tencent Cloud SMS', () => {
  let sms: RunningSms;
  const control = async <Reply = Record<string, unknown>>(path: string, body?: unknown): Promise<{ status: number; body: Reply }> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const reply = await fetch(`${sms.controlUrl}${path}`, init);
    return { status: reply.status, body: (await reply.json()) as Reply };
  };
  const send = async (change: object = {}, by: Partial<SignedBy> = {}): Promise<CloudReply> => {
    const body = { PhoneNumberSet: ['+8613812345678'], SmsSdkAppId: '1400000001', TemplateId: '100', SignName: '安居公积金', TemplateParamSet: ['123456', '5'], ...change };
    return callCloud(sms.url, 'SendSms', body, { ...BY, ...by });
  };
  const codes = (reply: CloudReply): unknown[] => (reply.response['SendStatusSet'] as { Code: string }[]).map((status) => status.Code);
  const inbox = async (query = ''): Promise<Inbox['items']> => (await control<Inbox>(`/messages${query}`)).body.items;
  beforeAll(async () => {
    sms = await startSms(OPTIONS);
  });
  beforeEach(async () => {
    await control('/reset', {});
  });
  afterAll(async () => sms.close());

  it('sends a code and says Ok for the number, with fee and serial number', async () => {
    const reply = await send({ SessionContext: 'signin' });
    expect(reply.response['SendStatusSet']).toEqual([
      { SerialNo: expect.stringMatching(/^5000:\d{28}$/), PhoneNumber: '+8613812345678', Fee: 1, SessionContext: 'signin', Code: 'Ok', Message: 'send success', IsoCode: 'CN' },
    ]);
    expect(await inbox('?mobile=13812345678')).toEqual([
      expect.objectContaining({ mobile: '13812345678', templateId: '100', params: ['123456', '5'], text: '【安居公积金】123456为您的登录验证码，5分钟内有效。如非本人操作，请忽略本短信，切勿告诉他人。' }),
    ]);
  });

  it('sends the step of a case', async () => {
    expect(codes(await send({ TemplateId: '200', TemplateParamSet: ['偿还公积金贷款提取', 'TQ20261121', '已到账'] }))).toEqual(['Ok']);
    expect((await inbox())[0]?.text).toBe('【安居公积金】您的偿还公积金贷款提取（编号TQ20261121）已到账，详情请在安居公积金“进度”中查看。');
  });

  it.each(['13812345678', '8613812345678', '008613812345678', '+8613812345678'])('takes the number written as %s', async (number) => {
    const reply = await send({ PhoneNumberSet: [number] });
    expect(reply.response['SendStatusSet']).toMatchObject([{ PhoneNumber: '+8613812345678', Code: 'Ok' }]);
  });

  it('answers for each number by itself, so that a reply without Error does not mean sent', async () => {
    const reply = await send({ PhoneNumberSet: ['+8613812345678', '+8612345', '+8613812345679'] });
    expect(reply.code).toBeUndefined();
    expect(codes(reply)).toEqual(['Ok', 'InvalidParameterValue.IncorrectPhoneNumber', 'Ok']);
    expect(await inbox()).toHaveLength(2);
  });

  it.each([
    ['another application', { SmsSdkAppId: '1' }, 'InvalidParameterValue.SdkAppIdNotExist'],
    ['another signature', { SignName: '别家' }, 'FailedOperation.SignatureIncorrectOrUnapproved'],
    ['a template it has not', { TemplateId: '9' }, 'FailedOperation.TemplateIncorrectOrUnapproved'],
    ['a parameter too few', { TemplateParamSet: ['123456'] }, 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'],
    ['a parameter too many', { TemplateParamSet: ['123456', '5', 'x'] }, 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'],
    ['no parameters', { TemplateParamSet: undefined }, 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'],
    ['a code that is no code', { TemplateParamSet: ['你好', '5'] }, 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'],
    ['a number that is no number', { PhoneNumberSet: ['12329'] }, 'InvalidParameterValue.IncorrectPhoneNumber'],
    ['a number abroad', { PhoneNumberSet: ['+85298765432'] }, 'UnsupportedOperation.UnsupportedRegion'],
  ])('does not send with %s', async (_what, change, code) => {
    const reply = await send(change);
    expect(codes(reply)).toEqual([code]);
    expect(reply.response['SendStatusSet']).toMatchObject([{ Fee: 0, SerialNo: '' }]);
    expect(await inbox()).toHaveLength(0);
  });

  it.each([
    ['no numbers', { PhoneNumberSet: [] }, {}, 'MissingParameter.EmptyPhoneNumberSet'],
    ['numbers that are no texts', { PhoneNumberSet: [138] }, {}, 'InvalidParameter'],
    ['more than 200 numbers', { PhoneNumberSet: Array.from({ length: 201 }, () => '13812345678') }, {}, 'LimitExceeded.PhoneNumberCountLimit'],
    ['numbers here and abroad', { PhoneNumberSet: ['+8613812345678', '+85298765432'] }, {}, 'UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber'],
    ['no application', { SmsSdkAppId: undefined }, {}, 'MissingParameter'],
    ['no template', { TemplateId: '' }, {}, 'MissingParameter'],
    ['no signature', { SignName: undefined }, {}, 'MissingParameter'],
    ['a parameter it does not know', { Mobile: '1' }, {}, 'UnknownParameter'],
    ['a context that is too long', { SessionContext: 'x'.repeat(600) }, {}, 'InvalidParameterValue'],
    ['another key', {}, { secretKey: 'x' }, 'AuthFailure.SignatureFailure'],
    ['no region', {}, { change: { 'x-tc-region': '' } }, 'MissingParameter'],
  ])('refuses a whole request with %s', async (_what, change, by, code) => {
    expect((await send(change, by)).code).toBe(code);
    expect(await inbox()).toHaveLength(0);
  });

  it('sends one number and template once in 30 seconds, five times an hour and ten times a day', async () => {
    const after = async (seconds: number): Promise<unknown> => {
      await control('/clock', { advanceMs: seconds * 1000 });
      return codes(await send())[0];
    };
    await control('/clock', { advanceMs: msToNextChinaDay(await nowOf()) });
    expect(await after(0)).toBe('Ok');
    expect(await after(20)).toBe('LimitExceeded.PhoneNumberThirtySecondLimit');
    expect(codes(await send({ TemplateId: '200', TemplateParamSet: ['提取', 'TQ1', '已受理'] }))).toEqual(['Ok']);
    for (let at = 0; at < 4; at += 1) expect(await after(40)).toBe('Ok');
    expect(await after(40)).toBe('LimitExceeded.PhoneNumberOneHourLimit');
    for (let at = 0; at < 5; at += 1) expect(await after(3601)).toBe('Ok');
    expect(await after(3601)).toBe('LimitExceeded.PhoneNumberDailyLimit');
    expect(await after(24 * 3600)).toBe('Ok');
  });
  const nowOf = async (): Promise<number> => Date.parse(String((await control<{ now: string }>('/clock')).body.now));
  const msToNextChinaDay = (now: number): number => 24 * 3600_000 - ((now + 8 * 3600_000) % (24 * 3600_000)) + 1000;

  it('forgets the limits only when control says so', async () => {
    await send();
    expect(codes(await send())).toEqual(['LimitExceeded.PhoneNumberThirtySecondLimit']);
    await control('/limits', { enabled: false });
    expect(codes(await send())).toEqual(['Ok']);
    expect((await control('/limits', { enabled: 'no' })).status).toBe(400);
    await control('/limits', { enabled: true });
    expect(codes(await send())).toEqual(['LimitExceeded.PhoneNumberThirtySecondLimit']);
  });

  it('does not send to a number that wants none, until it does', async () => {
    await control('/blacklist', { mobile: '13812345678' });
    expect(codes(await send())).toEqual(['FailedOperation.PhoneNumberInBlacklist']);
    await control('/blacklist', { mobile: '13812345678', listed: false });
    expect(codes(await send())).toEqual(['Ok']);
    expect((await control('/blacklist', { mobile: '1' })).status).toBe(400);
  });

  it('fails with a planned code as often as planned, and knows no other codes', async () => {
    await control('/codes', { code: 'FailedOperation.InsufficientBalanceInSmsPackage', mobile: '13812345678', times: 1 });
    expect(codes(await send({ PhoneNumberSet: ['13900000000'] }))).toEqual(['Ok']);
    expect(codes(await send())).toEqual(['FailedOperation.InsufficientBalanceInSmsPackage']);
    expect(codes(await send())).toEqual(['Ok']);
    expect((await control('/codes', { code: 'Ok' })).status).toBe(400);
    expect((await control('/codes', { code: 'toString' })).status).toBe(400);
    expect((await control('/codes', { code: 'InternalError.Timeout', times: 0 })).status).toBe(400);
  });

  it('drops, delays and breaks replies when told, by action', async () => {
    await control('/faults', { on: 'SendSms', kind: 'drop', times: 1 });
    await expect(send()).rejects.toThrow();
    expect(await inbox()).toHaveLength(0);
    await control('/faults', { on: 'SendSms', kind: 'drop-after', times: 1 });
    await expect(send()).rejects.toThrow();
    expect(await inbox()).toHaveLength(1);
    await control('/faults', { on: 'SendSms', kind: 'malformed', times: 1 });
    await expect(send()).rejects.toThrow();
  });

  it('still checks signatures by real time when its clock was moved', async () => {
    await control('/clock', { advanceDays: 3 });
    expect(codes(await send())).toEqual(['Ok']);
    expect((await send({}, { shift: 3 * 24 * 3600 })).code).toBe('AuthFailure.SignatureExpire');
  });

  it('shows only what came after an id, and logs calls without their contents', async () => {
    await send();
    const first = (await inbox())[0]?.id ?? 0;
    await send({ PhoneNumberSet: ['13900000000'] });
    expect((await inbox(`?after=${first}`)).map((item) => item.mobile)).toEqual(['13900000000']);
    expect((await control('/messages?after=abc')).status).toBe(400);
    const log = JSON.stringify((await control('/requests')).body);
    expect(log).toContain('"call":"SendSms"');
    expect(log).not.toContain('13812345678');
  });

  it('keeps messages and the switch over a restart', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'sms-'));
    const first = await startSms({ ...OPTIONS, stateDir });
    await fetch(`${first.controlUrl}/limits`, { method: 'POST', body: '{"enabled":false}', headers: { 'content-type': 'application/json' } });
    await callCloud(first.url, 'SendSms', { PhoneNumberSet: ['13812345678'], SmsSdkAppId: '1400000001', TemplateId: '100', SignName: '安居公积金', TemplateParamSet: ['1', '5'] }, BY);
    await first.close();
    const second = await startSms({ ...OPTIONS, stateDir });
    expect(await (await fetch(`${second.controlUrl}/limits`)).json()).toEqual({ enabled: false });
    expect(((await (await fetch(`${second.controlUrl}/messages`)).json()) as Inbox).items).toHaveLength(1);
    await second.close();
    rmSync(stateDir, { recursive: true });
  });

  it('bills a long text in pieces', () => {
    expect([billedPieces('短'), billedPieces('长'.repeat(70)), billedPieces('长'.repeat(71)), billedPieces('长'.repeat(135))]).toEqual([1, 1, 2, 3]);
  });
});
