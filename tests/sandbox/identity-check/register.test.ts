import { residentIdWithCheck } from '@anju/shared/identity';
import { PeopleRegister } from '../kit/people.register.ts';
import { IdentityDriver, PeopleSource, QIAOSHENG, WANGSHU, someId } from './identity.world.fixture.ts';
import { carrierOf } from './register.checks.ts';

describe('the civil register and the carrier', () => {
  const source = new PeopleSource();
  let faceid: IdentityDriver;
  const phone = async (change: object = {}, mode = '1'): Promise<Record<string, unknown>> => {
    const body = { IdCard: WANGSHU.idNumber, Name: WANGSHU.name, Phone: WANGSHU.mobile, VerifyMode: mode, ...change };
    return (await faceid.act('PhoneVerification', body)).response;
  };
  const idCard = async (IdCard: string, Name: string): Promise<unknown> => (await faceid.act('IdCardVerification', { IdCard, Name })).response['Result'];
  beforeAll(async () => {
    faceid = await IdentityDriver.start({ peopleUrl: await source.start() });
  });
  afterAll(async () => {
    await faceid.running.close();
    await source.close();
  });

  it('say that name, number and mobile belong together, with the carrier', async () => {
    expect(await phone()).toMatchObject({ Result: '0', Description: '三要素信息一致', Isp: '移动' });
    expect(await phone({ IdCard: QIAOSHENG.idNumber, Name: QIAOSHENG.name, Phone: QIAOSHENG.mobile })).toMatchObject({ Result: '0', Isp: '电信' });
  });

  it.each([
    ['another name', { Name: '林望书' }, '-4', 'PhoneNameMismatch'],
    ["another person's mobile", { Phone: QIAOSHENG.mobile }, '-4', 'PhoneNameIdCardMismatch'],
    ['another number under the same name', { IdCard: someId('789') }, '-4', 'PhoneIdCardMismatch'],
    ['a mobile nobody has', { Phone: '13700000000' }, '-4', 'PhoneNameIdCardMismatch'],
    ['nothing on record', { Phone: '13700000000', IdCard: someId('789') }, '-9', undefined],
    ['a mobile that is none', { Phone: '123' }, '-6', undefined],
    ['a number that is none', { IdCard: '123' }, '-7', undefined],
    ['a residence permit', { IdCard: residentIdWithCheck('81000019940823002') }, '-7', undefined],
    ['a name that is none', { Name: '1' }, '-8', undefined],
  ])('do not agree to %s', async (_what, change, result, detail) => {
    const reply = await phone(change);
    expect([reply['Result'], reply['ResultDetail']]).toEqual([result, detail]);
  });

  it('keep the detail to themselves in the simple mode', async () => {
    expect(await phone({ Name: '林望书' }, '0')).not.toHaveProperty('ResultDetail');
  });

  it('refuse a missing phone and a mode they have not', async () => {
    expect((await faceid.act('PhoneVerification', { IdCard: WANGSHU.idNumber, Name: WANGSHU.name })).code).toBe('MissingParameter');
    expect((await faceid.act('PhoneVerification', { IdCard: '1', Name: '2', Phone: '3', VerifyMode: '5' })).code).toBe('InvalidParameterValue');
  });

  it('know name and number alone', async () => {
    expect(await idCard(WANGSHU.idNumber, WANGSHU.name)).toBe('0');
    expect(await idCard(WANGSHU.idNumber, '林望书')).toBe('-1');
    expect(await idCard('1', WANGSHU.name)).toBe('-2');
    expect(await idCard(WANGSHU.idNumber, '@')).toBe('-3');
    expect(await idCard(someId('789'), '某某人')).toBe('-5');
  });

  it('say busy when the people cannot be asked', async () => {
    const alone = await IdentityDriver.start({ peopleUrl: 'http://127.0.0.1:9' });
    const body = { IdCard: WANGSHU.idNumber, Name: WANGSHU.name };
    expect((await alone.act('PhoneVerification', { ...body, Phone: WANGSHU.mobile })).response['Result']).toBe('-11');
    expect((await alone.act('IdCardVerification', body)).response['Result']).toBe('-4');
    await alone.running.close();
  });

  it('take people added by hand, and refuse half a person', async () => {
    await faceid.control('/people', { key: 'new', name: '司空见', idNumber: someId('321'), mobile: '13600000000' });
    expect(await phone({ IdCard: someId('321'), Name: '司空见', Phone: '13600000000' })).toMatchObject({ Result: '0' });
    expect((await faceid.control('/people', { key: 'new' })).status).toBe(400);
  });

  it('name the carrier of a range', () => {
    expect([carrierOf('13300000000'), carrierOf('13100000000'), carrierOf('13900000000')]).toEqual(['电信', '联通', '移动']);
  });
});

describe('the register of people', () => {
  it('asks once in a few seconds and again after', async () => {
    const source = new PeopleSource();
    const url = await source.start();
    let now = 0;
    const register = new PeopleRegister(url, () => now);
    await register.all();
    await register.byKey('renter');
    expect(source.asked).toBe(1);
    now = 4000;
    expect((await register.byIdNumber(WANGSHU.idNumber.toLowerCase()))?.key).toBe('renter');
    expect(source.asked).toBe(2);
    await source.close();
  });

  it('rejects when the people cannot be read, and holds nobody without an address', async () => {
    const source = new PeopleSource();
    const url = await source.start();
    source.broken = true;
    await expect(new PeopleRegister(url).all()).rejects.toThrow('503');
    expect(await new PeopleRegister(undefined).all()).toEqual([]);
    await source.close();
  });
});
