import type { RealNameBody } from '@anju/shared/contract';
import { testEngines } from '../platform/testing/index.ts';
import { SignInWithWechat } from '../session/use-cases/sign-in-with-wechat.ts';
import { RequestSmsCode } from '../session/use-cases/request-sms-code.ts';
import { SignInWithSms } from '../session/use-cases/sign-in-with-sms.ts';
import type { IdentityWorld } from './testing/identity-world.fixture.ts';
import { identityWorld, realName, residentId } from './testing/identity-world.fixture.ts';
import { KNOWN_AT_CORE } from './testing/scripted-ports.fixture.ts';
import { BindPhone } from './use-cases/bind-phone.ts';
import { VerifyRealName } from './use-cases/verify-real-name.ts';

const atCore = (value: Partial<{ customerNo: string; name: 'agrees' | 'differs'; mobile: 'agrees' | 'differs' | 'not-on-file' }>) => {
  if (KNOWN_AT_CORE.kind !== 'ok') throw new Error('scripted otherwise');
  return { ...KNOWN_AT_CORE, value: { ...KNOWN_AT_CORE.value, ...value } };
};

describe.each(testEngines())('identity on %s', (engine) => {
  let world: IdentityWorld;
  const get = <T>(type: abstract new (...parts: never[]) => T): T => world.module.get(type as never, { strict: false });
  const onPhone = async (openId = 'open-1', mobile: string | null = '13800000001') => {
    world.wechat.session = { kind: 'ok', value: { openId } };
    const { token } = await get(SignInWithWechat).execute('wx-code');
    if (mobile !== null) {
      world.wechat.phone = { kind: 'ok', value: { mobile, countryCode: '86' } };
      await get(BindPhone).execute(await world.caller(token), 'phone-code');
    }
    return token;
  };
  const inBrowser = async (mobile = '13900000001') => {
    await get(RequestSmsCode).execute(mobile, '203.0.113.7');
    return (await get(SignInWithSms).execute(mobile, world.sms.lastCode())).token;
  };
  const verify = async (token: string, changes: Partial<RealNameBody> = {}) => get(VerifyRealName).execute(await world.caller(token), realName(changes));
  const rows = (table: string) => world.db.database.manager().query(`SELECT * FROM ${table}`) as Promise<unknown[]>;

  beforeAll(async () => {
    world = await identityWorld(engine);
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    await world.db.empty('session', 'sms_code', 'person', 'person_handle', 'face_check', 'identity_attempt');
    world.clock.set('2026-11-21T01:30:15.000Z');
    world.identityCheck.three = { kind: 'matched' };
    world.identityCheck.two = { kind: 'matched' };
    world.core.person = KNOWN_AT_CORE;
    world.core.asked.length = 0;
    world.identityCheck.threeAsked.length = 0;
    world.audit.facts.length = 0;
    world.asking.replies.length = 0;
  });

  describe('the real name', () => {
    it('is proved by name, number and the mobile from WeChat, and ties the account', async () => {
      const token = await onPhone();
      const reply = await verify(token);
      expect(reply).toEqual({ level: 'verified', person: { name: '欧**姝', idNumber: expect.stringMatching(/^3502\*{10}.{4}$/), mobile: '138****0001' }, stepUp: 'face', tasks: [] });
      expect(world.identityCheck.threeAsked).toEqual([{ name: '欧阳静姝', idNumber: residentId(1), mobile: '13800000001' }]);
      expect(world.core.asked).toEqual([{ idType: 'resident-id', idNumber: residentId(1), name: '欧阳静姝', mobile: '13800000001' }]);
      await expect(world.caller(token)).resolves.toMatchObject({ level: 'verified' });
      expect(world.asking.replies.at(-1)).toEqual(reply);
      expect(world.audit.facts).toEqual([expect.objectContaining({ action: 'identity.bound', outcome: 'done' })]);
    });

    it('takes the mobile that a browser signed in with', async () => {
      await verify(await inBrowser());
      expect(world.identityCheck.threeAsked).toEqual([expect.objectContaining({ mobile: '13900000001' })]);
    });

    it('answers the same when it is asked again', async () => {
      const token = await onPhone();
      const first = await verify(token);
      await expect(verify(token)).resolves.toEqual(first);
      await expect(rows('person')).resolves.toHaveLength(1);
    });

    it('makes of two sessions with one document one person', async () => {
      const phone = await onPhone();
      const browser = await inBrowser();
      await Promise.all([verify(phone), verify(browser)]);
      const [one, other] = [await world.person(phone), await world.person(browser)];
      expect(one.personId).toBe(other.personId);
      await expect(rows('person')).resolves.toHaveLength(1);
    });

    it('takes a small x and blanks around as they are meant', async () => {
      const numbers = Array.from({ length: 999 }, (_, at) => residentId(at));
      const withX = numbers.find((number) => number.endsWith('X')) ?? '';
      const token = await onPhone();
      await verify(token, { idNumber: ` ${withX.toLowerCase()} `, name: ' 欧阳静姝 ' });
      expect(world.core.asked.at(-1)).toMatchObject({ idNumber: withX, name: '欧阳静姝' });
    });

    it('keeps the papers sealed', async () => {
      await verify(await onPhone());
      const everything = JSON.stringify([await rows('person'), await rows('person_handle'), await rows('session'), await rows('identity_attempt')]);
      for (const secret of ['欧阳静姝', residentId(1), '13800000001', 'open-1', 'KH0000000001']) expect(everything).not.toContain(secret);
    });

    it('is refused under another version of the privacy text', async () => {
      await expect(verify(await onPhone(), { consentVersion: '2020-01-01' })).rejects.toMatchObject({ code: 'identity.consent-outdated' });
    });

    it.each([
      ['checksum', (id: string) => id.slice(0, 17) + (id.endsWith('0') ? '1' : '0')],
      ['date', (id: string) => `${id.slice(0, 10)}1301${id.slice(14)}`],
      ['format', (id: string) => id.slice(1)],
      ['region', (id: string) => `99${id.slice(2)}`],
    ])('is refused when the number breaks the rule "%s", before anybody is asked', async (rule, spoil) => {
      const refused = verify(await onPhone(), { idNumber: spoil(residentId(1)) });
      await expect(refused).rejects.toMatchObject({ code: 'identity.id-checksum', details: { fields: [{ field: 'idNumber', rule }] } });
      expect(world.core.asked).toEqual([]);
    });

    it.each(['张', '张三😀', '12345', '  '])('is refused for "%s", which is no name', async (name) => {
      await expect(verify(await onPhone(), { name })).rejects.toMatchObject({ code: 'request.invalid', details: { fields: [{ field: 'name', rule: 'name' }] } });
    });

    it('needs a mobile first in the mini-program', async () => {
      await expect(verify(await onPhone('open-1', null))).rejects.toMatchObject({ code: 'identity.mobile-needed' });
    });

    it('names the fields that do not belong together, and all of them when the source does not say', async () => {
      const token = await onPhone();
      world.identityCheck.three = { kind: 'mismatch', fields: ['mobile'] };
      await expect(verify(token)).rejects.toMatchObject({ code: 'identity.not-matched', details: { fields: [{ field: 'mobile' }] } });
      world.identityCheck.three = { kind: 'mismatch', fields: [] };
      await expect(verify(token)).rejects.toMatchObject({ details: { fields: [{ field: 'name' }, { field: 'idNumber' }, { field: 'mobile' }] } });
      await expect(rows('person')).resolves.toEqual([]);
    });

    it('is refused while the source or the core does not answer', async () => {
      const token = await onPhone();
      world.identityCheck.three = { kind: 'unavailable' };
      await expect(verify(token)).rejects.toMatchObject({ code: 'identity.provider-down' });
      world.identityCheck.three = { kind: 'matched' };
      world.core.person = { kind: 'unreachable' };
      await expect(verify(token)).rejects.toMatchObject({ code: 'core.unreachable' });
    });

    it('is refused when the fund does not know the person, or knows quite another name', async () => {
      const token = await onPhone();
      world.core.person = { kind: 'refused', code: 'person-not-found' };
      await expect(verify(token)).rejects.toMatchObject({ code: 'identity.not-in-core' });
      world.core.person = { kind: 'refused', code: 'name-differs' };
      await expect(verify(token)).rejects.toMatchObject({ code: 'identity.not-matched', details: { fields: [{ field: 'name' }] } });
    });

    it('turns what differs at the fund into things to do', async () => {
      world.core.person = atCore({ name: 'differs', mobile: 'differs' });
      const token = await onPhone();
      await expect(verify(token)).resolves.toMatchObject({ level: 'verified', tasks: [{ code: 'name-differs' }, { code: 'mobile-differs' }] });
      world.core.person = KNOWN_AT_CORE;
      await expect(verify(token)).resolves.toMatchObject({ tasks: [] });
    });

    it('believes a mobile nobody has a record of only when the fund has it on file', async () => {
      const token = await onPhone();
      world.identityCheck.three = { kind: 'no-record' };
      world.core.person = atCore({ mobile: 'not-on-file' });
      await expect(verify(token)).rejects.toMatchObject({ code: 'identity.counter-code-needed' });
      world.core.person = KNOWN_AT_CORE;
      await expect(verify(token)).resolves.toMatchObject({ level: 'verified' });
      world.identityCheck.two = { kind: 'mismatch', fields: ['name', 'idNumber'] };
      await expect(verify(token)).rejects.toMatchObject({ code: 'identity.not-matched' });
    });

    it('ends the guessing after ten papers that were wrong, until the day is over', async () => {
      const token = await onPhone();
      world.identityCheck.three = { kind: 'mismatch', fields: [] };
      for (let turn = 0; turn < 10; turn += 1) await expect(verify(token)).rejects.toMatchObject({ code: 'identity.not-matched' });
      world.identityCheck.three = { kind: 'matched' };
      await expect(verify(token)).rejects.toMatchObject({ code: 'request.too-many', details: { retryAfter: (14 * 60 + 29) * 60 + 45 } });
      await expect(verify(await onPhone())).rejects.toMatchObject({ code: 'request.too-many' });
      world.clock.set('2026-11-21T16:00:00.000Z');
      await expect(verify(token)).resolves.toMatchObject({ level: 'verified' });
    });

    it('does not count what was nobody’s fault', async () => {
      const token = await onPhone();
      world.identityCheck.three = { kind: 'unavailable' };
      for (let turn = 0; turn < 12; turn += 1) await expect(verify(token)).rejects.toMatchObject({ code: 'identity.provider-down' });
      world.identityCheck.three = { kind: 'matched' };
      await expect(verify(token)).resolves.toMatchObject({ level: 'verified' });
    });
  });

  describe('documents that no online source can check', () => {
    const passport = { idType: 'passport', idNumber: 'E12345678' } as const;

    it('need a code from the counter', async () => {
      const token = await onPhone();
      await expect(verify(token, passport)).rejects.toMatchObject({ code: 'identity.counter-code-needed' });
      await expect(verify(token, { ...passport, counterCode: '83719204' })).resolves.toMatchObject({ level: 'verified', stepUp: 'counter-code' });
      expect(world.core.asked).toEqual([{ idType: 'passport', idNumber: 'E12345678', name: '欧阳静姝', mobile: '13800000001', counterCode: '83719204' }]);
      expect(world.identityCheck.threeAsked).toEqual([]);
    });

    it('need no mobile', async () => {
      await expect(verify(await onPhone('open-1', null), { ...passport, counterCode: '83719204' })).resolves.toMatchObject({ level: 'verified' });
    });

    it('are refused with a code that does not hold', async () => {
      world.core.person = { kind: 'refused', code: 'counter-code-wrong' };
      await expect(verify(await onPhone(), { ...passport, counterCode: '00000000' })).rejects.toMatchObject({ code: 'identity.counter-code-wrong' });
    });

    it('do not make a number chosen in WeChat a way to sign in, unless the fund has it on file', async () => {
      world.core.person = atCore({ mobile: 'differs' });
      await verify(await onPhone('open-1', '13800000001'), { ...passport, counterCode: '83719204' });
      await expect(world.caller(await inBrowser('13800000001'))).resolves.toMatchObject({ level: 'guest' });
    });
  });

  describe('one person an account', () => {
    it('refuses a second person on a WeChat account', async () => {
      await verify(await onPhone());
      await expect(verify(await onPhone(), { idNumber: residentId(2) })).rejects.toMatchObject({ code: 'identity.bound-elsewhere' });
    });

    it('refuses a second person in a browser session', async () => {
      const token = await inBrowser();
      await verify(token);
      await expect(verify(token, { idNumber: residentId(2) })).rejects.toMatchObject({ code: 'identity.already-bound' });
    });

    it('lets one of two people win who bind the same account at the same moment', async () => {
      const [one, other] = [await onPhone(), await onPhone()];
      const outcomes = await Promise.allSettled([verify(one), verify(other, { idNumber: residentId(2) })]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(refused).toMatchObject({ reason: { code: 'identity.bound-elsewhere' } });
      await expect(rows('person')).resolves.toHaveLength(1);
    });

    it('gives a mobile that passed to another person to whom it belongs now', async () => {
      await verify(await onPhone('open-1', '13800000001'));
      await verify(await onPhone('open-2', '13800000001'), { idNumber: residentId(2) });
      const second = await world.person(await onPhone('open-2', null));
      await expect(world.person(await inBrowser('13800000001'))).resolves.toMatchObject({ personId: second.personId });
    });

    it('binds the other open sessions of the account too', async () => {
      const [one, other] = [await onPhone(), await onPhone('open-1', null)];
      await verify(one);
      await expect(world.caller(other)).resolves.toMatchObject({ level: 'verified' });
    });
  });

  describe('the mobile from WeChat', () => {
    const give = async (token: string) => get(BindPhone).execute(await world.caller(token), 'phone-code');

    it.each([
      [{ kind: 'refused', reason: 'code-invalid' }, 'identity.phone-code-invalid'],
      [{ kind: 'refused', reason: 'busy' }, 'identity.provider-down'],
      [{ kind: 'unreachable' }, 'identity.provider-down'],
      [{ kind: 'ok', value: { mobile: '85212345678', countryCode: '852' } }, 'identity.phone-code-invalid'],
    ] as const)('is refused on %j', async (outcome, code) => {
      const token = await onPhone('open-1', null);
      world.wechat.phone = outcome;
      await expect(give(token)).rejects.toMatchObject({ code });
    });

    it('is nothing a browser can give', async () => {
      await expect(give(await inBrowser())).rejects.toMatchObject({ code: 'identity.phone-code-invalid' });
    });
  });
});
