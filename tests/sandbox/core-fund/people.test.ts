import { addMonths, chinaDateOf } from '@anju/shared/calendar';
import { checkDocument, isBankCardNumber, isMobile } from '@anju/shared/identity';
import { birthDateNearRetirement, PEOPLE, peopleOn, personByKey, type Person, type PersonKey } from '../people.ts';
import { customerNumber } from './generation/generate.ts';
import { World, type Reply } from './testing/world.ts';

const fen = (yuan: string | undefined): number => Math.round(Number(yuan) * 100);
const ZJLX = { 'resident-id': '01', passport: '03', 'hmt-residence-permit': '99' } as const;

describe('the people', () => {
  it('are the 35 of the demo, each with a key, a name and a card of their own', () => {
    expect(PEOPLE).toHaveLength(35);
    for (const fact of [(one: Person) => one.key, (one: Person) => one.name, (one: Person) => one.idNumber, (one: Person) => one.mobile, (one: Person) => one.cards[0]?.number]) {
      expect(new Set(PEOPLE.map(fact)).size).toBe(35);
    }
  });

  it('have documents, cards and mobiles whose checks hold, and names long and rare enough to be looked for', () => {
    for (const person of PEOPLE) {
      expect(checkDocument(person.idType, person.idNumber)).toMatchObject({ ok: true });
      for (const card of person.cards) expect(isBankCardNumber(card.number)).toBe(true);
      expect([isMobile(person.mobile), isMobile(person.core.mobile)]).toEqual([true, true]);
      expect(Array.from(person.name).length).toBeGreaterThanOrEqual(3);
      expect(person.sentence).toMatch(/^\p{Script=Han}.*。$/u);
    }
  });

  it('are found by key, and nobody by another', () => {
    expect(personByKey('renter').name).toBe('黄璟彦');
    expect(() => personByKey('nobody' as PersonKey)).toThrow(RangeError);
  });

  it('have a man who is about two months from the legal age on whichever day it starts', () => {
    for (const day of ['2026-11-21', '2026-12-31', '2028-02-29', '2027-06-30', '2027-10-01', '2041-01-15']) {
      const birth = birthDateNearRetirement(day);
      const steps = (Number(birth.slice(0, 4)) + 60 - 2025) * 12 + Number(birth.slice(5, 7));
      const reached = addMonths(birth, 60 * 12 + Math.min(Math.max(Math.ceil(steps / 4), 0), 36));
      expect(reached >= addMonths(day, 2) && reached <= addMonths(day, 4)).toBe(true);
      expect(personByKey('near-retirement', peopleOn(day)).birthDate).toBe(birth);
    }
  });
});

