import { residentIdWithCheck } from '@anju/shared/identity';
import { fixedClock } from '../../platform/testing/index.ts';
import type { FixedClock } from '../../platform/testing/index.ts';
import { localServer } from '../../sms/testing/local-server.fixture.ts';
import type { Answer, LocalServer, Received } from '../../sms/testing/local-server.fixture.ts';
import { RecordedLog } from '../../sms/testing/recorded-log.fixture.ts';
import { SubscribeMessage } from '../subscribe-message.ts';
import { certHash, verdictOf } from './face.wire.ts';
import { HttpWechat } from './http-wechat.ts';

const refused = (errcode: number) => JSON.stringify({ errcode, errmsg: `no rid: 6788a40f-247d8ddd-4ba1b183` });
const BROKEN = [['no answer', 'hang'], ['a dropped line', 'drop'], ['a page of a proxy', '<html></html>'], ['status 502', { status: 502, text: '{}' }], ['a list', '[]']] as const;
const subject = { openId: 'open-1', name: '欧阳静姝', idNumber: residentIdWithCheck('35020019900101001'), sequenceNo: 'seq-00001' };
const message = SubscribeMessage.to('open-1', 'T1').opening('pages/case/index?caseId=1').with('thing1', '偿还公积金贷款').with('phrase3', '已到账');

