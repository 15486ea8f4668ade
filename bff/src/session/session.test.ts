import type { Caller } from '../platform/index.ts';
import type { IdentityWorld } from '../identity/testing/identity-world.fixture.ts';
import { identityWorld, realName, residentId } from '../identity/testing/identity-world.fixture.ts';
import { VerifyRealName } from '../identity/use-cases/verify-real-name.ts';
import { testEngines } from '../platform/testing/index.ts';
import { SessionRow } from './adapters/session.row.ts';
import { EndSession } from './use-cases/end-session.ts';
import { IdentifyCaller } from './use-cases/identify-caller.ts';
import { ListDevices } from './use-cases/list-devices.ts';
import { RequestSmsCode } from './use-cases/request-sms-code.ts';
import { SignInWithSms } from './use-cases/sign-in-with-sms.ts';
import { SignInWithWechat } from './use-cases/sign-in-with-wechat.ts';

const MOBILE = '13900000001';
const IP = '203.0.113.7';
const MINUTE = 60_000;

describe.each(testEngines())('sessions on %s', (engine) => {
  let world: IdentityWorld;
  const get = <T>(type: new (...parts: never[]) => T): T => world.module.get(type as never, { strict: false });
  const wechat = (openId = 'open-1') => {
    world.wechat.session = { kind: 'ok', value: { openId } };
    return get(SignInWithWechat).execute('wx-code');
  };
  const askCode = (mobile = MOBILE, ip = IP) => get(RequestSmsCode).execute(mobile, ip);
  const signIn = (code: string, mobile = MOBILE) => get(SignInWithSms).execute(mobile, code);
  const sms = async (mobile = MOBILE) => {
    await askCode(mobile);
    return signIn(world.sms.lastCode(), mobile);
  };
  const wrong = () => (world.sms.lastCode() === '000000' ? '000001' : '000000');
  const bind = async (token: string, sequence = 1) => {
    await get(VerifyRealName).execute(await world.caller(token), realName({ idNumber: residentId(sequence) }));
  };

  beforeAll(async () => {
    world = await identityWorld(engine);
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    await world.db.empty('session', 'sms_code', 'person', 'person_handle', 'face_check', 'identity_attempt');
    world.clock.set('2026-11-21T01:30:15.000Z');
    world.sms.outcome = { kind: 'sent', serialNo: '1' };
    world.sms.sent.length = 0;
    world.audit.facts.length = 0;
  });

  describe('signing in with WeChat', () => {
    it('opens a guest session for an account nobody bound', async () => {
      const reply = await wechat();
      expect(reply).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/), expiresAt: '2026-12-21T01:30:15.000Z', level: 'guest' });
      await expect(world.caller(reply.token)).resolves.toMatchObject({ channel: 'weapp', level: 'guest', openId: 'open-1' });
    });

    it.each([
      ['code-invalid', 'session.code-invalid'],
      ['code-used', 'session.code-used'],
      ['blocked', 'session.wechat-blocked'],
      ['busy', 'session.provider-down'],
      ['rejected', 'session.provider-down'],
    ] as const)('says no when WeChat says %s', async (reason, code) => {
      world.wechat.session = { kind: 'refused', reason };
      await expect(get(SignInWithWechat).execute('wx-code')).rejects.toMatchObject({ code });
    });

    it('says that the provider is down when WeChat does not answer', async () => {
      world.wechat.session = { kind: 'unreachable' };
      await expect(get(SignInWithWechat).execute('wx-code')).rejects.toMatchObject({ code: 'session.provider-down' });
    });

    it('keeps neither the token nor the account in clear', async () => {
      const { token } = await wechat('open-secret');
      const rows = JSON.stringify(await world.db.database.manager().getRepository(SessionRow).find());
      expect(rows).not.toContain(token);
      expect(rows).not.toContain('open-secret');
    });
  });

  describe('signing in with a code by message', () => {
    it('sends six digits that live five minutes, and signs in with them', async () => {
      await expect(askCode()).resolves.toEqual({ resendAfter: 60, expiresIn: 300 });
      expect(world.sms.sent).toEqual([{ mobile: MOBILE, template: 'code', params: [expect.stringMatching(/^\d{6}$/), '5'] }]);
      const reply = await signIn(world.sms.lastCode());
      await expect(world.caller(reply.token)).resolves.toMatchObject({ channel: 'h5', level: 'guest' });
    });

    it('takes a code once', async () => {
      await sms();
      await expect(signIn(world.sms.lastCode())).rejects.toMatchObject({ code: 'session.sms-code-wrong' });
    });

    it('refuses a wrong code and goes on taking the right one', async () => {
      await askCode();
      await expect(signIn(wrong())).rejects.toMatchObject({ code: 'session.sms-code-wrong' });
      await expect(signIn(world.sms.lastCode())).resolves.toMatchObject({ level: 'guest' });
    });

    it('ends a code after five wrong tries, also for the right one', async () => {
      await askCode();
      for (let turn = 0; turn < 5; turn += 1) await expect(signIn(wrong())).rejects.toMatchObject({ code: 'session.sms-code-wrong' });
      await expect(signIn(world.sms.lastCode())).rejects.toMatchObject({ code: 'session.sms-too-many', details: { retryAfter: 60 } });
    });

    it('counts guesses that arrive together', async () => {
      await askCode();
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => signIn(wrong())));
      const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'signed-in'));
      expect(codes.filter((code) => code === 'session.sms-code-wrong')).toHaveLength(5);
      expect(codes.filter((code) => code === 'session.sms-too-many')).toHaveLength(3);
    });

    it('says that a code has run out after five minutes', async () => {
      await askCode();
      world.clock.advance(5 * MINUTE);
      await expect(signIn(world.sms.lastCode())).rejects.toMatchObject({ code: 'session.sms-code-expired' });
    });

    it('answers a mobile that never asked as it answers a wrong code', async () => {
      await expect(signIn('123456', '13900000099')).rejects.toMatchObject({ code: 'session.sms-code-wrong' });
    });

    it('takes the code of one mobile for no other', async () => {
      await askCode('13900000002');
      const foreign = world.sms.lastCode();
      await askCode();
      if (foreign !== world.sms.lastCode()) await expect(signIn(foreign)).rejects.toMatchObject({ code: 'session.sms-code-wrong' });
      await expect(signIn(world.sms.lastCode())).resolves.toMatchObject({ level: 'guest' });
    });

    it('sends another code only after a minute', async () => {
      await askCode();
      world.clock.advance(45_000);
      await expect(askCode()).rejects.toMatchObject({ code: 'session.sms-too-many', details: { retryAfter: 15 } });
      world.clock.advance(15_000);
      await expect(askCode()).resolves.toMatchObject({ resendAfter: 60 });
    });

    it('sends one code when two are asked for at the same moment', async () => {
      const outcomes = await Promise.allSettled([askCode(), askCode()]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(world.sms.sent).toHaveLength(1);
    });

    it('sends five codes an hour to one mobile and no more', async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        await askCode();
        world.clock.advance(MINUTE);
      }
      await expect(askCode()).rejects.toMatchObject({ code: 'session.sms-too-many', details: { retryAfter: 3600 } });
    });

    it('asks for nothing more from an address that asked a hundred times', async () => {
      for (let turn = 0; turn < 100; turn += 1) await askCode(`138${String(turn).padStart(8, '0')}`);
      await expect(askCode()).rejects.toMatchObject({ code: 'session.sms-too-many' });
      await expect(askCode(MOBILE, '203.0.113.8')).resolves.toMatchObject({ resendAfter: 60 });
    });

    it('lets a person ask again at once when the gateway refused', async () => {
      world.sms.outcome = { kind: 'refused', reason: 'permanent' };
      await expect(askCode()).rejects.toMatchObject({ code: 'session.provider-down' });
      world.sms.outcome = { kind: 'sent', serialNo: '2' };
      await expect(askCode()).resolves.toMatchObject({ resendAfter: 60 });
    });

    it('keeps the code good when the gateway did not answer, since it may have been sent', async () => {
      world.sms.outcome = { kind: 'unreachable' };
      await expect(askCode()).rejects.toMatchObject({ code: 'session.provider-down' });
      await expect(signIn(world.sms.lastCode())).resolves.toMatchObject({ level: 'guest' });
    });

    it('passes on that the carrier sends no more to this number for now', async () => {
      world.sms.outcome = { kind: 'refused', reason: 'too-often' };
      await expect(askCode()).rejects.toMatchObject({ code: 'session.sms-too-many' });
    });

    it('keeps neither mobile nor code in clear', async () => {
      await askCode();
      const rows = JSON.stringify(await world.db.database.manager().query('SELECT * FROM sms_code'));
      expect(rows).not.toContain(MOBILE);
      expect(rows).not.toContain(`"${world.sms.lastCode()}"`);
      expect(rows).not.toContain(IP);
    });
  });

  describe('coming back', () => {
    it('knows a bound WeChat account at once', async () => {
      const first = await wechat();
      await bindWithMobile(first.token);
      await expect(wechat()).resolves.toMatchObject({ level: 'verified', person: { name: '欧**姝', mobile: '138****0001' } });
      expect(world.audit.facts.at(-1)).toMatchObject({ action: 'session.started', outcome: 'done' });
      await expect(wechat('open-2')).resolves.toMatchObject({ level: 'guest' });
    });

    it('knows a bound mobile for ninety days without use, and no longer', async () => {
      await bind((await sms()).token);
      world.clock.advance(89 * 1440 * MINUTE);
      await expect(sms()).resolves.toMatchObject({ level: 'verified' });
      world.clock.advance(91 * 1440 * MINUTE);
      await expect(sms()).resolves.toMatchObject({ level: 'guest' });
    });

    async function bindWithMobile(token: string): Promise<void> {
      const { BindPhone } = await import('../identity/use-cases/bind-phone.ts');
      await get(BindPhone).execute(await world.caller(token), 'phone-code');
      await bind(token);
    }
  });

  describe('while it lives', () => {
    const identify = (token: string) => get(IdentifyCaller).execute(token);

    it('ends after thirty days however much it is used', async () => {
      const { token } = await wechat();
      world.clock.advance(30 * 1440 * MINUTE - 1);
      await expect(identify(token)).resolves.toBeDefined();
      world.clock.advance(1);
      await expect(identify(token)).resolves.toBeUndefined();
    });

    it('writes when it was last seen at most once in five minutes', async () => {
      const { token } = await wechat();
      const lastSeen = async () => (await get(ListDevices).execute(await world.caller(token))).items[0]?.lastSeenAt;
      world.clock.advance(4 * MINUTE);
      await expect(lastSeen()).resolves.toBe('2026-11-21T01:30:15.000Z');
      world.clock.advance(MINUTE);
      await expect(lastSeen()).resolves.toBe('2026-11-21T01:35:15.000Z');
    });

    it('shows a guest the one device they hold', async () => {
      await wechat();
      const mine = await wechat();
      const { items } = await get(ListDevices).execute(await world.caller(mine.token));
      expect(items).toEqual([expect.objectContaining({ current: true, channel: 'weapp' })]);
    });

    it('shows a person every device of theirs and ends another one', async () => {
      const first = await sms();
      await bind(first.token);
      world.clock.advance(2 * MINUTE);
      const second = await sms();
      const caller = await world.caller(second.token);
      const { items } = await get(ListDevices).execute(caller);
      expect(items.map((item) => item.current)).toEqual([true, false]);
      await get(EndSession).execute(caller, items[1]?.sessionId ?? '');
      await expect(identify(first.token)).resolves.toBeUndefined();
      await expect(identify(second.token)).resolves.toBeDefined();
      expect(world.audit.facts.at(-1)).toMatchObject({ action: 'session.ended', outcome: 'done' });
    });

    it('signs out', async () => {
      const { token } = await wechat();
      const caller = await world.caller(token);
      await get(EndSession).execute(caller, caller.sessionId);
      await expect(identify(token)).resolves.toBeUndefined();
    });

    it("answers another person's session as one that never was", async () => {
      const mine = await sms();
      await bind(mine.token);
      const other = await sms('13900000002');
      await bind(other.token, 2);
      const { sessionId } = await world.caller(other.token);
      const end = async (caller: Caller, id: string) => get(EndSession).execute(caller, id);
      const caller = await world.caller(mine.token);
      await expect(end(caller, sessionId)).rejects.toMatchObject({ code: 'request.not-found' });
      await expect(end(caller, 'nobody')).rejects.toMatchObject({ code: 'request.not-found' });
      await expect(identify(other.token)).resolves.toBeDefined();
    });

    it('lets a guest end no session but their own', async () => {
      const other = await world.caller((await wechat('open-9')).token);
      const caller = await world.caller((await wechat('open-8')).token);
      await expect(get(EndSession).execute(caller, other.sessionId)).rejects.toMatchObject({ code: 'request.not-found' });
    });
  });
});
