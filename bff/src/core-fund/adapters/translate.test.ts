import { caseBody, overviewBody, preApplicationBody } from '../testing/wire-examples.ts';
import { REFUSAL, STANDARD_REASONS } from './core-codes.ts';
import { WireError } from './core-fund.wire.ts';
import { applicationBody } from './translate-application.ts';
import { caseOf, eventsOf, refusalOf } from './translate-case.ts';
import { contractCheckOf, entryOf, marriageOf, overviewOf, verifiedPersonOf } from './translate-person.ts';

describe('a person of the core in our words', () => {
  const told: string[] = [];
  const read = (change: object = {}) => overviewOf({ ...overviewBody, ...change }, (field) => told.push(field));
  const overview = read();
  beforeEach(() => {
    told.length = 0;
  });

  test('the person', () => {
    expect(overview.person).toMatchObject({ idType: 'resident-id', sex: 'male', birthDate: '1988-03-14', maritalStatus: 'married', household: 'local' });
    expect(overview.tasks).toEqual(['name-differs', 'mobile-differs']);
    expect(overview.contributionMonths).toEqual({ consecutive: 120, total: 132 });
  });

  test('what the core does not know is null, not a guess', () => {
    const { SJHM: _mobile, HYZK: _marital, HJSZD: _household, CSNY: _born, XINGBIE: _sex, ...rest } = overviewBody.GR;
    expect(read({ GR: rest }).person).toMatchObject({ mobile: null, maritalStatus: null, household: null, birthDate: null, sex: null });
    expect(read({ SBJC: undefined }).lastContribution).toBeNull();
    expect(read({ TQ: { ZLJE: '0.00' } }).withdrawal).toEqual({ mustStayFen: 0, repaid: null, last: [], nextPermitted: [], running: [], history: expect.objectContaining({ yearUsed: [], standing: [], barred: null }) });
  });

  test('accounts, with why and since when in their state', () => {
    expect(overview.accounts[0]).toEqual({
      accountNo: '3502001', state: 'normal', employer: '厦门某公司', balanceFen: 8_641_235, monthlyFen: 288_000, unitMonthlyFen: 144_000, personMonthlyFen: 144_000, averageBalance12Fen: 8_000_000, accruedInterestFen: 32_109, contributionBaseFen: 1_200_000, paidThrough: '2026-11', openedOn: '2015-03-01',
    });
    expect(overview.accounts[1]).toMatchObject({ state: 'sealed', stateSince: '2015-02-28', stateReason: '离职', employer: null, averageBalance12Fen: null });
  });

  test('a card can be paid to when it is open and class I', () => {
    expect(overview.cards.map((card) => card.usable)).toEqual([true, false, false]);
  });

  test('loans, running and settled', () => {
    expect(overview.loans[0]).toMatchObject({ annualRateMillionths: 26_000, method: 'equal-instalment', nextDueOn: '2026-12-10', nextDueFen: 427_811, settled: false });
    expect(overview.loans[1]).toMatchObject({ method: 'equal-principal', settled: true, nextDueFen: 0, offset: { state: 'none' }, periodsLeft: 0 });
    expect(overview.loans[0]).toMatchObject({
      offset: { state: 'signed', since: '2021-03-01' }, paidPrincipalFen: 28_800_000, paidInterestFen: 9_000_000, prepaidFen: 5_000_000, periodsLeft: 157,
    });
    expect(overview.loanCount).toBe(2);
  });

  test('an offset that is signed says since when; one the core says nothing of is none', () => {
    const [running] = overviewBody.DK;
    expect(() => read({ DK: [{ ...running, CHD: { ZT: '1' } }] })).toThrow(new WireError('QYRQ'));
    expect(read({ DK: [{ ...running, CHD: undefined }] }).loans[0]?.offset).toEqual({ state: 'none' });
  });

  test('a loan that the person only owes too stands apart from their own', () => {
    const [running] = overviewBody.DK;
    const joint = read({ DK: [{ ...running, DKZH: 'DK9', CHD: undefined, JKR: '2' }] });
    expect([joint.loans, joint.jointLoans?.map(({ loanNo, offset }) => [loanNo, offset])]).toEqual([[], [['DK9', { state: 'none' }]]]);
    expect(overview.jointLoans).toEqual([]);
  });

  test('loan cases on their way stand apart from withdrawals', () => {
    expect(overview.loanCases).toEqual([{ caseNo: 'YW2', matter: 'loan-pre-application' }]);
  });

  test('married, not married, or the civil-affairs source is silent', () => {
    expect(['1', '2', '9'].map((HYJG) => marriageOf({ HYJG }))).toEqual(['married', 'not-married', 'unavailable']);
    expect(() => marriageOf({ HYJG: '3' })).toThrow(WireError);
  });

  test('facts for withdrawals, without the matters we have no word for', () => {
    expect(overview.withdrawal).toEqual({
      mustStayFen: 1000,
      repaid: { from: '2025-11-01', to: '2026-10-31', principalFen: 3_800_000, interestFen: 1_300_050 },
      last: [{ route: 'repay-fund-loan', on: '2025-10-31' }],
      nextPermitted: [{ route: 'repay-fund-loan', on: '2026-11-01' }],
      running: [{ caseNo: 'YW1', route: 'purchase' }],
      history: expect.objectContaining({ covered: [], paused: [] }),
    });
  });

  test.each([
    ['a state outside A.6', { ZH: [{ ...overviewBody.ZH[0], GRZHZT: '77' }] }, 'GRZHZT', { accounts: [{ state: 'other', balanceFen: 8_641_235 }] }],
    ['a document outside A.1', { GR: { ...overviewBody.GR, ZJLX: '02' } }, 'ZJLX', { person: { idType: null, name: '林昶宁' } }],
    ['a marital status outside the standard', { GR: { ...overviewBody.GR, HYZK: '77' } }, 'HYZK', { person: { maritalStatus: null } }],
    ['a sex outside the standard', { GR: { ...overviewBody.GR, XINGBIE: 'x' } }, 'XINGBIE', { person: { sex: null } }],
    ['a household we have no word for', { GR: { ...overviewBody.GR, HJSZD: 3 } }, 'HJSZD', { person: { household: null } }],
    ['a method we cannot compute', { DK: [{ ...overviewBody.DK[0], DKHKFS: '04' }] }, 'DKHKFS', { loans: [{ method: null, balanceFen: 51_200_000 }] }],
    ['a card of an unheard class', { YHK: [{ ...overviewBody.YHK[0], ZHLB: '4' }] }, 'ZHLB', { cards: [{ usable: false }] }],
    ['a card in an unheard state', { YHK: [{ ...overviewBody.YHK[0], KZT: 'toString' }] }, 'KZT', { cards: [{ usable: false }] }],
  ])('%s leaves that field open, is told, and hides nothing else', (_what, change, field, expected) => {
    expect(read(change)).toMatchObject(expected);
    expect(told).toEqual([field]);
  });

  test('codes we know are told to nobody', () => {
    read();
    expect(told).toEqual([]);
  });

  test.each([
    ['a number for an amount', { ZH: [{ ...overviewBody.ZH[0], GRZHYE: 86412.35 }] }, 'GRZHYE'],
    ['no accounts', { ZH: undefined }, 'ZH'],
    ['a list that is none', { FC: {} }, 'FC'],
    ['an unknown task', { HYBZ: ['ZJHM'] }, 'HYBZ'],
    ['null where a field is left out', { SBJC: null }, 'SBJC'],
  ])('%s is refused, naming the field', (_what, change, field) => {
    expect(() => read(change)).toThrow(new WireError(field));
  });

  test('entries: what is not one of the four kinds is other', () => {
    const line = { YWLSH: 'M1', JZRQ: '20261110', FSE: '-100.00', YE: '5.00' };
    const kinds = ['01', '02', '09', '11', '12', '08', '14', '99', '70'].map((code) => entryOf({ ...line, GJHTQYWLX: code }).kind);
    expect(kinds).toEqual(['contribution', 'contribution', 'interest', 'withdrawal', 'withdrawal', 'transfer', 'other', 'other', 'other']);
    expect(entryOf({ ...line, GJHTQYWLX: '11', SSNY: '202611', DWMC: '公司' })).toEqual({
      entryNo: 'M1', bookedOn: '2026-11-10', kind: 'withdrawal', amountFen: -10_000, balanceFen: 500, month: '2026-11', employer: '公司',
    });
    expect(entryOf({ ...line, FSE: '0.00', GJHTQYWLX: '10' })).toMatchObject({ kind: 'other', amountFen: 0, newBase: true });
  });

  test('a contract is matched, another buyer\'s, not found, or the register is silent', () => {
    const found = { HYJG: '1', FWZL: '思明区某路1号', FWZJ: '2000000.00', YFJE: '600000.00', BARQ: '20260901', BDSZ: '1' };
    expect(contractCheckOf(found)).toEqual({ result: 'matched', address: '思明区某路1号', priceFen: 200_000_000, paidFen: 60_000_000, filedOn: '2026-09-01', local: true });
    expect(contractCheckOf({ ...found, BDSZ: '2' }).local).toBe(false);
    expect(['2', '3', '9'].map((HYJG) => contractCheckOf({ HYJG }).result)).toEqual(['mismatch', 'not-found', 'unavailable']);
    expect(() => contractCheckOf({ HYJG: '7' })).toThrow(WireError);
  });

  test('verification: name and mobile each agree or not', () => {
    expect(verifiedPersonOf({ KHBH: 'KH1', HYJG: { XINGMING: '2', SJHM: '9' } })).toEqual({ customerNo: 'KH1', name: 'differs', mobile: 'not-on-file' });
    expect(verifiedPersonOf({ KHBH: 'KH1', HYJG: { XINGMING: '1', SJHM: '1' } })).toMatchObject({ name: 'agrees', mobile: 'agrees' });
    expect(() => verifiedPersonOf({ KHBH: 'KH1', HYJG: { XINGMING: '9' } })).toThrow(WireError);
    expect(() => verifiedPersonOf({ HYJG: { XINGMING: '1' } })).toThrow(WireError);
  });
});