describe('WeChat over HTTP', () => {
  let server: LocalServer;
  let log: RecordedLog;
  let clock: FixedClock;
  let wechat: HttpWechat;
  let tokens: number;
  /** Answers token calls by itself, and each other call as told. */
  const answer = (told: (request: Received) => Answer) => {
    server.answer = (request) => {
      if (request.path !== '/cgi-bin/stable_token') return told(request);
      tokens += 1;
      return JSON.stringify({ access_token: `token-${String(tokens)}`, expires_in: 7200 });
    };
  };
  const calls = () => server.received.filter((request) => request.path !== '/cgi-bin/stable_token');

  beforeEach(async () => {
    server = await localServer();
    log = new RecordedLog();
    clock = fixedClock();
    tokens = 0;
    wechat = new HttpWechat({ url: server.url, appId: 'wx1', appSecret: 'app-secret', timeoutMs: 1_200 }, clock, log);
  });
  afterEach(async () => server.close());

  describe('a login code', () => {
    it('becomes an account; a reply without errcode is success, and the session key stays behind', async () => {
      server.answer = () => JSON.stringify({ openid: 'open-1', session_key: 'bm90IGtlcHQgYW55d2hlcmU=' });
      await expect(wechat.codeToSession('c1')).resolves.toEqual({ kind: 'ok', value: { openId: 'open-1' } });
      expect(Object.fromEntries(calls()[0]?.query ?? [])).toEqual({ appid: 'wx1', secret: 'app-secret', js_code: 'c1', grant_type: 'authorization_code' });
    });

    it.each([
      [40029, 'code-invalid'],
      [40163, 'code-used'],
      [40226, 'blocked'],
      [45011, 'busy'],
      [-1, 'busy'],
      [40125, 'rejected'],
      [41002, 'rejected'],
    ])('is refused with %i as %s', async (errcode, reason) => {
      server.answer = () => refused(errcode);
      await expect(wechat.codeToSession('c1')).resolves.toEqual({ kind: 'refused', reason });
      expect(log.events).toEqual([['provider.refused', { provider: 'wechat', call: 'code2session', code: errcode }]]);
    });

    it.each([...BROKEN, ['a success without an account', '{}'] as const])('is not known to have worked after %s', async (_, broken) => {
      server.answer = () => broken;
      await expect(wechat.codeToSession('c1')).resolves.toEqual({ kind: 'unreachable' });
    });

    it('puts neither secret nor code into the log', async () => {
      for (const [, broken] of BROKEN) {
        server.answer = () => broken;
        await wechat.codeToSession('login-code');
      }
      expect(log.events).toHaveLength(BROKEN.length);
      expect(JSON.stringify(log.events)).not.toMatch(/app-secret|login-code/);
    });
  });

  describe('the access token', () => {
    it('is fetched once for many calls, in normal mode', async () => {
      answer(() => '{"errcode":0}');
      await Promise.all([wechat.sendSubscribeMessage(message), wechat.sendSubscribeMessage(message)]);
      await wechat.sendSubscribeMessage(message);
      expect(tokens).toBe(1);
      const [fetch] = server.received.filter((request) => request.path === '/cgi-bin/stable_token');
      expect(JSON.parse(fetch?.body ?? '')).toEqual({ grant_type: 'client_credential', appid: 'wx1', secret: 'app-secret', force_refresh: false });
      expect(calls().map((call) => call.query.get('access_token'))).toEqual(['token-1', 'token-1', 'token-1']);
    });

    it('is fetched anew shortly before its end', async () => {
      answer(() => '{"errcode":0}');
      await wechat.sendSubscribeMessage(message);
      clock.advance(7_200_000 - 60_000);
      await wechat.sendSubscribeMessage(message);
      expect(calls().map((call) => call.query.get('access_token'))).toEqual(['token-1', 'token-2']);
    });

    it.each([40001, 40014, 42001])('is fetched once more on %i, and the call is made once more', async (errcode) => {
      answer((request) => (request.query.get('access_token') === 'token-1' ? refused(errcode) : '{"errcode":0}'));
      await expect(wechat.sendSubscribeMessage(message)).resolves.toMatchObject({ kind: 'ok' });
      expect(calls()).toHaveLength(2);
    });

    it('is not asked for in a loop', async () => {
      answer(() => refused(40001));
      await expect(wechat.sendSubscribeMessage(message)).resolves.toEqual({ kind: 'refused', reason: 'permanent' });
      expect(calls()).toHaveLength(2);
      expect(tokens).toBe(2);
    });

    it.each([refused(40164), refused(40125), '{"access_token":"","expires_in":7200}', '{"access_token":"t"}', 'hang'] as const)('that cannot be had (%s) keeps the message for later', async (broken) => {
      server.answer = () => broken;
      await expect(wechat.sendSubscribeMessage(message)).resolves.toEqual({ kind: 'refused', reason: 'later' });
      expect(calls()).toEqual([]);
    });

    it('that is held does not hide that WeChat is not there at all: the message is kept for later', async () => {
      answer(() => JSON.stringify({ errcode: 0 }));
      await wechat.sendSubscribeMessage(message);
      await server.close();
      // until the kept line is seen to be gone
      await new Promise((resolve) => setTimeout(resolve, 50));
      await expect(wechat.sendSubscribeMessage(message)).resolves.toEqual({ kind: 'refused', reason: 'later' });
      server = await localServer();
    });
  });

  describe('a phone number', () => {
    const phone = (changes: object = {}, watermark: object = {}) =>
      JSON.stringify({ errcode: 0, phone_info: { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86', watermark: { timestamp: 1795224610, appid: 'wx1', ...watermark }, ...changes } });

    it.each(['86', 86])('is taken with the country code %j', async (countryCode) => {
      answer(() => phone({ countryCode }));
      await expect(wechat.phoneNumber('p1', 'open-1')).resolves.toEqual({ kind: 'ok', value: { mobile: '13800000001', countryCode: '86' } });
      expect(JSON.parse(calls()[0]?.body ?? '')).toEqual({ code: 'p1', openid: 'open-1' });
    });

    it.each([
      ['another mini-program’s watermark', phone({}, { appid: 'wx2' }), { kind: 'refused', reason: 'code-invalid' }],
      ['an old watermark', phone({}, { timestamp: 1795124610 }), { kind: 'refused', reason: 'code-invalid' }],
      ['no watermark', phone({ watermark: null }), { kind: 'unreachable' }],
      ['no number', '{"errcode":0}', { kind: 'unreachable' }],
      ['a spent code', refused(40029), { kind: 'refused', reason: 'code-invalid' }],
      ['a code of another mini-program', refused(40013), { kind: 'refused', reason: 'code-invalid' }],
      ['a full quota', refused(45011), { kind: 'refused', reason: 'busy' }],
      ['a missing right', refused(48001), { kind: 'refused', reason: 'rejected' }],
      ['no answer', 'hang', { kind: 'unreachable' }],
    ] as const)('is refused with %s', async (_, told, outcome) => {
      answer(() => told);
      await expect(wechat.phoneNumber('p1', 'open-1')).resolves.toEqual(outcome);
    });
  });

  describe('a face check', () => {
    it('agrees with the published cert_hash', () => {
      // A published example, not a valid number: its check character is wrong.
      expect(certHash({ name: '张三', idNumber: '310101199801011234' })).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b');
    });

    it('begins and is read with the same name, number, account and sequence', async () => {
      answer((request) => (request.path.endsWith('getverifyid') ? '{"errcode":0,"errmsg":"ok","verify_id":"V1","expires_in":3600}' : '{"errcode":0,"errmsg":"","verify_ret":10000}'));
      await expect(wechat.startFace(subject)).resolves.toEqual({ kind: 'ok', value: { verifyId: 'V1', expiresInSeconds: 3600 } });
      await expect(wechat.faceResult('V1', subject)).resolves.toEqual({ kind: 'ok', verdict: 'passed' });
      expect(calls().map((call) => JSON.parse(call.body) as unknown)).toEqual([
        { out_seq_no: 'seq-00001', cert_info: { cert_type: 'IDENTITY_CARD', cert_name: subject.name, cert_no: subject.idNumber }, openid: 'open-1' },
        { verify_id: 'V1', out_seq_no: 'seq-00001', cert_hash: certHash(subject), openid: 'open-1' },
      ]);
    });

    it.each([
      ['passed', [10000]],
      ['pending', [10005, 10300]],
      ['not-recognised', [10002, 10003, 10004, 10010, 10012, 10017]],
      ['no-reference-photo', [10026]],
      ['cancelled', [90002, 90003, 90004, 90005, 90006]],
      ['camera', [90001, 90008, 90009, 90010, 90011, 90013, 90014, 90106, 90109]],
      ['network', [90007, 90012, 90017, 10020]],
      ['service-down', [10001, 10006, 10007, 10018, 10042, 10045, 90018, 90104, 90199, 0, -1, 123456]],
    ])('reads these codes as %s', (verdict, codes) => {
      expect(codes.map((code) => verdictOf(code))).toEqual(codes.map(() => verdict));
    });

    it('is passed by no errcode 0 alone', async () => {
      answer(() => '{"errcode":0,"errmsg":"","verify_ret":10004}');
      await expect(wechat.faceResult('V1', subject)).resolves.toEqual({ kind: 'ok', verdict: 'not-recognised' });
      answer(() => '{"errcode":0,"errmsg":""}');
      await expect(wechat.faceResult('V1', subject)).resolves.toEqual({ kind: 'unreachable' });
    });

    it.each([
      [84015, { kind: 'refused', reason: 'document' }],
      [84014, { kind: 'refused', reason: 'document' }],
      [84019, { kind: 'refused', reason: 'rejected' }],
      [-1, { kind: 'refused', reason: 'busy' }],
    ])('does not begin on %i', async (errcode, outcome) => {
      answer(() => refused(errcode));
      await expect(wechat.startFace(subject)).resolves.toEqual(outcome);
    });

    it.each([
      [84022, { kind: 'refused', reason: 'expired' }],
      [84017, { kind: 'refused', reason: 'rejected' }],
      [84018, { kind: 'refused', reason: 'rejected' }],
      [84020, { kind: 'refused', reason: 'rejected' }],
    ])('has no result on %i', async (errcode, outcome) => {
      answer(() => refused(errcode));
      await expect(wechat.faceResult('V1', subject)).resolves.toEqual(outcome);
    });
  });

  describe('a subscription message', () => {
    it('goes out as an object of values, and its int64 number comes back unharmed', async () => {
      answer(() => '{"errcode":0,"errmsg":"ok","msgid":1988810812324364291}');
      await expect(wechat.sendSubscribeMessage(message)).resolves.toEqual({ kind: 'ok', messageId: '1988810812324364291' });
      expect(JSON.parse(calls()[0]?.body ?? '')).toEqual({
        touser: 'open-1', template_id: 'T1', page: 'pages/case/index?caseId=1', miniprogram_state: 'formal', lang: 'zh_CN', data: { thing1: { value: '偿还公积金贷款' }, phrase3: { value: '已到账' } },
      });
      expect(calls()[0]?.body).toContain('已到账');
    });

    it('needs no number back', async () => {
      answer(() => '{"errcode":0,"errmsg":"ok"}');
      await expect(wechat.sendSubscribeMessage(message)).resolves.toEqual({ kind: 'ok', messageId: null });
    });

    it.each([
      [43101, { kind: 'refused', reason: 'no-quota' }],
      [43108, { kind: 'refused', reason: 'later', afterSeconds: 5 }],
      [45011, { kind: 'refused', reason: 'later', afterSeconds: 60 }],
      [45009, { kind: 'refused', reason: 'later', afterSeconds: 3600 }],
      [-1, { kind: 'refused', reason: 'later', afterSeconds: 5 }],
      [47003, { kind: 'refused', reason: 'content' }],
      [45168, { kind: 'refused', reason: 'content' }],
      [40003, { kind: 'refused', reason: 'permanent' }],
      [40037, { kind: 'refused', reason: 'permanent' }],
      [41030, { kind: 'refused', reason: 'permanent' }],
      [43107, { kind: 'refused', reason: 'permanent' }],
    ])('is refused with %i', async (errcode, outcome) => {
      answer(() => refused(errcode));
      await expect(wechat.sendSubscribeMessage(message)).resolves.toEqual(outcome);
    });

    it.each(BROKEN)('is not known to have gone out after %s', async (_, broken) => {
      answer(() => broken);
      await expect(wechat.sendSubscribeMessage(message)).resolves.toEqual({ kind: 'unreachable' });
    });
  });
});
