import type { PersonKey } from '../../people.ts';
import { customerNumber } from '../generation/generate.ts';
import { shareWorld, type World, type Reply } from '../testing/world.ts';
import { factsOnFile, type SharedFacts } from './shared.facts.ts';

type Json = Record<string, unknown>;

describe('the rules of the routes', () => {
  let world: World;
  shareWorld((shared) => (world = shared));
  const apply = async (key: PersonKey, route: string, changes: Json = {}): Promise<Reply> => world.call('TQ1002', await world.withdrawal(key, route, changes));
  const paper = async (key: PersonKey): Promise<Json> => ({ CLBH: [await world.material(key)] });
  const know = (key: PersonKey, facts: Partial<SharedFacts>): void => {
    world.running.core.run('UPDATE shared_fact SET facts = ? WHERE khbh = ?', JSON.stringify({ ...factsOnFile(world.running.core, customerNumber(key)), ...facts }), customerNumber(key));
  };
  const source = async (key: PersonKey, LY: string, state: string): Promise<unknown> => world.control('POST', '/sources', { key, source: LY, state });
  const refused = async (reply: Promise<Reply>): Promise<Json> => {
    const { code, body } = await reply;
    return { code, ...body };
  };
  const later = async (days: number): Promise<unknown> => world.control('POST', '/clock', { advanceDays: days });

  it('300040 what the counter takes, what the centre does not offer, what is paused', async () => {
    for (const [key, route] of [['retired', 'DEATH'], ['retired', 'DISABILITY'], ['renovator', 'PROPERTY_FEE']] as const) expect((await apply(key, route)).code).toBe('300040');
    await world.control('POST', '/paused', { routes: ['LIFT'] });
    expect((await apply('lift-neighbour', 'LIFT')).code).toBe('300040');
    expect((await world.overview('lift-neighbour')).TQ['ZTYW']).toEqual(['LIFT']);
    expect((await world.control('POST', '/paused', { routes: ['CAR'] })).status).toBe(400);
  });

  it('300040 a first payment for a kind of home the centre does not name', async () => {
    const [home] = factsOnFile(world.running.core, customerNumber('escrow-buyer')).homes;
    know('escrow-buyer', { homes: home === undefined ? [] : [{ ...home, kind: '1' }] });
    expect((await apply('escrow-buyer', 'DOWN_PAYMENT')).code).toBe('300040');
  });

  it('300042 a month that a repayment was withdrawn for, and one that was rent; 300006 the same month again', async () => {
    expect((await apply('renter', 'RENT', { FSE: '1800.00' })).body['ZT']).toBe('DZ');
    expect(await refused(apply('renter', 'RENT'))).toEqual({ code: '300006', XCTQRQ: '20261201' });
    expect((await world.overview('renter')).TQ['QJ']).toEqual([{ YWLX: 'RENT', QSRQ: '20261101', JZRQ: '20261130' }]);
    know('renter', { bankLoan: { contract: 'J1', bank: 'b', contracted: true, overdue: 0, monthlyPrincipalFen: 1000_00, monthlyInterestFen: 1, dueDay: 1 } });
    expect(await refused(apply('renter', 'REPAY_COMMERCIAL_LOAN'))).toEqual({ code: '300042', YWLX: 'RENT' });
    await world.control('POST', '/clock', { set: '2026-12-01T09:00:00+08:00' });
    expect((await apply('renter', 'RENT', { FSE: '1800.00' })).body['ZT']).toBe('DZ');
  });

  it('300014 at the payment: of two who applied for one contract side by side the first is paid, and nobody is held up by a stranger', async () => {
    const contract = 'ZZ2026-0709-0342';
    const received = async (key: PersonKey): Promise<string> => String((await world.call('TQ1002', await world.purchase(key, ` ${contract}`, { GFDZ: '2' }))).body['YWLSH']);
    const [first, second] = [await received('renter'), await received('buyer-elsewhere')];
    for (const ywlsh of [first, second]) await world.advanceTo(ywlsh, 'SP');
    await world.advanceTo(second, 'DZ');
    await world.advanceTo(first, 'BH');
    expect((await world.call('TQ1004', { KHBH: customerNumber('renter'), YWLSH: first })).body['BHYY']).toEqual({ DM: '300014', SM: '该房屋已办理过提取' });
    expect((await world.journal('')).payments).toHaveLength(1);
  });

  it('300014 a contract that a running case of the spouse is for; taken back, it is free again', async () => {
    const first = (await world.call('TQ1002', await world.purchase('home-buyer', 'ZZ2026-0709-0342', { GFDZ: '2' }))).body;
    const other = async (): Promise<string> => (await world.call('TQ1002', await world.purchase('home-buyer-spouse', 'ZZ2026-0709-0342', { GFDZ: '2' }))).code;
    expect([first['ZT'], await other()]).toEqual(['SQ', '300014']);
    await world.call('TQ1005', { KHBH: customerNumber('home-buyer'), YWLSH: first['YWLSH'] });
    expect(await other()).toBe('000000');
  });

  it('300009 a couple whose cases run side by side has one amount between them, and is told', async () => {
    for (const key of ['home-buyer', 'home-buyer-spouse'] as const) know(key, { lift: { address: '同一号楼', completedOn: '2026-10-01', ownShareFen: 1_000_000 } as SharedFacts['lift'] & object });
    const lift = async (key: PersonKey, FSE: string): Promise<Reply> => apply(key, 'LIFT', { ...(await paper(key)), SBXX: { GX: '1' }, FSE });
    expect((await lift('home-buyer', '6000.00')).body['ZT']).toBe('SQ');
    expect((await world.overview('home-buyer-spouse')).TQ['JTYT']).toEqual([{ YWLX: 'LIFT', JE: '6000.00', FCBH: '同一号楼' }]);
    expect(await refused(lift('home-buyer-spouse', '4000.01'))).toEqual({ code: '300009', ZGJE: '4000.00' });
    expect((await lift('home-buyer-spouse', '4000.00')).body['ZT']).toBe('SQ');
  });

  it('100001 a declared day beyond the calendar that rules count on', async () => {
    await source('lift-neighbour', 'RS', 'silent');
    const declared = async (JSRQ: string): Promise<Json> => refused(apply('lift-neighbour', 'ILLNESS', { ...(await paper('lift-neighbour')), SBXX: { GRZF: '5000.00', JSRQ } }));
    expect(await declared('21990101')).toEqual({ code: '100001', ZD: 'SBXX' });
    expect(await declared('20991231')).toMatchObject({ code: '000000' });
  });

  it('300042 rent in a calendar month of which days are covered by the spouse’s repayment; from the next it is paid', async () => {
    world.running.core.run(`INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, amount, span_from, span_to) VALUES (?, 'REPAY_COMMERCIAL_LOAN', '06', '2026-11-02', 100, '2025-11-03', '2026-11-02')`, customerNumber('home-buyer'));
    expect(await refused(apply('home-buyer-spouse', 'RENT'))).toEqual({ code: '300042', YWLX: 'REPAY_COMMERCIAL_LOAN' });
    await world.control('POST', '/clock', { set: '2026-12-01T09:00:00+08:00' });
    expect((await apply('home-buyer-spouse', 'RENT')).body['ZT']).toBe('DZ');
  });

  it('300043 a home in the city, which a contract filed is not', async () => {
    expect((await apply('bank-loan', 'RENT')).code).toBe('300043');
    expect((await apply('renter', 'RENT')).body['ZT']).toBe('DZ');
  });

  it('300044 too few months, and says how many', async () => {
    world.running.core.run(`DELETE FROM account_entry WHERE grzh = (SELECT grzh FROM account WHERE khbh = ?) AND month = '2026-09'`, customerNumber('newcomer'));
    expect(await refused(apply('newcomer', 'RENT'))).toEqual({ code: '300044', YS: '3' });
  });

  it('300045 not sealed, or not long enough, and from when', async () => {
    expect(await refused(apply('spouse', 'LEAVE_JOB'))).toEqual({ code: '300045' });
    world.running.core.run(`UPDATE account SET state_since = '2026-07-01' WHERE khbh = ?`, customerNumber('sealed-outsider'));
    expect(await refused(apply('sealed-outsider', 'LEAVE_JOB'))).toEqual({ code: '300045', XCTQRQ: '20270101' });
  });

  it('300046 a local household, 300047 work again, 300057 an account elsewhere', async () => {
    expect((await apply('sealed-local', 'LEAVE_JOB')).code).toBe('300046');
    await world.control('POST', '/facts', { key: 'sealed-outsider', accountElsewhere: true });
    expect((await apply('sealed-outsider', 'LEAVE_JOB')).code).toBe('300057');
    expect((await world.overview('sealed-outsider')).TQ['YDZH']).toBe('1');
    know('sealed-outsider', { employed: true });
    expect((await apply('sealed-outsider', 'LEAVE_JOB')).code).toBe('300047');
  });

  it('300048 before the age, and at once from its month on', async () => {
    const { code, body } = await apply('near-retirement', 'RETIREMENT');
    const month = String((await world.sources('near-retirement'))['RS']?.['TXNY']);
    expect([code, body['XCTQRQ']]).toEqual(['300048', `${month}01`]);
    await world.control('POST', '/clock', { set: `${month.slice(0, 4)}-${month.slice(4)}-01T09:00:00+08:00` });
    expect((await apply('near-retirement', 'RETIREMENT')).body).toMatchObject({ ZT: 'DZ', GJHTQYWLX: '12' });
  });

  it('a woman whose category nobody knows: before fifty not, then 300064, then by what she says', async () => {
    expect(await refused(apply('category-unknown', 'RETIREMENT'))).toEqual({ code: '300048' });
    await world.control('POST', '/clock', { set: '2027-06-01T09:00:00+08:00' });
    expect(await refused(apply('category-unknown', 'RETIREMENT'))).toEqual({ code: '300064', ZD: 'TXLX' });
    expect(await refused(apply('category-unknown', 'RETIREMENT', { SBXX: { TXLX: '2' }, ...(await paper('category-unknown')) }))).toMatchObject({ code: '300048' });
    expect((await apply('category-unknown', 'RETIREMENT', { SBXX: { TXLX: '3' } })).code).toBe('300013');
    expect((await apply('category-unknown', 'RETIREMENT', { SBXX: { TXLX: '3' }, ...(await paper('category-unknown')) })).body['ZT']).toBe('SQ');
  });

  it('300049 a source that disagrees; one that is silent leaves it to the clerks', async () => {
    await source('bank-loan', 'ZX', 'differs');
    expect(await refused(apply('bank-loan', 'REPAY_COMMERCIAL_LOAN'))).toEqual({ code: '300049', LY: 'ZX' });
    await source('bank-loan', 'ZX', 'silent');
    expect(await refused(apply('bank-loan', 'REPAY_COMMERCIAL_LOAN'))).toEqual({ code: '300064', ZD: 'HKJE' });
    const declared = await apply('bank-loan', 'REPAY_COMMERCIAL_LOAN', { SBXX: { HKJE: '20000.00' }, ...(await paper('bank-loan')) });
    expect(declared.body).toMatchObject({ ZT: 'SQ', HYLY: [{ LY: 'HX' }, { LY: 'ZX', HYJG: '9' }, { LY: 'YH' }] });
    await source('sealed-outsider', 'JY', 'silent');
    expect((await apply('sealed-outsider', 'LEAVE_JOB')).body['ZT']).toBe('SQ');
  });

  it('300052 a relation that is not covered', async () => {
    expect((await apply('spouse', 'LIFT', { SBXX: { GX: '4', FYJE: '9000.00' }, ...(await paper('spouse')) })).code).toBe('300052');
    expect((await apply('spouse', 'LIFT', { SBXX: { GX: '2', FYJE: '9000.00' }, ...(await paper('spouse')) })).body['ZT']).toBe('SQ');
  });

  it('300053 a closing withdrawal of less or more than everything', async () => {
    const whole = (await world.overview('retired')).ZH[0]?.GRZHYE;
    for (const FSE of ['1000.00', '9999999.00']) expect(await refused(apply('retired', 'RETIREMENT', { FSE }))).toEqual({ code: '300053', ZGJE: whole });
  });

  it('300054 while a transfer runs, 300055 while a contribution is on its way', async () => {
    expect((await apply('in-transfer', 'RENT')).code).toBe('300054');
    await world.control('POST', '/facts', { key: 'retired', contributionPending: true });
    expect((await world.overview('retired')).TQ['DSBZ']).toBe('1');
    expect((await apply('retired', 'RETIREMENT')).code).toBe('300055');
    await world.control('POST', '/facts', { key: 'retired', contributionPending: false });
    expect((await apply('retired', 'RETIREMENT')).body['ZT']).toBe('DZ');
  });

  it('300056 barred until a day', async () => {
    await world.control('POST', '/facts', { key: 'renter', barred: { for: 'loan', until: '2026-11-22' } });
    expect(await refused(apply('renter', 'RENT'))).toEqual({ code: '300056', RQ: '20261122' });
    expect((await world.overview('renter')).TQ['JZRQ']).toEqual({ SY: '2', RQ: '20261122' });
    await later(2);
    expect((await apply('renter', 'RENT')).body['ZT']).toBe('DZ');
    expect((await world.control('POST', '/facts', { key: 'renter', barred: { for: 'x' } })).status).toBe(400);
    expect((await world.control('POST', '/facts', { barred: null })).status).toBe(400);
    expect((await world.control('POST', '/facts', { key: 'renter', barred: null })).body).toMatchObject({ barred_until: null });
  });

  it('300058 no commercial loan, or one in arrears; a bank without a contract leaves it to the clerks', async () => {
    expect((await apply('renter', 'REPAY_COMMERCIAL_LOAN')).code).toBe('300058');
    const loan = factsOnFile(world.running.core, customerNumber('bank-loan')).bankLoan;
    if (loan === undefined) throw new Error('there is a loan');
    know('bank-loan', { bankLoan: { ...loan, contracted: false } });
    expect((await apply('bank-loan', 'REPAY_COMMERCIAL_LOAN')).body['ZT']).toBe('SQ');
    know('bank-loan', { bankLoan: { ...loan, overdue: 1 } });
    world.running.core.run('DELETE FROM case_stage WHERE ywlsh IN (SELECT ywlsh FROM fund_case)');
    world.running.core.run('DELETE FROM fund_case');
    expect((await apply('bank-loan', 'REPAY_COMMERCIAL_LOAN')).code).toBe('300058');
  });

  it('300059 another account than the supervised one; the money goes to that', async () => {
    expect((await apply('escrow-buyer', 'DOWN_PAYMENT', { JGZH: '6217001930000001' })).code).toBe('300059');
    const paid = await apply('escrow-buyer', 'DOWN_PAYMENT', { FSE: '50000.00' });
    expect(paid.body).toMatchObject({ ZT: 'DZ', JGZH: '35101560022052500138', HYLY: [{ LY: 'HX' }, { LY: 'BDC', HYJG: '1' }, { LY: 'YH' }] });
    expect(paid.body['KBH']).toBeUndefined();
    expect((await world.journal('key=escrow-buyer')).payments).toMatchObject([{ amount: 5_000_000, cardTail: '0138', busType: '02' }]);
    expect((await apply('escrow-buyer', 'DOWN_PAYMENT')).code).toBe('300014');
  });

  it.each([
    ['is paid to its holder', '35101560022052500138', 'DZ', undefined],
    ['is no payment without a holder', '35101560022052500139', 'BH', { DM: '300059', SM: '监管账户未查到' }],
  ])('300059 a declared escrow account that a clerk approved while the register is silent %s', async (_, JGZH, state, BHYY) => {
    await source('escrow-buyer', 'BDC', 'silent');
    const { body } = await apply('escrow-buyer', 'DOWN_PAYMENT', { JGZH, FSE: '50000.00', ...(await paper('escrow-buyer')), SBXX: { FWLX: '2', SFK: '60000.00' } });
    expect(body['ZT']).toBe('SQ');
    await world.advanceTo(String(body['YWLSH']), state);
    expect((await world.call('TQ1004', { KHBH: customerNumber('escrow-buyer'), YWLSH: body['YWLSH'] })).body).toMatchObject({ ZT: state, ...(BHYY === undefined ? {} : { BHYY }) });
    const messages = world.running.core.all<{ message: string }>('SELECT message FROM payment').map(({ message }) => JSON.parse(message) as Json);
    expect(messages).toMatchObject(state === 'BH' ? [] : [{ CrAcctNo: JGZH, CrAcctName: '厦门市存量房交易资金监管专户', CrBankName: '中国建设银行厦门分行' }]);
    expect((await world.journal('')).balanced).toBe(true);
  });

  it('100001 a card where an escrow account is meant, and the other way about, and declared facts of the wrong form', async () => {
    const { KBH } = await world.application('escrow-buyer');
    const body = await world.withdrawal('escrow-buyer', 'DOWN_PAYMENT');
    expect(await refused(world.call('TQ1002', { ...body, KBH }))).toEqual({ code: '100001', ZD: 'KBH' });
    expect(await refused(apply('escrow-buyer', 'DOWN_PAYMENT', { GJHTQYWLX: '12' }))).toEqual({ code: '300010' });
    expect(await refused(apply('renter', 'RENT', { JGZH: '1' }))).toEqual({ code: '100001', ZD: 'JGZH' });
    for (const SBXX of [{ FYJE: 5 }, { XX: '1' }, { JZMJ: '89.5' }, { GX: '5' }, [], { DJRQ: '20261301' }]) expect(await refused(apply('renter', 'RENT', { SBXX }))).toEqual({ code: '100001', ZD: 'SBXX' });
  });

  it('300061 a certificate that is too new and from when, 300016 a purchase too long ago, 300014 twice for a home', async () => {
    const [home] = factsOnFile(world.running.core, customerNumber('renovator')).homes;
    if (home === undefined) throw new Error('there is a home');
    know('renovator', { homes: [{ ...home, certificateOn: '2026-08-20' }] });
    expect(await refused(apply('renovator', 'RENOVATION'))).toEqual({ code: '300061', XCTQRQ: '20270220' });
    know('renovator', { homes: [{ ...home, filedOn: '2021-11-19' }] });
    expect((await apply('renovator', 'RENOVATION')).code).toBe('300016');
    know('renovator', { homes: [home] });
    expect((await apply('renovator', 'RENOVATION', { FCBH: 'XM0' })).code).toBe('300049');
    expect((await apply('renovator', 'RENOVATION', { FCBH: home.number })).body).toMatchObject({ ZT: 'DZ', FCBH: home.number });
    expect((await apply('renovator', 'RENOVATION')).code).toBe('300014');
    expect((await world.overview('renovator')).TQ['YYFW']).toEqual([{ YWLX: 'RENOVATION', FCBH: home.number, RQ: '20261120' }]);
  });

  it('300009 above area × amount, the spouse’s part taken off', async () => {
    const { core } = world.running;
    core.run('UPDATE account SET current = current + 50000000 WHERE khbh = ?', customerNumber('renovator'));
    expect(await refused(apply('renovator', 'RENOVATION', { FSE: '170000.00' }))).toEqual({ code: '300009', ZGJE: '161154.00' });
    const [home] = factsOnFile(core, customerNumber('renovator')).homes;
    core.run(`UPDATE person SET spouse_key = 'spouse' WHERE key = 'renovator'`);
    core.run(`INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, amount, object) VALUES (?, 'RENOVATION', '02', '2026-10-01', 6115401, ?)`, customerNumber('spouse'), home?.number);
    expect(await refused(apply('renovator', 'RENOVATION', { FSE: '170000.00' }))).toEqual({ code: '300009', ZGJE: '99999.99' });
    expect((await world.overview('renovator')).TQ['JTYT']).toEqual([{ YWLX: 'RENOVATION', JE: '61154.01', FCBH: home?.number }]);
  });

  it('300009 costs of an illness are paid once, in several withdrawals too, and again when the money came back', async () => {
    expect((await apply('illness', 'ILLNESS', { FSE: '20000.00' })).body['ZT']).toBe('DZ');
    expect((await world.overview('illness')).TQ['JTYT']).toEqual([expect.objectContaining({ YWLX: 'ILLNESS', JE: '20000.00' })]);
    expect(await refused(apply('illness', 'ILLNESS', { FSE: '3416.91' }))).toEqual({ code: '300009', ZGJE: '3416.90' });
    const rest = await apply('illness', 'ILLNESS', { FSE: '3416.90' });
    expect(rest.body['ZT']).toBe('DZ');
    expect(await refused(apply('illness', 'ILLNESS', { FSE: '0.01' }))).toEqual({ code: '300009', ZGJE: '0.00' });
    await world.control('POST', `/cases/${String(rest.body['YWLSH'])}/return-payment`);
    world.running.core.run(`UPDATE card SET state = '1' WHERE khbh = ?`, customerNumber('illness'));
    expect(await refused(apply('illness', 'ILLNESS', { FSE: '3416.91' }))).toEqual({ code: '300009', ZGJE: '3416.90' });
  });

  it('300062 a house that is not dangerous', async () => {
    const works = { kind: '3', permit: 'P1', grade: 'B', costFen: 100_000_00, address: 'a' } as const;
    know('old-house', { works });
    expect((await apply('old-house', 'BUILD_OR_REPAIR')).code).toBe('300062');
    know('old-house', { works: { ...works, kind: '1' } });
    expect((await apply('old-house', 'BUILD_OR_REPAIR')).body['ZT']).toBe('DZ');
  });

  it('300064 each declared fact that is missing, one after another, until a paper is', async () => {
    await world.control('POST', '/sources', { source: 'BDC', state: 'silent' });
    const ask = async (SBXX: Json): Promise<Json> => refused(apply('renovator', 'RENOVATION', { SBXX }));
    expect(await ask({})).toEqual({ code: '300064', ZD: 'DJRQ' });
    expect(await ask({ DJRQ: '20251010' })).toEqual({ code: '300064', ZD: 'JZMJ' });
    expect((await ask({ DJRQ: '20251010', JZMJ: '89.53' }))['code']).toBe('300013');
    expect((await apply('renovator', 'RENOVATION', { SBXX: { DJRQ: '20251010', JZMJ: '89.53' }, ...(await paper('renovator')) })).body['ZT']).toBe('SQ');
    expect((await refused(apply('illness', 'ILLNESS', { CLBH: ['CL404'] })))['code']).toBe('300013');
  });

  it('a month’s rent: the fixed amount at once, more for many children with a filed contract, or for the young with a paper', async () => {
    expect(await refused(apply('renter', 'RENT', { FSE: '1800.01' }))).toEqual({ code: '300009', ZGJE: '1800.00' });
    const young = await apply('renter', 'RENT', { FSE: '1000.00', SBXX: { XZ: '1' } });
    expect(young.body['ZT']).toBe('DZ');
    know('lift-neighbour', { children: 2, rent: { contract: 'Z', monthlyFen: 365_000, publicHousing: false, from: '2026-01-01', to: '2027-01-01' } });
    const many = await apply('lift-neighbour', 'RENT', { FSE: '3650.00' });
    expect(many.body).toMatchObject({ ZT: 'DZ', HYLY: [{ LY: 'HX' }, { LY: 'BDC' }, { LY: 'MZ' }, { LY: 'YH' }] });
    expect((await apply('near-retirement', 'RENT', { FSE: '2000.00', SBXX: { XZ: '1', YZJ: '2100.00' } })).code).toBe('300013');
    expect((await apply('near-retirement', 'RENT', { FSE: '2000.00', SBXX: { XZ: '1', YZJ: '2100.00' }, ...(await paper('near-retirement')) })).body['ZT']).toBe('SQ');
  });

  it('a bank’s loan: what was repaid, again a year later, and nothing of it twice', async () => {
    const told = (await world.sources('bank-loan'))['ZX']?.['SD'] as Json;
    expect(told).toMatchObject({ QSRQ: '20251121', JZRQ: '20261120', BJ: '25625.52', LX: '31466.16', QYBZ: '1' });
    expect((await apply('bank-loan', 'REPAY_COMMERCIAL_LOAN', { FSE: '57091.68' })).body).toMatchObject({ ZT: 'DZ', XCTQRQ: '20271120' });
    expect((await world.sources('bank-loan'))['ZX']?.['SD']).toMatchObject({ BJ: '0.00', LX: '0.00' });
    expect(await refused(apply('bank-loan', 'REPAY_COMMERCIAL_LOAN'))).toEqual({ code: '300006', XCTQRQ: '20271120' });
  });

  it('the clerk’s own codes: a paper unreadable or another’s, an amount the invoice does not bear out', async () => {
    const begin = async (): Promise<string> => String((await apply('spouse', 'LIFT', { SBXX: { GX: '1', FYJE: '9000.00' }, ...(await paper('spouse')) })).body['YWLSH']);
    for (const [code, material] of [['300050', undefined], ['300051', 'CL7'], ['300063', 'CL7']] as const) {
      const ywlsh = await begin();
      const [first] = world.running.core.all<{ clbh: string }>('SELECT clbh FROM material ORDER BY clbh DESC');
      await world.control('POST', `/cases/${ywlsh}/refuse`, { code, reason: '看不清', ...(material === undefined ? {} : { material }) });
      const told = (await world.call('TQ1004', { KHBH: customerNumber('spouse'), YWLSH: ywlsh })).body;
      expect([told['ZT'], told['BHYY']]).toEqual(['BH', { DM: code, SM: '看不清', ...(code === '300063' ? {} : { CLBH: material ?? first?.clbh }) }]);
    }
  });
});
