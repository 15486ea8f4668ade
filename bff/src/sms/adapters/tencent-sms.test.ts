import { fixedClock } from '../../platform/testing/index.ts';
import { localServer } from '../testing/local-server.fixture.ts';
import type { LocalServer } from '../testing/local-server.fixture.ts';
import { RecordedLog } from '../testing/recorded-log.fixture.ts';
import { tc3Authorization } from './tc3.signature.ts';
import { TencentSms } from './tencent-sms.ts';

const status = (code: string) => JSON.stringify({ Response: { SendStatusSet: [{ SerialNo: '5000:1', PhoneNumber: '+8613900000001', Fee: 1, Code: code, Message: '欧阳静姝' }], RequestId: 'r' } });
const error = (code: string) => JSON.stringify({ Response: { Error: { Code: code, Message: '13900000001' }, RequestId: 'r' } });

describe('SMS by Tencent Cloud', () => {
  let server: LocalServer;
  let log: RecordedLog;
  let sms: TencentSms;
  const send = () => sms.send({ mobile: '13900000001', template: 'code', params: ['123456', '5'] });

  beforeEach(async () => {
    server = await localServer();
    log = new RecordedLog();
    const settings = { url: server.url, secretId: 'id', secretKey: 'key', sdkAppId: '1400', signName: '安居公积金', templates: { code: 'T1', case: 'T2' }, timeoutMs: 1_200 };
    sms = new TencentSms(settings, fixedClock('2026-11-21T01:30:15Z'), log);
  });
  afterEach(async () => server.close());

  it('sends one message, signed over the bytes that travel', async () => {
    server.answer = () => status('Ok');
    await expect(send()).resolves.toEqual({ kind: 'sent', serialNo: '5000:1' });
    const [call] = server.received;
    expect(JSON.parse(call?.body ?? '')).toEqual({ PhoneNumberSet: ['+8613900000001'], SmsSdkAppId: '1400', SignName: '安居公积金', TemplateId: 'T1', TemplateParamSet: ['123456', '5'] });
    expect(call?.headers).toMatchObject({ 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11', 'x-tc-timestamp': '1795224615', 'x-tc-region': 'ap-guangzhou', 'content-type': 'application/json; charset=utf-8' });
    const host = new URL(server.url).host;
    expect(call?.headers.authorization).toBe(tc3Authorization({ service: 'sms', host, payload: call?.body ?? '', timestamp: 1795224615, secretId: 'id', secretKey: 'key', action: 'SendSms' }));
    expect(log.events).toEqual([]);
  });

  it('takes the template of a case for a case', async () => {
    server.answer = () => status('Ok');
    await sms.send({ mobile: '13900000001', template: 'case', params: ['提取', 'A1', '已到账'] });
    expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({ TemplateId: 'T2', TemplateParamSet: ['提取', 'A1', '已到账'] });
  });

  it.each([
    ['LimitExceeded.PhoneNumberThirtySecondLimit', 'too-often'],
    ['LimitExceeded.PhoneNumberDailyLimit', 'too-often'],
    ['FailedOperation.PhoneNumberInBlacklist', 'number'],
    ['InvalidParameterValue.IncorrectPhoneNumber', 'number'],
    ['InternalError.Timeout', 'later'],
    ['FailedOperation.TemplateIncorrectOrUnapproved', 'permanent'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'permanent'],
  ])('does not take a reply of 200 for success when the number says %s', async (code, reason) => {
    server.answer = () => status(code);
    await expect(send()).resolves.toEqual({ kind: 'refused', reason });
    expect(log.events).toEqual([['provider.refused', { provider: 'sms', call: 'SendStatus', code }]]);
  });

  it.each([
    ['AuthFailure.SignatureFailure', 'permanent'],
    ['AuthFailure.SignatureExpire', 'permanent'],
    ['RequestLimitExceeded', 'later'],
    ['InternalError', 'later'],
  ])('knows %s, which refuses the whole request', async (code, reason) => {
    server.answer = () => error(code);
    await expect(send()).resolves.toEqual({ kind: 'refused', reason });
  });

  it.each([
    ['no answer', 'hang'],
    ['a dropped line', 'drop'],
    ['a page of a proxy', '<html>502</html>'],
    ['status 502', { status: 502, text: '{}' }],
    ['no envelope', '{}'],
    ['an empty set', '{"Response":{"SendStatusSet":[]}}'],
    ['a set without a code', '{"Response":{"SendStatusSet":[{}]}}'],
  ] as const)('does not know what became of it after %s', async (_, answer) => {
    server.answer = () => answer;
    await expect(send()).resolves.toEqual({ kind: 'unreachable' });
  });

  it('knows that nothing was sent when there was nobody to take it', async () => {
    await server.close();
    await expect(send()).resolves.toEqual({ kind: 'refused', reason: 'later' });
    expect(log.events).toEqual([['provider.failed', { provider: 'sms', call: 'SendSms' }]]);
    server = await localServer();
  });

  it('writes neither mobile, code nor the words of the provider into the log', async () => {
    server.answer = () => error('AuthFailure.SignatureFailure');
    await send();
    server.answer = () => status('InternalError.Timeout');
    await send();
    server.answer = () => 'hang';
    await send();
    const written = JSON.stringify(log.events);
    expect(log.events).toHaveLength(3);
    for (const secret of ['13900000001', '123456', '欧阳静姝']) expect(written).not.toContain(secret);
  });
});
