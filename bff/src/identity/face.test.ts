import { testEngines } from '../platform/testing/index.ts';
import { RequestSmsCode } from '../session/use-cases/request-sms-code.ts';
import { SignInWithSms } from '../session/use-cases/sign-in-with-sms.ts';
import { SignInWithWechat } from '../session/use-cases/sign-in-with-wechat.ts';
import type { IdentityWorld } from './testing/identity-world.fixture.ts';
import { identityWorld, realName, residentId } from './testing/identity-world.fixture.ts';
import { ReadFaceResult } from './use-cases/read-face-result.ts';
import { ShowIdentity } from './use-cases/show-identity.ts';
import { StartFace } from './use-cases/start-face.ts';
import { UseCounterCode } from './use-cases/use-counter-code.ts';
import { VerifyRealName } from './use-cases/verify-real-name.ts';
import { BindPhone } from './use-cases/bind-phone.ts';

const MINUTE = 60_000;

describe.each(testEngines())('proof of presence on %s', (engine) => {
  let world: IdentityWorld;
  const get = <T>(type: new (...parts: never[]) => T): T => world.module.get(type as never, { strict: false });
  const onPhone = async (sequence = 1, openId = `open-${String(sequence)}`) => {
    world.wechat.session = { kind: 'ok', value: { openId } };
    const { token } = await get(SignInWithWechat).execute('wx-code');
    await get(BindPhone).execute(await world.caller(token), 'phone-code');
    await get(VerifyRealName).execute(await world.caller(token), realName({ idNumber: residentId(sequence) }));
    return token;
  };
  const inBrowser = async () => {
    await get(RequestSmsCode).execute('13900000001', '203.0.113.7');
    const { token } = await get(SignInWithSms).execute('13900000001', world.sms.lastCode());
    await get(VerifyRealName).execute(await world.caller(token), realName());
    return token;
  };
  const start = async (token: string) => get(StartFace).execute(await world.person(token), 'withdrawal');
  const read = async (token: string, verificationId: string) => get(ReadFaceResult).execute(await world.person(token), verificationId);
  const counter = async (token: string, code = '83719204') => get(UseCounterCode).execute(await world.person(token), code);
  const failOnce = async (token: string) => {
    world.wechat.result = { kind: 'ok', verdict: 'not-recognised' };
    return read(token, (await start(token)).verificationId);
  };

  beforeAll(async () => {
    world = await identityWorld(engine);
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    await world.db.empty('session', 'sms_code', 'person', 'person_handle', 'face_check', 'identity_attempt');
    world.clock.set('2026-11-21T01:30:15.000Z');
    world.wechat.start = { kind: 'ok', value: { verifyId: 'verify-1', expiresInSeconds: 3600 } };
    world.wechat.result = { kind: 'ok', verdict: 'passed' };
    world.identityCheck.start = { kind: 'ok', value: { bizToken: 'biz-1', url: 'https://face.example/1', expiresInSeconds: 7200 } };
    world.identityCheck.result = { kind: 'ok', verdict: 'passed' };
    world.core.counter = { kind: 'accepted', value: { validUntil: '2026-11-22T01:30:15Z' } };
    world.core.counterRequests.length = 0;
    world.wechat.subjects.length = 0;
    world.identityCheck.returnUrls.length = 0;
    world.audit.facts.length = 0;
  });

  describe('by a face check', () => {
    it('begins in the mini-program with an id for WeChat, and counts for ten minutes once WeChat says it was passed', async () => {
      const token = await onPhone();
      const begun = await start(token);
      expect(begun).toEqual({ verificationId: expect.stringMatching(/^[0-9a-f]{32}$/), verifyId: 'verify-1', expiresAt: '2026-11-21T02:00:15.000Z' });
      await expect(read(token, begun.verificationId)).resolves.toEqual({ outcome: 'passed', triesLeft: 5, level: 'face', faceUntil: '2026-11-21T01:40:15.000Z' });
      expect(world.wechat.subjects).toEqual([0, 1].map(() => ({ openId: 'open-1', name: '欧阳静姝', idNumber: residentId(1), sequenceNo: begun.verificationId })));
      expect(world.audit.facts.at(-1)).toMatchObject({ action: 'identity.face', outcome: 'done' });
      world.clock.advance(10 * MINUTE);
      await expect(world.caller(token)).resolves.toMatchObject({ level: 'verified' });
    });

    it("begins in a browser on the provider's page, which leads back to ours", async () => {
      const token = await inBrowser();
      const begun = await start(token);
      expect(begun).toMatchObject({ url: 'https://face.example/1' });
      expect(world.identityCheck.returnUrls).toEqual([`https://anju.example/#/features/identity/pages/face/index?verificationId=${begun.verificationId}`]);
      await expect(read(token, begun.verificationId)).resolves.toMatchObject({ outcome: 'passed', level: 'face' });
    });

    it('counts on the device it was made on only', async () => {
      const [phone, browser] = [await onPhone(), await inBrowser()];
      await read(phone, (await start(phone)).verificationId);
      await expect(world.caller(phone)).resolves.toMatchObject({ level: 'face' });
      await expect(world.caller(browser)).resolves.toMatchObject({ level: 'verified' });
    });

    it("answers a check that another person or another device began as one that never was", async () => {
      const [mine, other] = [await onPhone(1), await onPhone(2)];
      const browser = await inBrowser();
      const { verificationId } = await start(mine);
      await expect(read(other, verificationId)).rejects.toMatchObject({ code: 'request.not-found' });
      await expect(read(browser, verificationId)).rejects.toMatchObject({ code: 'request.not-found' });
      await expect(read(mine, '0'.repeat(32))).rejects.toMatchObject({ code: 'request.not-found' });
    });

    it.each(['pending', 'cancelled', 'camera', 'network', 'service-down'] as const)('can still be passed after "%s", which costs no try', async (verdict) => {
      const token = await onPhone();
      const { verificationId } = await start(token);
      world.wechat.result = { kind: 'ok', verdict };
      await expect(read(token, verificationId)).resolves.toEqual({ outcome: verdict, triesLeft: 5, level: 'verified' });
      world.wechat.result = { kind: 'ok', verdict: 'passed' };
      await expect(read(token, verificationId)).resolves.toMatchObject({ outcome: 'passed', level: 'face' });
    });

    it('says that the service is down when the provider does not answer or refuses the question', async () => {
      const token = await onPhone();
      const { verificationId } = await start(token);
      world.wechat.result = { kind: 'unreachable' };
      await expect(read(token, verificationId)).resolves.toMatchObject({ outcome: 'service-down' });
      world.wechat.result = { kind: 'refused', reason: 'rejected' };
      await expect(read(token, verificationId)).resolves.toMatchObject({ outcome: 'service-down', level: 'verified' });
    });

    it.each(['not-recognised', 'no-reference-photo'] as const)('is over after "%s": a later yes to the same check changes nothing', async (verdict) => {
      const token = await onPhone();
      const { verificationId } = await start(token);
      world.wechat.result = { kind: 'ok', verdict };
      await read(token, verificationId);
      world.wechat.result = { kind: 'ok', verdict: 'passed' };
      await expect(read(token, verificationId)).resolves.toMatchObject({ outcome: verdict, level: 'verified' });
    });

    it('gives five tries a day, and only not being recognised costs one', async () => {
      const token = await onPhone();
      for (let left = 4; left >= 0; left -= 1) await expect(failOnce(token)).resolves.toMatchObject({ outcome: 'not-recognised', triesLeft: left });
      await expect(start(token)).rejects.toMatchObject({ code: 'identity.face-tries-used-up', details: { retryAfter: expect.any(Number) } });
      world.clock.set('2026-11-21T16:00:00.000Z');
      await expect(start(token)).resolves.toMatchObject({ verifyId: 'verify-1' });
    });

    it('counts a failed check once, however often and at once its result is read', async () => {
      const token = await onPhone();
      world.wechat.result = { kind: 'ok', verdict: 'not-recognised' };
      const { verificationId } = await start(token);
      await Promise.all([read(token, verificationId), read(token, verificationId), read(token, verificationId)]);
      await expect(read(token, verificationId)).resolves.toMatchObject({ triesLeft: 4 });
      expect(world.audit.facts.filter((fact) => fact.action === 'identity.face')).toHaveLength(1);
    });

    it('is cancelled when it was not finished in half an hour, without asking', async () => {
      const token = await onPhone();
      const { verificationId } = await start(token);
      world.clock.advance(30 * MINUTE);
      await expect(read(token, verificationId)).resolves.toMatchObject({ outcome: 'cancelled', level: 'verified' });
    });

    it('is forgotten after thirty days', async () => {
      const token = await onPhone();
      const { verificationId } = await start(token);
      world.clock.advance(29 * 1440 * MINUTE);
      await start(token);
      await expect(read(token, verificationId)).resolves.toMatchObject({ outcome: 'cancelled' });
      await world.db.unitOfWork.run(() => world.db.database.manager().query('UPDATE face_check SET started_at = started_at - 259200000'));
      await start(token);
      await expect(read(token, verificationId)).rejects.toMatchObject({ code: 'request.not-found' });
    });

    it('does not begin when the provider refuses or is away', async () => {
      const token = await onPhone();
      world.wechat.start = { kind: 'unreachable' };
      await expect(start(token)).rejects.toMatchObject({ code: 'identity.provider-down' });
      world.wechat.start = { kind: 'refused', reason: 'document' };
      await expect(start(token)).rejects.toMatchObject({ code: 'identity.face-not-possible' });
      const browser = await inBrowser();
      world.identityCheck.start = { kind: 'refused', reason: 'rejected' };
      await expect(start(browser)).rejects.toMatchObject({ code: 'identity.provider-down' });
    });

    it('is not possible with another document', async () => {
      world.wechat.session = { kind: 'ok', value: { openId: 'open-7' } };
      const { token } = await get(SignInWithWechat).execute('wx-code');
      await get(VerifyRealName).execute(await world.caller(token), realName({ idType: 'passport', idNumber: 'E12345678', counterCode: '83719204' }));
      await expect(start(token)).rejects.toMatchObject({ code: 'identity.face-not-possible' });
    });
  });

  describe('by a code from the counter', () => {
    it('counts as a face check, under the number of this asking', async () => {
      const token = await onPhone();
      await expect(counter(token)).resolves.toMatchObject({ level: 'face', faceUntil: '2026-11-21T01:40:15.000Z' });
      expect(world.core.counterRequests).toEqual(['asking-1']);
      await expect(get(ShowIdentity).execute(await world.caller(token))).resolves.toMatchObject({ level: 'face' });
    });

    it('counts no longer than the code itself', async () => {
      world.core.counter = { kind: 'accepted', value: { validUntil: '2026-11-21T01:33:00Z' } };
      await expect(counter(await onPhone())).resolves.toMatchObject({ faceUntil: '2026-11-21T01:33:00.000Z' });
    });

    it('is refused five times a day and then not asked about any more', async () => {
      const token = await onPhone();
      world.core.counter = { kind: 'refused', code: 'counter-code-wrong' };
      for (let turn = 0; turn < 5; turn += 1) await expect(counter(token)).rejects.toMatchObject({ code: 'identity.counter-code-wrong' });
      await expect(counter(token)).rejects.toMatchObject({ code: 'request.too-many' });
      expect(world.core.counterRequests).toHaveLength(5);
      await expect(world.caller(token)).resolves.toMatchObject({ level: 'verified' });
    });

    it('stays open when the core does not say what became of it', async () => {
      const token = await onPhone();
      world.core.counter = { kind: 'unknown' };
      await expect(counter(token)).rejects.toMatchObject({ code: 'core.unreachable' });
      world.core.counter = { kind: 'accepted', value: { validUntil: '2026-11-22T01:30:15Z' } };
      await expect(counter(token)).resolves.toMatchObject({ level: 'face' });
    });
  });
});
