import { residentIdWithCheck } from '@anju/shared/identity';
import { fixedClock } from '../../platform/testing/index.ts';
import { localServer } from '../../sms/testing/local-server.fixture.ts';
import type { Answer, LocalServer } from '../../sms/testing/local-server.fixture.ts';
import { RecordedLog } from '../../sms/testing/recorded-log.fixture.ts';
import { detectVerdict } from './detect-verdict.ts';
import { TencentIdentityCheck } from './tencent-identity-check.ts';

const who = { name: '欧阳静姝', idNumber: residentIdWithCheck('35020019900101001') };
const MOBILE = '13900000001';
const response = (fields: object) => JSON.stringify({ Response: { ...fields, RequestId: 'r' } });
const error = (code: string) => response({ Error: { Code: code, Message: who.name } });
const text = (fields: object | null) => response({ Text: fields });
const BROKEN: readonly (readonly [string, Answer])[] = [
  ['no answer', 'hang'],
  ['a dropped line', 'drop'],
  ['a page of a proxy', '<html></html>'],
  ['an error of the provider', error('InternalError')],
];

describe('identity checks by Tencent FaceID', () => {
  let server: LocalServer;
  let log: RecordedLog;
  let check: TencentIdentityCheck;
  const sent = () => ({ action: server.received[0]?.headers['x-tc-action'], body: JSON.parse(server.received[0]?.body ?? '') as unknown });

  beforeEach(async () => {
    server = await localServer();
    log = new RecordedLog();
    check = new TencentIdentityCheck({ url: server.url, secretId: 'id', secretKey: 'key', ruleId: '7', timeoutMs: 1_200 }, fixedClock(), log);
  });
  afterEach(async () => server.close());

  describe('three factors', () => {
    const ask = () => check.nameIdMobileMatch({ ...who, mobile: MOBILE });

    it('asks in the detailed mode', async () => {
      server.answer = () => response({ Result: '0', Isp: '移动' });
      await expect(ask()).resolves.toEqual({ kind: 'matched' });
      expect(sent()).toEqual({ action: 'PhoneVerification', body: { Name: who.name, IdCard: who.idNumber, Phone: MOBILE, VerifyMode: '1' } });
    });

    it.each([
      ['-4', 'PhoneNameIdCardMismatch', ['mobile']],
      ['-4', 'PhoneIdCardMismatch', ['idNumber', 'mobile']],
      ['-4', 'PhoneNameMismatch', ['name', 'mobile']],
      ['-4', 'NameIdCardMismatch', ['name', 'idNumber']],
      ['-4', 'OtherMismatch', []],
      ['-4', 'SomethingNew', []],
      ['-6', undefined, ['mobile']],
      ['-7', undefined, ['idNumber']],
      ['-8', undefined, ['name']],
    ])('reads %s %s as a mismatch of its fields', async (result, detail, fields) => {
      server.answer = () => response({ Result: result, ResultDetail: detail });
      await expect(ask()).resolves.toEqual({ kind: 'mismatch', fields });
    });

    it.each(['-9', '-13'])('takes %s for no record, which is no mismatch', async (result) => {
      server.answer = () => response({ Result: result });
      await expect(ask()).resolves.toEqual({ kind: 'no-record' });
    });

    it.each(['-11', '-12', '-99', undefined])('takes %s for unavailable', async (result) => {
      server.answer = () => response({ Result: result });
      await expect(ask()).resolves.toEqual({ kind: 'unavailable' });
    });

    it.each(BROKEN)('is unavailable after %s', async (_, answer) => {
      server.answer = () => answer;
      await expect(ask()).resolves.toEqual({ kind: 'unavailable' });
    });
  });

  describe('two factors', () => {
    it.each([
      ['0', { kind: 'matched' }],
      ['-1', { kind: 'mismatch', fields: ['name', 'idNumber'] }],
      ['-2', { kind: 'mismatch', fields: ['idNumber'] }],
      ['-3', { kind: 'mismatch', fields: ['name'] }],
      ['-4', { kind: 'unavailable' }],
      ['-5', { kind: 'no-record' }],
      ['-6', { kind: 'unavailable' }],
      ['-7', { kind: 'unavailable' }],
    ])('reads %s', async (result, outcome) => {
      server.answer = () => response({ Result: result });
      await expect(check.nameIdMatch(who)).resolves.toEqual(outcome);
    });

    it.each(BROKEN)('is unavailable after %s', async (_, answer) => {
      server.answer = () => answer;
      await expect(check.nameIdMatch(who)).resolves.toEqual({ kind: 'unavailable' });
    });
  });

  describe('a face check for browsers', () => {
    const start = () => check.startFace(who, 'https://anju.example/#/face?verificationId=1');

    it('begins with our page to come back to', async () => {
      server.answer = () => response({ Url: 'https://faceid/1', BizToken: 'B1' });
      await expect(start()).resolves.toEqual({ kind: 'ok', value: { url: 'https://faceid/1', bizToken: 'B1', expiresInSeconds: 7200 } });
      expect(sent()).toEqual({ action: 'DetectAuth', body: { RuleId: '7', Name: who.name, IdCard: who.idNumber, RedirectUrl: 'https://anju.example/#/face?verificationId=1' } });
    });

    it.each([
      ['FailedOperation.IdFormatError', { kind: 'refused', reason: 'document' }],
      ['FailedOperation.NameFormatError', { kind: 'refused', reason: 'document' }],
      ['InvalidParameterValue.RuleIdNotExist', { kind: 'refused', reason: 'rejected' }],
      ['AuthFailure.SignatureFailure', { kind: 'refused', reason: 'rejected' }],
      ['InternalError', { kind: 'unreachable' }],
      ['RequestLimitExceeded', { kind: 'unreachable' }],
    ])('does not begin on %s', async (code, outcome) => {
      server.answer = () => error(code);
      await expect(start()).resolves.toEqual(outcome);
    });

    it('does not begin when the reply lacks the page', async () => {
      server.answer = () => response({ BizToken: 'B1' });
      await expect(start()).resolves.toEqual({ kind: 'unreachable' });
    });

    it('is passed only for the name and number it was begun with', async () => {
      server.answer = () => text({ ErrCode: 0, Name: who.name, IdCard: who.idNumber });
      await expect(check.faceResult('B1', who)).resolves.toEqual({ kind: 'ok', verdict: 'passed' });
      expect(sent()).toEqual({ action: 'GetDetectInfoEnhanced', body: { BizToken: 'B1', RuleId: '7', InfoType: '1' } });
      server.answer = () => text({ ErrCode: 0, Name: '别人', IdCard: who.idNumber });
      await expect(check.faceResult('B1', who)).resolves.toEqual({ kind: 'refused', reason: 'rejected' });
      server.answer = () => text({ ErrCode: 0 });
      await expect(check.faceResult('B1', who)).resolves.toEqual({ kind: 'refused', reason: 'rejected' });
    });

    it.each([
      [0, 'passed'],
      [null, 'pending'],
      [undefined, 'pending'],
      [2016, 'not-recognised'],
      [2006, 'not-recognised'],
      [2005, 'no-reference-photo'],
      [2007, 'no-reference-photo'],
      [3001, 'camera'],
      [3002, 'cancelled'],
      [66660021, 'network'],
      [1001, 'service-down'],
      [424242, 'service-down'],
      ['toString', 'service-down'],
    ])('reads the code %s as %s', (code, verdict) => {
      expect(detectVerdict(code)).toBe(verdict);
    });

    it.each([
      [text(null), { kind: 'ok', verdict: 'pending' }],
      [text({ ErrCode: null }), { kind: 'ok', verdict: 'pending' }],
      [error('InvalidParameterValue.BizTokenExpired'), { kind: 'refused', reason: 'expired' }],
      [error('InvalidParameterValue.BizTokenIllegal'), { kind: 'refused', reason: 'expired' }],
      [error('UnauthorizedOperation.Nonactivated'), { kind: 'refused', reason: 'rejected' }],
      [error('InternalError'), { kind: 'unreachable' }],
      ['hang', { kind: 'unreachable' }],
      ['nonsense', { kind: 'unreachable' }],
    ] as const)('reads the answer %s', async (answer, outcome) => {
      server.answer = () => answer;
      await expect(check.faceResult('B1', who)).resolves.toEqual(outcome);
    });
  });

  it('writes no name and no number into the log', async () => {
    for (const [, answer] of BROKEN) {
      server.answer = () => answer;
      await check.nameIdMatch(who);
    }
    expect(log.events).toHaveLength(BROKEN.length);
    const written = JSON.stringify(log.events);
    expect(written).not.toContain(who.name);
    expect(written).not.toContain(who.idNumber);
  });
});
