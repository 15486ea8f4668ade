import { daysBetween } from '@anju/shared/calendar';
import { customerNumber } from '../generation/generate.ts';
import { fenOf, World, type Plan, type Reply } from '../testing/world.ts';
import type { PersonKey } from '../../people.ts';

const WHOLE = { HKLX: '2', HKJE: undefined, SQFS: undefined };
const open = (plan: Plan): Plan['JH'] => plan.JH.filter((row) => row.ZT !== '1');
const sum = (rows: Plan['JH']): number => rows.reduce((total, row) => total + fenOf(row.YHBJ), 0);

describe('a prepayment', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(async () => world.close());
  const ask = async (key: PersonKey, changes: Record<string, unknown> = {}, number?: string): Promise<Reply> => world.call('DK1003', await world.prepayment(key, changes), number);
  const loan = async (key: PersonKey): Promise<NonNullable<Awaited<ReturnType<World['overview']>>['DK'][number]>> => {
    const [first] = (await world.overview(key)).DK;
    if (first === undefined) throw new Error('no loan');
    return first;
  };

  it('is collected at once from the card with the interest to the day, told in order, in the books', async () => {
    const before = await loan('loan-in-order');
    const { body } = await ask('loan-in-order');
    const interest = Math.round((fenOf(before.DKYE) * 0.026 * daysBetween('2026-11-15', '2026-11-20')) / 360);
    expect(body).toMatchObject({ YWLX: 'LOAN_PREPAYMENT', ZT: 'DZ', TQHK: { DKZH: before.DKZH, HKLX: '3', SQFS: '1', HKBJ: '50000.00' }, HYLY: [{ LY: 'HX' }, { LY: 'YH' }], FKSJ: '20261120100000' });
    expect(body['YWLSH']).toMatch(/^HK20261120\d{8}$/);
    expect([fenOf(body['FSE']), fenOf((body['TQHK'] as { HKLXE: string }).HKLXE), body['GRZH']]).toEqual([5_000_000 + interest, interest, undefined]);
    const journal = await world.journal(`ywlsh=${String(body['YWLSH'])}`);
    expect(journal).toMatchObject({ payments: [], balanced: true, collections: [{ principal: 5_000_000, interest, amount: 5_000_000 + interest, state: 'collected' }], vouchers: [{ words: '提前还款' }] });
    const events = (await world.call('SJ1001', { SJH: '0', TS: 200 })).body['SJ'] as { ZT: string }[];
    expect(events.map((event) => event.ZT)).toEqual(['SQ', 'SL', 'SH', 'SP', 'DZ']);
    const after = await loan('loan-in-order');
    expect(fenOf(before.DKYE) - fenOf(after.DKYE)).toBe(5_000_000);
    expect(after.TQGHBJZE).toBe('50000.00');
    expect(fenOf(after.HSBJZE)).toBe(fenOf(after.HTDKJE) - fenOf(after.DKYE));
    expect(fenOf(after.HSLXZE) - fenOf(before.HSLXZE)).toBe(interest);
  });

  it('keeping the instalment: it stays to the fen, the loan ends sooner, the rows sum to the balance', async () => {
    const before = await world.plan('loan-in-order');
    await ask('loan-in-order', { HKJE: '100000.00' });
    const after = await world.plan('loan-in-order');
    expect(sum(open(after))).toBe(fenOf((await loan('loan-in-order')).DKYE));
    expect(open(after).length).toBeLessThan(open(before).length - 60);
    expect(open(after).length).toBeGreaterThan(100);
    expect(open(after).slice(1, -1).every((row) => row.YHJE === open(before)[1]?.YHJE)).toBe(true);
    expect(fenOf(open(after).at(-1)?.YHJE)).toBeLessThanOrEqual(fenOf(open(before)[1]?.YHJE));
    expect(open(after).at(-1)?.YE).toBe('0.00');
    expect(after.JH.filter((row) => row.ZT === '1')).toEqual(before.JH.filter((row) => row.ZT === '1'));
  });

  it('keeping the term: as many periods as before, a smaller instalment, the next interest by days', async () => {
    const before = await world.plan('loan-in-order');
    await ask('loan-in-order', { HKJE: '100000.00', SQFS: '2' });
    const after = await world.plan('loan-in-order');
    const balance = fenOf((await loan('loan-in-order')).DKYE);
    expect([sum(open(after)), open(after).length]).toEqual([balance, open(before).length]);
    expect(fenOf(open(after)[1]?.YHJE)).toBeLessThan(fenOf(open(before)[1]?.YHJE));
    expect(fenOf(open(after)[0]?.YHLX)).toBe(Math.round((balance * 0.026 * daysBetween('2026-11-20', '2026-12-15')) / 360));
    expect(fenOf(open(after)[1]?.YHLX)).toBe(Math.round((fenOf(open(after)[0]?.YE) * 0.026) / 12));
  });

  it('whole: settled, nothing left to pay, the next day brings no instalment', async () => {
    const before = await loan('loan-in-order');
    const { body } = await ask('loan-in-order', WHOLE);
    expect(body).toMatchObject({ ZT: 'DZ', TQHK: { HKLX: '2', HKBJ: before.DKYE } });
    const after = await loan('loan-in-order');
    expect(after).toMatchObject({ DKYE: '0.00', DKZT: '3', SYQS: '0', DQYQQS: '0', HSBJZE: '600000.00', TQGHBJZE: before.DKYE });
    expect(open(await world.plan('loan-in-order'))).toEqual([]);
    await world.control('POST', '/clock', { advanceDays: 60 });
    expect((await loan('loan-in-order')).HSLXZE).toBe(after.HSLXZE);
    expect((await world.journal('')).balanced).toBe(true);
    expect((await ask('loan-in-order', WHOLE)).code).toBe('300012');
  });

  it('on a due day bears no interest, and the next month is an ordinary one', async () => {
    await world.control('POST', '/clock', { set: '2026-12-15T09:00:00+08:00' });
    const before = await world.plan('loan-in-order');
    const { body } = await ask('loan-in-order', { SQFS: '2' });
    expect(body['FSE']).toBe('50000.00');
    const balance = fenOf((await loan('loan-in-order')).DKYE);
    const after = open(await world.plan('loan-in-order'));
    expect([after[0]?.YHRQ, fenOf(after[0]?.YHLX)]).toEqual(['20270115', Math.round((balance * 0.026) / 12)]);
    expect(new Set(after.slice(0, -1).map((row) => row.YHJE)).size).toBe(1);
    expect(after).toHaveLength(open(before).length);
  });

  it('a second one in the same month bears interest from the first only', async () => {
    await ask('loan-in-order');
    await world.control('POST', '/clock', { advanceDays: 4 });
    const balance = fenOf((await loan('loan-in-order')).DKYE);
    const { body } = await ask('loan-in-order');
    expect(fenOf((body['TQHK'] as { HKLXE: string }).HKLXE)).toBe(Math.round((balance * 0.026 * 4) / 360));
    expect(sum(open(await world.plan('loan-in-order')))).toBe(balance - 5_000_000);
  });

  it('the instalments after it are booked as rewritten, to the end', async () => {
    await ask('passport-holder', { HKJE: '150000.00', SQFS: '2' });
    await world.control('POST', '/clock', { set: '2041-01-01T09:00:00+08:00' });
    const end = await loan('passport-holder');
    expect([end.DKYE, end.DKZT, end.SYQS, end.HSBJZE]).toEqual(['0.00', '3', '0', '380000.00']);
    expect((await world.journal('')).balanced).toBe(true);
  }, 30_000);

  it('of a part that is the whole balance settles the loan', async () => {
    const { DKYE } = await loan('no-subscription');
    expect((await ask('no-subscription', { HKJE: DKYE })).body['ZT']).toBe('DZ');
    expect((await loan('no-subscription')).DKZT).toBe('3');
  });

  it('counts as repaid for a later withdrawal', async () => {
    const before = (await world.overview('loan-in-order')).TQ.HK;
    await ask('loan-in-order');
    expect(fenOf((await world.overview('loan-in-order')).TQ.HK?.BJ) - fenOf(before?.BJ)).toBe(5_000_000);
  });

  it('with a closed card fails and moves nothing; with the other card it is paid once', async () => {
    const [before, plan] = [await loan('card-closed'), await world.plan('card-closed')];
    const failed = await ask('card-closed');
    expect(failed.body).toMatchObject({ ZT: 'FKSB', BHYY: { DM: 'YHKK' } });
    expect(failed.body['FKSJ']).toBeUndefined();
    expect([await loan('card-closed'), await world.plan('card-closed')]).toEqual([before, plan]);
    const { YHK } = await world.overview('card-closed');
    expect(YHK.map((card) => card.KZT)).toEqual(['2', '1']);
    expect((await ask('card-closed')).code).toBe('300008');
    expect((await ask('card-closed', { KBH: YHK[1]?.KBH })).body['ZT']).toBe('DZ');
    const journal = await world.journal('key=card-closed');
    expect(journal).toMatchObject({ collections: [{ state: 'refused' }, { state: 'collected' }], balanced: true });
    expect(journal.vouchers.filter((voucher) => voucher.words === '提前还款')).toHaveLength(1);
  });

  it('taken back by the bank: balance and plan as they were, and nothing once an instalment followed', async () => {
    const [before, plan] = [await loan('loan-in-order'), await world.plan('loan-in-order')];
    const ywlsh = String((await ask('loan-in-order', WHOLE)).body['YWLSH']);
    expect((await world.control('POST', `/cases/${ywlsh}/return-payment`)).body['state']).toBe('FKSB');
    expect(await world.plan('loan-in-order')).toEqual(plan);
    expect(await loan('loan-in-order')).toEqual(before);
    expect(await world.journal('key=loan-in-order')).toMatchObject({ collections: [{ state: 'returned' }], balanced: true });
    await world.control('POST', '/reset');
    const later = String((await ask('loan-in-order')).body['YWLSH']);
    await world.control('POST', '/clock', { advanceDays: 30 });
    expect((await world.control('POST', `/cases/${later}/return-payment`)).status).toBe(409);
  });

  it('taken back by the bank: an offset that the whole had ended goes on as it was', async () => {
    const standing = async (): Promise<unknown[]> => {
      const [order] = (await world.call('ZD1003', { KHBH: customerNumber('loan-offset') })).body['QY'] as { ZT: string }[];
      return [order?.ZT, (await world.overview('loan-offset')).DK[0]?.CHD.ZT];
    };
    expect(await standing()).toEqual(['1', '1']);
    const { body } = await world.call('DK1003', await world.prepayment('loan-offset', { HKLX: '2', HKJE: undefined, SQFS: undefined }));
    expect(await standing()).toEqual(['3', '0']);
    await world.control('POST', `/cases/${String(body['YWLSH'])}/return-payment`);
    expect(await standing()).toEqual(['1', '1']);
  });

  it('cannot be cancelled: it is done', async () => {
    const { body } = await ask('loan-in-order');
    expect((await world.call('TQ1005', { KHBH: customerNumber('loan-in-order'), YWLSH: body['YWLSH'] })).code).toBe('300020');
  });

  it.each([
    ['HKJE', { HKJE: undefined }], ['SQFS', { SQFS: undefined }], ['HKJE', { HKLX: '2' }], ['HKLX', { HKLX: '1' }], ['HKJE', { HKJE: '0.00' }], ['SQFS', { SQFS: '3' }], ['KBH', { KBH: undefined }],
  ])('100001 names %s in %j and uses no number up', async (field, changes) => {
    const reply = await ask('loan-in-order', changes, 'prepay-unfit-1');
    expect([reply.code, reply.body['ZD']]).toEqual(['100001', field]);
    expect((await ask('loan-in-order', {}, 'prepay-unfit-1')).code).toBe('000000');
  });

  it('200001, 300012: nobody, no loan, another’s loan', async () => {
    expect((await ask('loan-in-order', { KHBH: 'KNOBODYNOBODY' })).code).toBe('200001');
    expect((await ask('renter', { DKZH: 'NONE' })).code).toBe('300012');
    expect((await ask('spouse', { DKZH: (await loan('loan-in-order')).DKZH })).code).toBe('300012');
  });

  it('300011 a loan in arrears', async () => {
    expect((await ask('arrears')).code).toBe('300011');
  });

  it('300024 while another case of this person is running', async () => {
    const { body } = await world.call('TQ1002', await world.purchase('buyer-local', 'XM2026-0803-1187', { GFDZ: '2' }));
    const pre = await world.waitingForSigning('buyer-local', { FWZJ: '2380000.00' });
    await world.advanceTo(pre, 'FK');
    expect((await ask('buyer-local')).code).toBe('300024');
    await world.call('TQ1005', { KHBH: customerNumber('buyer-local'), YWLSH: body['YWLSH'] });
    expect((await ask('buyer-local')).body['ZT']).toBe('DZ');
  });

  it('300008 a card of another class, another person, or nobody', async () => {
    const own = await world.overview('loan-in-order');
    const foreign = (await world.overview('spouse')).YHK[0]?.KBH;
    for (const KBH of [own.YHK[1]?.KBH, foreign, 'NONE']) expect((await ask('loan-in-order', { KBH })).code).toBe('300008');
  });

  it('300001 above the balance, 300029 below the least part, taken at both bounds', async () => {
    expect((await ask('loan-in-order', { HKJE: '900000.00' })).code).toBe('300001');
    const little = await ask('loan-in-order', { HKJE: '9999.99' });
    expect([little.code, little.body['ZDJE']]).toEqual(['300029', '10000.00']);
    expect((await ask('loan-in-order', { HKJE: '10000.00' })).code).toBe('000000');
  });
});

