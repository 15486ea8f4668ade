import { testEngines } from '../platform/testing/index.ts';
import { RequestSmsCode } from '../session/use-cases/request-sms-code.ts';
import { SignInWithSms } from '../session/use-cases/sign-in-with-sms.ts';
import { SignInWithWechat } from '../session/use-cases/sign-in-with-wechat.ts';
import { Identities } from './index.ts';
import type { IdentityWorld } from './testing/identity-world.fixture.ts';
import { identityWorld, realName } from './testing/identity-world.fixture.ts';
import { BindPhone } from './use-cases/bind-phone.ts';
import { ShowIdentity } from './use-cases/show-identity.ts';
import { Unbind } from './use-cases/unbind.ts';
import { VerifyRealName } from './use-cases/verify-real-name.ts';

describe.each(testEngines())('a bound person on %s', (engine) => {
  let world: IdentityWorld;
  const get = <T>(type: abstract new (...parts: never[]) => T): T => world.module.get(type as never, { strict: false });
  const onPhone = async () => {
    const { token } = await get(SignInWithWechat).execute('wx-code');
    await get(BindPhone).execute(await world.caller(token), 'phone-code');
    return token;
  };
  const inBrowser = async (mobile = '13900000001') => {
    await get(RequestSmsCode).execute(mobile, '203.0.113.7');
    return (await get(SignInWithSms).execute(mobile, world.sms.lastCode())).token;
  };
  const verify = async (token: string) => get(VerifyRealName).execute(await world.caller(token), realName());
  const rows = (table: string) => world.db.database.manager().query(`SELECT * FROM ${table}`) as Promise<unknown[]>;

  beforeAll(async () => {
    world = await identityWorld(engine);
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    await world.db.empty('session', 'sms_code', 'person', 'person_handle', 'face_check', 'identity_attempt');
    world.audit.facts.length = 0;
  });

  describe('what other modules may know', () => {
    it('finds a person by the core\'s number, as long as they are bound', async () => {
      const token = await onPhone();
      await verify(token);
      expect(await get(Identities).byCustomer('KH0000000001')).toBe((await world.person(token)).personId);
      expect(await get(Identities).byCustomer('KH0000000002')).toBeUndefined();
      await get(Unbind).execute((await world.person(token)).personId);
      expect(await get(Identities).byCustomer('KH0000000001')).toBeUndefined();
    });

    it('tells who a verified person is', async () => {
      const token = await onPhone();
      await verify(token);
      const { personId } = await world.person(token);
      await expect(get(Identities).of(personId)).resolves.toMatchObject({
        personId, customerNo: 'KH0000000001', name: '欧阳静姝', mobile: '13800000001', idType: 'resident-id', stepUp: 'face', openIds: ['open-1'], lastChannel: 'weapp',
      });
      await expect(get(Identities).contactOf(personId)).resolves.toEqual({ openId: 'open-1', mobile: '13800000001' });
    });

    it('knows nobody by a number it never heard', async () => {
      await expect(get(Identities).of('nobody')).rejects.toMatchObject({ code: 'identity.not-verified' });
      await expect(get(Identities).contactOf('nobody')).resolves.toBeUndefined();
    });

    it('shows a guest that nothing is known', async () => {
      await expect(get(ShowIdentity).execute(await world.caller(await onPhone()))).resolves.toEqual({ level: 'guest', stepUp: 'none', tasks: [] });
    });
  });

  describe('leaving', () => {
    it('ends every session, deletes the papers, tells the other modules, and keeps the audit entry', async () => {
      const [phone, browser] = [await onPhone(), await inBrowser()];
      await verify(phone);
      await verify(browser);
      const { personId } = await world.person(phone);
      const told: string[] = [];
      get(Identities).onUnbound(async (id) => void told.push(id));
      await get(Unbind).execute(personId);
      await expect(world.caller(phone)).rejects.toThrow('opens no session');
      await expect(world.caller(browser)).rejects.toThrow('opens no session');
      await expect(rows('person')).resolves.toEqual([]);
      await expect(rows('person_handle')).resolves.toEqual([]);
      expect(told).toEqual([personId]);
      expect(world.audit.facts.at(-1)).toEqual({ personId, action: 'identity.unbound', outcome: 'done' });
    });

    it('gives who comes back the same id, so that their cases are theirs again', async () => {
      const token = await onPhone();
      await verify(token);
      const { personId } = await world.person(token);
      await get(Unbind).execute(personId);
      const again = await onPhone();
      await expect(world.caller(again)).resolves.toMatchObject({ level: 'guest' });
      await verify(again);
      await expect(world.person(again)).resolves.toMatchObject({ personId });
    });
  });
});