describe('what each person shows', () => {
  let world: World;
  let people: readonly Person[];
  beforeAll(async () => {
    world = await World.start();
    people = peopleOn(chinaDateOf(world.now));
  });
  afterAll(async () => world.close());
  const show = async (key: PersonKey): ReturnType<World['overview']> => world.overview(key);
  const bind = async (key: PersonKey, changes: Record<string, unknown> = {}): Promise<Reply> => {
    const person = personByKey(key, people);
    return world.call('GR1001', { ZJLX: ZJLX[person.idType], ZJHM: person.idNumber, XINGMING: person.name, SJHM: person.mobile, ...changes });
  };
  const repaid = async (key: PersonKey): Promise<number> => {
    const facts = (await show(key)).TQ.HK;
    return fen(facts?.BJ) + fen(facts?.LX);
  };

  it('each but two binds without a task', async () => {
    for (const person of people) {
      const reply = await bind(person.key);
      expect([person.key, reply.code]).toEqual([person.key, '000000']);
      expect(reply.body['KHBH']).toBe(customerNumber(person.key));
      const differs = person.key === 'name-mismatch' || person.key === 'old-mobile';
      expect((await show(person.key)).HYBZ.length).toBe(differs ? 1 : 0);
    }
  });

  it('loan-in-order: a fund loan in good order, a realistic balance, more than 5,700 repaid in a year, a home', async () => {
    const own = await show('loan-in-order');
    expect(own.DK).toMatchObject([{ DQYQQS: '0', YQZE: '0.00', DKZT: '2', DKLL: '0.0260000' }]);
    expect(fen(own.ZH[0]?.GRZHYE)).toBeGreaterThan(8_000_000);
    expect(fen(own.ZH[0]?.GRZHYE)).toBeLessThan(9_500_000);
    expect(await repaid('loan-in-order')).toBeGreaterThan(570_000);
    expect(own.FC).toHaveLength(1);
    expect(own.GR.HYZK).toBe('20');
    expect(own.TQ.XCTQRQ).toBeUndefined();
    expect(own.YHK.map((card) => [card.ZHLB, card.KZT])).toEqual([['1', '1'], ['2', '1']]);
  });

  it('spouse: another employer, no loan', async () => {
    const [one, other] = [await show('loan-in-order'), await show('spouse')];
    expect(other.ZH[0]?.DWMC).not.toBe(one.ZH[0]?.DWMC);
    expect([other.DK.length, other.GR.HYZK, personByKey('spouse', people).spouseKey]).toEqual([0, '20', 'loan-in-order']);
  });

  it('renter: 14 months, no home, a contract the register knows', async () => {
    expect((await world.call('FC1001', { KHBH: customerNumber('renter'), GFHTBH: personByKey('renter', people).contractNumber })).body).toMatchObject({ HYJG: '1', FWZJ: '880000.00' });
    expect(await show('renter')).toMatchObject({ JC: { LXYS: '14', LJYS: '14' }, FC: [], DK: [] });
  });

  it('buyer-local: the register knows the contract', async () => {
    const GFHTBH = personByKey('buyer-local', people).contractNumber;
    expect((await world.call('FC1001', { KHBH: customerNumber('buyer-local'), GFHTBH })).body['HYJG']).toBe('1');
  });

  it('buyer-elsewhere: the source does not answer', async () => {
    const GFHTBH = personByKey('buyer-elsewhere', people).contractNumber;
    expect((await world.call('FC1001', { KHBH: customerNumber('buyer-elsewhere'), GFHTBH })).body['HYJG']).toBe('9');
  });

  it('sealed-outsider: sealed 7 months, household elsewhere', async () => {
    expect(await show('sealed-outsider')).toMatchObject({ ZH: [{ GRZHZT: '02', ZTRQ: '20260420', ZTYY: '与单位终止劳动关系' }], GR: { HJSZD: '2' }, JC: { LXYS: '0' } });
  });

  it('sealed-local: sealed, local household', async () => {
    expect(await show('sealed-local')).toMatchObject({ ZH: [{ GRZHZT: '02' }], GR: { HJSZD: '1' } });
  });

  it('near-retirement: a man two months before the legal age', async () => {
    expect(await show('near-retirement')).toMatchObject({ GR: { XINGBIE: '1', CSNY: birthDateNearRetirement('2026-11-20').replace(/-/g, '') } });
  });

  it('category-unknown: a woman of fifty', async () => {
    expect(await show('category-unknown')).toMatchObject({ GR: { XINGBIE: '2', CSNY: '19760630' } });
  });

  it('newcomer: three months', async () => {
    expect(await show('newcomer')).toMatchObject({ JC: { LXYS: '3', LJYS: '3' }, FC: [], DK: [] });
  });

  it.each([['permit-holder', '99', /^810000/], ['passport-holder', '03', /^E\d{8}$/]] as const)('%s: another document, a counter code', async (key, type, number) => {
    const own = await show(key);
    expect([own.GR.ZJLX, number.test(own.GR.ZJHM)]).toEqual([type, true]);
    const code = String((await world.control('GET', `/people/${key}`)).body['counterCode']);
    expect((await bind(key, { GTYZM: code })).code).toBe('000000');
    expect((await bind(key, { GTYZM: '00000000' })).code).toBe('200004');
    const used = await world.call('GT1001', { KHBH: customerNumber(key), GTYZM: code });
    expect([used.code, used.body['YXQ']]).toEqual(['000000', '20261120103000']);
    expect((await bind(key, { GTYZM: code })).code).toBe('200004');
  });

  it('long-name: 15 digits on file and any kind of dot match all the same', async () => {
    expect((await show('long-name')).GR.ZJHM).toMatch(/^\d{15}$/);
    for (const XINGMING of ['阿依努尔•麦麦提艾力', '阿依努尔・麦麦提艾力', '阿依努尔 · 麦麦提艾力']) {
      expect((await bind('long-name', { XINGMING })).body['HYJG']).toEqual({ XINGMING: '1', SJHM: '1' });
    }
    expect((await bind('long-name', { ZJHM: (await show('long-name')).GR.ZJHM })).code).toBe('000000');
  });

  it('name-mismatch: one character differs, a task at binding', async () => {
    expect((await bind('name-mismatch')).body['HYJG']).toEqual({ XINGMING: '2', SJHM: '1' });
    expect((await show('name-mismatch')).HYBZ).toEqual(['XINGMING']);
    expect((await bind('name-mismatch', { XINGMING: '曾某某' })).code).toBe('200002');
  });

  it('old-mobile: another mobile on file, a task at binding', async () => {
    expect((await bind('old-mobile')).body['HYJG']).toEqual({ XINGMING: '1', SJHM: '2' });
    expect((await show('old-mobile')).HYBZ).toEqual(['SJHM']);
    expect((await bind('old-mobile', { SJHM: personByKey('old-mobile', people).core.mobile })).body['HYJG']).toEqual({ XINGMING: '1', SJHM: '1' });
    expect((await show('old-mobile')).HYBZ).toEqual([]);
  });

  it('nobody: an unknown document, another person’s name, a foreign type', async () => {
    expect((await bind('renter', { ZJHM: '35020319990101001X' })).code).toBe('200001');
    expect((await bind('renter', { XINGMING: '许翀远' })).code).toBe('200002');
    expect((await bind('renter', { ZJLX: '03' })).code).toBe('200001');
    expect((await bind('renter', { XINGMING: '黄璟' })).code).toBe('200002');
  });

  it('arrears: two periods overdue with their sum', async () => {
    const [loan] = (await show('arrears')).DK;
    expect(loan?.DQYQQS).toBe('2');
    expect(fen(loan?.YQZE)).toBe(2 * fen(loan?.DQJHHKJE));
  });

  it('frozen: by a court', async () => {
    expect(await show('frozen')).toMatchObject({ ZH: [{ GRZHZT: '06', ZTYY: '法院冻结' }] });
  });

  it('two-accounts: the present one first, the sealed one after', async () => {
    expect((await show('two-accounts')).ZH.map((account) => account.GRZHZT)).toEqual(['01', '02']);
  });

  it('odd-history: a gap of three months, a month twice, a new base', async () => {
    const own = await show('odd-history');
    expect(own.JC).toEqual({ LXYS: '20', LJYS: '67' });
    const { body } = await world.call('GR1003', { KHBH: customerNumber('odd-history'), GRZH: own.ZH[0]?.GRZH, TS: 100 });
    const entries = body['MX'] as { GJHTQYWLX: string; SSNY?: string; FSE: string }[];
    const months = entries.filter((entry) => entry.GJHTQYWLX === '01').map((entry) => entry.SSNY);
    expect(months.length - new Set(months).size).toBe(1);
    expect(entries.filter((entry) => entry.GJHTQYWLX === '10')).toMatchObject([{ FSE: '0.00' }]);
  });

  it('line-dropped: the first application is done and the line lost; asked for, it is one payment', async () => {
    const body = await world.application('line-dropped');
    await expect(world.call('TQ1002', body, 'line-dropped-0001')).rejects.toThrow();
    expect((await world.call('TQ1003', { YQQLSH: 'line-dropped-0001' })).body['ZT']).toBe('DZ');
    expect((await world.call('TQ1002', body, 'line-dropped-0001')).head['CFBZ']).toBe('1');
    expect((await world.journal('key=line-dropped')).payments).toHaveLength(1);
  });

  it('card-closed: the bank sends it back, the card is known closed, another card is paid once', async () => {
    const before = (await show('card-closed')).ZH[0]?.GRZHYE;
    const first = await world.call('TQ1002', await world.application('card-closed'));
    expect(first.body).toMatchObject({ ZT: 'FKSB', BHYY: { DM: 'YHTH' } });
    const own = await show('card-closed');
    expect([own.ZH[0]?.GRZHYE, own.YHK.map((card) => card.KZT), own.TQ.XCTQRQ]).toEqual([before, ['2', '1'], undefined]);
    const second = await world.call('TQ1002', await world.application('card-closed', { KBH: own.YHK[1]?.KBH }));
    expect(second.body['ZT']).toBe('DZ');
    expect((await world.journal('key=card-closed'))).toMatchObject({ payments: [{ state: 'returned' }, { state: 'sent' }], balanced: true });
  });

  it('no-subscription: the main job is open to them', async () => {
    expect(await repaid('no-subscription')).toBeGreaterThan(570_000);
  });

  it('flexible-worker: no unit, both sides paid by the person', async () => {
    const [account] = (await show('flexible-worker')).ZH;
    expect([account?.DWMC, account?.DWZH, account?.DWYJCE, account?.GRYJCE]).toEqual([undefined, undefined, '0.00', '1000.00']);
  });

  it('in-transfer: a transfer under way', async () => {
    expect((await show('in-transfer')).ZY).toMatchObject([{ ZCZXMC: '泉州市住房公积金管理中心', FSE: '38214.60' }]);
  });

  it('home-buyer and home-buyer-spouse: married to each other, no loan, 26 months, a contract the register knows', async () => {
    const [buyer, spouse] = [await show('home-buyer'), await show('home-buyer-spouse')];
    expect([buyer.DKCS, spouse.DKCS, buyer.JC.LXYS, spouse.JC.LXYS, buyer.FC.length]).toEqual(['0', '0', '26', '40', 0]);
    expect(fen(buyer.ZH[0]?.GRZHYE)).toBeGreaterThan(12_000_000);
    expect(buyer.ZH[0]?.DWMC).not.toBe(spouse.ZH[0]?.DWMC);
    const GFHTBH = personByKey('home-buyer', people).contractNumber;
    expect((await world.call('FC1001', { KHBH: customerNumber('home-buyer'), GFHTBH })).body).toMatchObject({ HYJG: '1', BDSZ: '1', FWZJ: '1480000.00' });
    expect((await world.call('HY1001', { KHBH: customerNumber('home-buyer'), POKHBH: customerNumber('home-buyer-spouse') })).body['HYJG']).toBe('1');
  });

  it('loan-offset: the account has paid the instalments since the offset was signed; nothing of it is repaid out of pocket', async () => {
    const own = await show('loan-offset');
    expect(own.DK).toMatchObject([{ CHD: { ZT: '1', QYRQ: '20250520' }, DQYQQS: '0', DKZT: '2' }]);
    expect(own.TQ.HK).toMatchObject({ BJ: '0.00', LX: '0.00' });
    const { body } = await world.call('GR1003', { KHBH: customerNumber('loan-offset'), GRZH: own.ZH[0]?.GRZH, GJHTQYWLX: '11', TS: 100 });
    const entries = body['MX'] as { JZRQ: string; FSE: string; TQYY: string }[];
    expect(entries).toHaveLength(18);
    expect(entries[0]).toMatchObject({ JZRQ: '20261117', FSE: `-${own.DK[0]?.DQJHHKJE ?? ''}`, TQYY: '06' });
  });

  it('everybody else pays from the bank, and nobody’s offset is signed but one’s', async () => {
    for (const { key } of people) {
      const loans = (await show(key)).DK;
      expect([key, loans.map((loan) => loan.CHD.ZT)]).toEqual([key, key === 'loan-offset' ? ['1'] : loans.map(() => '0')]);
    }
  });
});
