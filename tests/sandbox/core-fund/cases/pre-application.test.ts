import { customerNumber } from '../generation/generate.ts';
import { fenOf, World } from '../testing/world.ts';

interface Stage { readonly JDDM: string; readonly GW: string; readonly SXR: string; readonly WB?: string; readonly KSSJ?: string; readonly DQSJ?: string; readonly WCSJ?: string }
const KHBH = customerNumber('home-buyer');
const PARTNER = { GTJKR: { KHBH: customerNumber('home-buyer-spouse'), CDGX: '1' } };

describe('a pre-application on its way', () => {
  let world: World;
  let ywlsh: string;
  beforeEach(async () => {
    world = await World.start();
    ywlsh = String((await world.call('DK1002', await world.preApplication('home-buyer', PARTNER), 'pre-application-1')).body['YWLSH']);
  });
  afterEach(async () => world.close());
  const show = async (): Promise<Record<string, unknown> & { JD: Stage[] }> => (await world.call('TQ1004', { KHBH, YWLSH: ywlsh })).body as never;
  const hand = async (what: string, body?: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }> => world.control('POST', `/cases/${ywlsh}/${what}`, body);
  const events = async (): Promise<unknown[]> => ((await world.call('SJ1001', { SJH: '0', TS: 200 })).body['SJ'] as { YWLSH: string; ZT: string; KHBH: string; YQQLSH: string }[]).filter((event) => event.YWLSH === ywlsh).map((event) => event.ZT);

  it('has seven stages, each with its post and limit, the registration outside the clock', async () => {
    expect((await show()).JD.map((stage) => [stage.JDDM, stage.GW, stage.SXR, stage.WB])).toEqual([
      ['SQ', '申请人', '0', undefined], ['SL', '受理岗', '1', undefined], ['SH', '审核岗', '3', undefined], ['SP', '审批岗', '3', undefined],
      ['MQ', '受托银行', '0', undefined], ['DY', '不动产登记中心', '0', '1'], ['FK', '资金岗', '2', undefined],
    ]);
  });

  it('goes through its states in order, each told once, and ends as a loan', async () => {
    const states: unknown[] = [];
    for (let step = 0; step < 6; step += 1) states.push((await hand('advance')).body['state']);
    expect(states).toEqual(['SL', 'SH', 'SP', 'MQ', 'DY', 'FK']);
    expect((await hand('advance')).status).toBe(409);
    expect(await events()).toEqual(['SQ', 'SL', 'SH', 'SP', 'MQ', 'DY', 'FK']);
    const end = await show();
    expect(end).toMatchObject({ ZT: 'FK', FKSJ: '20261120100000' });
    expect(end.JD.every((stage) => stage.KSSJ !== undefined && stage.WCSJ !== undefined)).toBe(true);
  });

  it('counts three working days for the review, none for the signing and the registration', async () => {
    await hand('advance');
    expect((await show()).JD[2]).toMatchObject({ JDDM: 'SH', KSSJ: '20261120100000', DQSJ: '20261125100000' });
    await world.advanceTo(ywlsh, 'MQ');
    const signing = (await show()).JD[4];
    expect([signing?.KSSJ, signing?.DQSJ, signing?.WCSJ]).toEqual(['20261120100000', undefined, undefined]);
    await hand('advance');
    const registration = (await show()).JD[5];
    expect([registration?.KSSJ, registration?.DQSJ, registration?.WCSJ]).toEqual(['20261120100000', undefined, undefined]);
  });

  it('paid out, is in the applicant’s loans: granted today, the books right, both have had one', async () => {
    await world.advanceTo(ywlsh, 'FK');
    const own = await world.overview('home-buyer');
    expect(own.DK).toMatchObject([{ HTDKJE: '300000.00', DKYE: '300000.00', DKQS: '240', DKHKFS: '01', DKLL: '0.0260000', DKFFRQ: '20261120', XCHKRQ: '20261220', SYQS: '240', HSBJZE: '0.00', TQGHBJZE: '0.00', CHD: { ZT: '0' } }]);
    const partner = await world.overview('home-buyer-spouse');
    expect([own.DKCS, partner.DKCS]).toEqual(['1', '1']);
    expect(own.TQ.ZBYW).toEqual([]);
    const journal = await world.journal(`ywlsh=${ywlsh}`);
    expect(journal).toMatchObject({ payments: [], balanced: true, vouchers: [{ words: '贷款发放', lines: [{ subject: '121', debit: 30_000_000 }, { subject: '101', credit: 30_000_000 }] }] });
    await world.control('POST', '/clock', { advanceDays: 31 });
    expect((await world.overview('home-buyer')).DK).toMatchObject([{ SYQS: '239' }]);
    expect((await world.journal('')).balanced).toBe(true);
  });

  it('paid out, is listed for the co-borrower too, as theirs in part: they read its plan and what was repaid, and cannot prepay it', async () => {
    await world.advanceTo(ywlsh, 'FK');
    const [own] = (await world.overview('home-buyer')).DK;
    const partner = await world.overview('home-buyer-spouse');
    expect(partner.DK).toEqual([{ ...own, CHD: undefined, JKR: '2' }]);
    expect([own?.JKR, partner.TQ.HK]).toEqual([undefined, { QSRQ: expect.any(String), JZRQ: '20261120', BJ: '0.00', LX: '0.00' }]);
    const plans = await Promise.all([KHBH, PARTNER.GTJKR.KHBH].map((who) => world.call('DK1001', { KHBH: who, DKZH: own?.DKZH })));
    expect(plans.map(({ code }) => code)).toEqual(['000000', '000000']);
    expect(plans[1]?.body).toEqual(plans[0]?.body);
    const prepayment = await world.call('DK1003', { ...(await world.prepayment('home-buyer', { DKZH: own?.DKZH })), KHBH: PARTNER.GTJKR.KHBH, KBH: partner.YHK[0]?.KBH });
    expect(prepayment.code).toBe('300012');
  });

  it('of a second home by equal principal has that rate and that plan', async () => {
    await world.call('TQ1005', { KHBH, YWLSH: ywlsh });
    const { body } = await world.call('DK1002', await world.preApplication('home-buyer', { FWTS: '2', DKHKFS: '02', DKQS: '60', SQJE: '100000.00' }));
    await world.advanceTo(String(body['YWLSH']), 'FK');
    const { JH } = await world.plan('home-buyer');
    expect(JH).toHaveLength(60);
    expect(JH[0]).toMatchObject({ YHBJ: '1666.67', YHLX: '210.42', DKLL: '0.0252500', ZT: '3' });
    expect(JH.reduce((sum, row) => sum + fenOf(row.YHBJ), 0)).toBe(10_000_000);
    expect(JH.at(-1)?.YE).toBe('0.00');
  });

  it('can be asked for by its request number, whatever its state', async () => {
    await world.advanceTo(ywlsh, 'MQ');
    expect((await world.call('TQ1003', { YQQLSH: 'pre-application-1' })).body).toMatchObject({ YWLSH: ywlsh, ZT: 'MQ' });
  });

  it.each(['SQ', 'SL', 'SH', 'SP', 'MQ'])('can be cancelled in %s', async (state) => {
    if (state !== 'SQ') await world.advanceTo(ywlsh, state);
    expect((await world.call('TQ1005', { KHBH, YWLSH: ywlsh })).body['ZT']).toBe('CX');
    expect((await events()).at(-1)).toBe('CX');
    expect((await world.call('DK1002', await world.preApplication('home-buyer'))).code).toBe('000000');
  });

  it.each(['DY', 'FK'])('cannot be cancelled or refused in %s', async (state) => {
    await world.advanceTo(ywlsh, state);
    expect((await world.call('TQ1005', { KHBH, YWLSH: ywlsh })).code).toBe('300020');
    expect((await hand('refuse')).status).toBe(409);
  });

  it.each(['SL', 'MQ'])('can be refused in %s with a reason', async (state) => {
    await world.advanceTo(ywlsh, state);
    await hand('refuse', { code: 'ZXBL', reason: '征信记录不符合规定' });
    expect(await show()).toMatchObject({ ZT: 'BH', BHYY: { DM: 'ZXBL', SM: '征信记录不符合规定' } });
  });

  it('cannot be refused between approval and signing', async () => {
    await world.advanceTo(ywlsh, 'SP');
    expect((await hand('refuse')).status).toBe(409);
    expect((await hand('return-payment')).status).toBe(409);
  });

  it('does not stand in the way of a withdrawal, nor a withdrawal in its way', async () => {
    const purchase = await world.purchase('home-buyer', 'XM2026-0918-2046', { FSE: '1000.00' });
    expect((await world.call('TQ1002', purchase)).body['ZT']).toBe('DZ');
    expect((await show())['ZT']).toBe('SQ');
  });

  it('is gone with a reset', async () => {
    await world.advanceTo(ywlsh, 'FK');
    await world.control('POST', '/reset');
    expect((await world.overview('home-buyer')).DK).toEqual([]);
    expect((await world.call('TQ1004', { KHBH, YWLSH: ywlsh })).code).toBe('300404');
  });
});

describe('the demo clerk and a pre-application', () => {
  it('takes it to the signing and waits; once the booked time has passed it goes on to the money', async () => {
    const world = await World.start();
    const state = async (): Promise<unknown> => ((await world.control('GET', '/cases')).body['cases'] as { state: string }[])[0]?.state;
    const until = async (wanted: string): Promise<unknown> => {
      for (let look = 0; look < 30 && (await state()) !== wanted; look += 1) {
        world.tick(4000);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return state();
    };
    await world.control('POST', '/clerk', { mode: 'auto', afterSeconds: 4 });
    await world.call('DK1002', await world.preApplication('home-buyer'));
    expect(await until('MQ')).toBe('MQ');
    world.tick(60_000);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await state()).toBe('MQ');
    expect((await world.call('YY1001', { KHBH, SDBH: 'XM002202611231000', YYSX: 'DKMQ', SQSJ: '20261120100000' })).code).toBe('000000');
    await world.control('POST', '/clock', { set: '2026-11-23T10:29:00+08:00' });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await state()).toBe('MQ');
    await world.control('POST', '/clock', { set: '2026-11-23T10:30:00+08:00' });
    expect(await until('FK')).toBe('FK');
    await world.close();
  }, 30_000);
});