describe('the plan of a loan', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(async () => world.close());

  it.each(['loan-in-order', 'permit-holder', 'arrears', 'loan-offset', 'frozen'] as const)('%s: paid, overdue and ahead, summing to what is owed and what was lent', async (key) => {
    const { DK } = await world.overview(key);
    const plan = await world.plan(key);
    expect(sum(open(plan))).toBe(fenOf(DK[0]?.DKYE));
    expect(sum(plan.JH)).toBe(fenOf(DK[0]?.HTDKJE));
    expect(String(open(plan).length)).toBe(DK[0]?.SYQS);
    expect(String(plan.JH.filter((row) => row.ZT === '2').length)).toBe(DK[0]?.DQYQQS);
    expect(plan.JH.map((row) => Number(row.DQQC))).toEqual(plan.JH.map((_row, index) => index + 1));
    expect(plan.JH.every((row) => fenOf(row.YHJE) === fenOf(row.YHBJ) + fenOf(row.YHLX))).toBe(true);
    const paidInterest = plan.JH.filter((row) => row.ZT === '1').reduce((total, row) => total + fenOf(row.YHLX), 0);
    expect([fenOf(plan.HSLXZE), plan.HSBJZE, plan.TQGHBJZE]).toEqual([paidInterest, DK[0]?.HSBJZE, '0.00']);
  });

  it('is nobody else’s, and there is none without a loan', async () => {
    const DKZH = (await world.overview('loan-in-order')).DK[0]?.DKZH;
    expect((await world.call('DK1001', { KHBH: customerNumber('spouse'), DKZH })).code).toBe('300012');
    expect((await world.call('DK1001', { KHBH: 'KNOBODYNOBODY', DKZH })).code).toBe('200001');
  });
});