describe('a case of the core in our words', () => {
  test('state, stages with post and limit, and the sources that were asked', () => {
    expect(caseOf(caseBody)).toEqual({
      caseNo: 'TQ1', requestNo: 'REQUEST-1', route: 'purchase', amountFen: 120_000, cardNo: 'K1', state: 'under-review',
      stages: [
        { stage: 'received', post: '申请人', limitWorkingDays: 0, startedAt: '2026-11-21T01:30:15.000Z', dueAt: '2026-11-21T01:30:15.000Z', doneAt: '2026-11-21T01:30:15.000Z' },
        { stage: 'accepted', post: '受理岗', limitWorkingDays: 1, startedAt: '2026-11-21T01:30:15.000Z', dueAt: '2026-11-23T01:30:15.000Z', doneAt: '2026-11-21T02:00:00.000Z' },
        { stage: 'under-review', post: '审核岗', limitWorkingDays: 1, startedAt: '2026-11-21T02:00:00.000Z', dueAt: '2026-11-23T02:00:00.000Z' },
        { stage: 'approved', post: '审批岗', limitWorkingDays: 1 },
      ],
      checks: [{ source: 'real-estate', at: '2026-11-21T01:30:15.000Z', result: 'unavailable' }],
    });
  });

  test('every state has a word; one we do not know is refused', () => {
    const states = ['SQ', 'SL', 'SH', 'SP', 'DZ', 'BH', 'CX', 'FKSB'].map((ZT) => caseOf({ ...caseBody, ZT }).state);
    expect(states).toEqual(['received', 'accepted', 'under-review', 'approved', 'paid', 'refused', 'cancelled', 'payment-failed']);
    expect(() => caseOf({ ...caseBody, ZT: 'XX' })).toThrow(new WireError('ZT'));
    expect(() => caseOf({ ...caseBody, YWLX: 'MARS' })).toThrow(new WireError('YWLX'));
  });

  test('refusal, payment and next date', () => {
    expect(caseOf({ ...caseBody, ZT: 'BH', BHYY: { DM: '05', SM: '凭证不清' } }).refusal).toEqual({ code: '05', words: '凭证不清' });
    expect(caseOf({ ...caseBody, ZT: 'DZ', FKSJ: '20261121093015', XCTQRQ: '20271121' })).toMatchObject({ paidAt: '2026-11-21T01:30:15.000Z', nextPermittedOn: '2027-11-21' });
  });

  test('a pre-application has no card, a signing to wait for, and a registration that is not the centre\'s work', () => {
    const read = caseOf(preApplicationBody);
    expect(read).toMatchObject({ route: 'loan-pre-application', cardNo: null, state: 'mortgage', amountFen: 60_000_000 });
    expect(read.stages.map(({ stage, outside }) => [stage, outside])).toEqual([['approved', undefined], ['signing', undefined], ['mortgage', true], ['paid', undefined]]);
    expect(['MQ', 'DY', 'FK'].map((ZT) => caseOf({ ...preApplicationBody, ZT }).state)).toEqual(['signing', 'mortgage', 'paid']);
  });

  test('a prepayment says what its amount is made of', () => {
    const TQHK = { DKZH: 'DK1', HKLX: '3', SQFS: '1', HKBJ: '1190.00', HKLXE: '10.00' };
    expect(caseOf({ ...caseBody, YWLX: 'LOAN_PREPAYMENT', TQHK })).toMatchObject({
      route: 'loan-prepayment', amountFen: 120_000, prepayment: { loanNo: 'DK1', principalFen: 119_000, interestFen: 1000 },
    });
    expect(() => caseOf({ ...caseBody, YWLX: 'LOAN_PREPAYMENT', TQHK: { DKZH: 'DK1' } })).toThrow(new WireError('HKBJ'));
  });

  test('an application carries only what its route needs, in the core\'s words', () => {
    const application = { customerNo: 'KH1', accountNo: '1', route: 'repay-fund-loan', amountFen: 120_000, cardNo: 'K1' } as const;
    expect(applicationBody(application, STANDARD_REASONS, '20261121093015')).toEqual({
      KHBH: 'KH1', GRZH: '1', YWLX: 'REPAY_FUND_LOAN', TQYY: '06', TQFS: '02', FSE: '1200.00', KBH: 'K1', SQSJ: '20261121093015',
    });
    const purchase = { ...application, route: 'purchase', contractNumber: 'HT', homeIsLocal: false, materialNos: ['C1'] } as const;
    expect(applicationBody(purchase, STANDARD_REASONS, 'x')).toMatchObject({ YWLX: 'PURCHASE', TQYY: '01', GFHTBH: 'HT', GFDZ: '2', CLBH: ['C1'] });
  });

  test('a centre that has swapped its reasons gets its own codes', () => {
    const application = { customerNo: 'KH1', accountNo: '1', route: 'repay-fund-loan', amountFen: 1, cardNo: 'K1' } as const;
    expect(applicationBody(application, { ...STANDARD_REASONS, 'repay-fund-loan': '08' }, 'x')).toMatchObject({ TQYY: '08' });
  });

  test('each refusal of the interface has a word of ours', () => {
    const range = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, n) => `3000${String(from + n).padStart(2, '0')}`);
    const codes = ['100001', '100002', '200001', '200002', '200003', '200004', ...range(1, 17), ...range(20, 33), ...range(40, 67), '300404'];
    expect(Object.keys(REFUSAL).sort()).toEqual([...codes].sort());
    expect(refusalOf('300006', { XCTQRQ: '20271121' })).toEqual({ kind: 'refused', code: 'before-next-date', params: { date: '2027-11-21' } });
    expect(refusalOf('300009', { ZGJE: '100.00' })).toEqual({ kind: 'refused', code: 'amount-above-maximum', params: { maxFen: 10_000 } });
    expect(refusalOf('300003', {})).toEqual({ kind: 'refused', code: 'account-frozen' });
    expect(refusalOf('300011', { JKR: '1' })).toEqual({ kind: 'refused', code: 'loan-in-arrears' });
    expect(refusalOf('300011', { JKR: '2' })).toEqual({ kind: 'refused', code: 'loan-in-arrears', params: { whose: 'partner' } });
    expect(refusalOf('300028', { ZCQS: '0' })).toEqual({ kind: 'refused', code: 'term-too-long', params: { months: 0 } });
    expect(refusalOf('300029', { ZDJE: '10000.00' })).toEqual({ kind: 'refused', code: 'prepayment-below-least', params: { leastFen: 1_000_000 } });
    expect([refusalOf('900500', {}), refusalOf('900503', {}), refusalOf('777777', {})]).toEqual([undefined, undefined, undefined]);
  });

  describe('events', () => {
    const event = { SJH: '1042', SJLX: 'ZTBG', SJSJ: '20261121093016', YWLSH: 'TQ1', YQQLSH: 'R1', KHBH: 'KH1', ZT: 'SH' };
    const read = { eventNo: 1042, at: '2026-11-21T01:30:16.000Z', caseNo: 'TQ1', requestNo: 'R1', customerNo: 'KH1' };

    test('of kinds we do not know are passed over, and counted as read', () => {
      expect(eventsOf({ SJ: [event, { SJH: '1043', SJLX: 'QT' }] })).toEqual({ events: [{ ...read, state: 'under-review' }], readThrough: 1043, passedOver: 0 });
      expect(eventsOf({ SJ: [] })).toEqual({ events: [], readThrough: undefined, passedOver: 0 });
    });

    test('with a state we have no word for still name their case', () => {
      expect(eventsOf({ SJ: [{ ...event, ZT: 'TK' }] }).events).toEqual([read]);
    });

    test('that are not as agreed do not hold up the others', () => {
      const { YWLSH: _left, ...nameless } = event;
      expect(eventsOf({ SJ: [{ ...nameless, SJH: '1041' }, event] })).toMatchObject({ events: [{ eventNo: 1042 }], readThrough: 1042, passedOver: 1 });
    });

    test('without a number that can be read are an error', () => {
      expect(() => eventsOf({ SJ: [{ ...event, SJH: 'x' }] })).toThrow(WireError);
      expect(() => eventsOf({})).toThrow(WireError);
    });
  });
});
