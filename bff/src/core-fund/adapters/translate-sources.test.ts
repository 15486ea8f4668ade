import { caseBody, historyWire, overviewBody, sourcesBody } from '../testing/wire-examples.ts';
import { STANDARD_REASONS } from './core-codes.ts';
import { applicationBody } from './translate-application.ts';
import { caseOf, refusalOf } from './translate-case.ts';
import { historyOf } from './translate-history.ts';
import { registeredCardOf, sourcesOf } from './translate-sources.ts';

describe('the shared sources in our words', () => {
  const told: string[] = [];
  const read = (HY: readonly object[] = sourcesBody.HY) => sourcesOf({ HY }, (field) => told.push(field));
  beforeEach(() => {
    told.length = 0;
  });

  test('each that has a name of ours says when and how it answered', () => {
    expect(read().checks.map(({ source, result }) => `${source} ${result}`)).toEqual([
      'public-security matched', 'civil-affairs matched', 'real-estate matched', 'social-insurance matched', 'employment unavailable',
      'market-regulation mismatch', 'credit matched', 'invoice matched',
    ]);
    expect(read().checks[0]?.at).toBe('2026-11-21T01:30:15.000Z');
  });

  test('every fact, in fen, hundredths of a square metre, days and months', () => {
    expect(read()).toMatchObject({
      household: 'elsewhere', settledAbroadOn: '2026-10-01', maritalStatus: 'married', children: 2,
      homes: [{ homeNo: 'FC1', kind: 'new', contractNumber: 'HT1', filedOn: '2026-06-01', certificateOn: '2026-09-01', builtOn: '2025-01-01', areaHundredths: 8950, paidFen: 60_000_000, downPaymentFen: 60_000_000, withLoan: true, escrow: { name: '某置业', number: '402000001234' } }],
      rentContract: { monthlyFen: 180_000, publicHousing: true, from: '2026-01-01', to: '2026-12-31' },
      works: { kind: 'overhaul', grade: 'C', costFen: 5_000_000 }, lift: { ownShareFen: 3_000_000, relation: 'parent' },
      retirementMonth: '2026-12', retired: false, employmentEndedOn: '2026-01-15', unableToWork: false,
      illness: { ownCostFen: 420_000, settledOn: '2026-09-30', listed: true },
      commercialLoan: { contracted: true, overduePeriods: 0, principalFen: 2_000_000, interestFen: 1_000_050 },
      propertyFee: { paidFen: 180_000, homes: 1 }, renovation: { costFen: 4_000_000, homeNo: 'FC1' },
    });
  });

  test('a source that is silent or disagrees says nothing else', () => {
    const sources = read();
    expect([sources.employed, sources.employerState]).toEqual([undefined, undefined]);
    expect(sourcesOf({ HY: [{ LY: 'GA', SJ: '20261121093015', HYJG: '2', HJSZD: '1' }] }, () => undefined)).not.toHaveProperty('household');
  });

  test('a source that is not as agreed counts as silent, is told of and hides no other', () => {
    const sources = read([{ LY: 'RS', SJ: '20261121093015', HYJG: '1', TXNY: '2026' }, { LY: 'GA', SJ: '20261121093015', HYJG: '1', HJSZD: '1' }]);
    expect(sources).toMatchObject({ household: 'local', checks: [{ source: 'social-insurance', result: 'unavailable' }, { source: 'public-security', result: 'matched' }] });
    expect(told).toEqual(['RS.TXNY']);
    expect(sources).not.toHaveProperty('retirementMonth');
  });

  test('a reply without its list is not understood', () => {
    expect(() => sourcesOf({}, () => undefined)).toThrow('HY');
  });
});

describe('what was withdrawn before', () => {
  test('comes by route, what nobody here knows is left out', () => {
    expect(historyOf(historyWire, { ZY: [{ ZT: '1' }] })).toEqual({
      yearUsed: [{ route: 'rent', year: 2026, amountFen: 720_000 }],
      family: [{ route: 'purchase', amountFen: 10_000_000, homeNo: 'FC1' }, { route: 'rent', amountFen: 60_000 }],
      homesUsed: [{ route: 'renovation', homeNo: 'FC1', on: '2024-05-01' }],
      covered: [{ route: 'rent', from: '2026-01-01', to: '2026-03-31' }],
      standing: [{ orderNo: 'QY1', kind: 'offset', state: 'running' }],
      paused: ['renovation'], barred: { matter: 'withdrawal', until: '2028-06-01' },
      accountElsewhere: true, contributionPending: true, transferRunning: true,
    });
  });

  test('a core that says nothing of it says that nothing was', () => {
    expect(historyOf(overviewBody.TQ, {})).toEqual({
      yearUsed: [], family: [], homesUsed: [], covered: [], standing: [], paused: [], barred: null,
      accountElsewhere: false, contributionPending: false, transferRunning: false,
    });
  });
});

describe('an application of any route', () => {
  const application = { customerNo: 'KH1', accountNo: '1', amountFen: 120_000 } as const;

  test('carries its reason, and the supervised account in place of a card', () => {
    expect(applicationBody({ ...application, route: 'down-payment', escrowNo: '4020', homeNo: 'FC1', contractNumber: 'HT1' }, STANDARD_REASONS, '20261121093015')).toEqual({
      KHBH: 'KH1', GRZH: '1', YWLX: 'DOWN_PAYMENT', TQYY: '01', TQFS: '02', FSE: '1200.00', SQSJ: '20261121093015', JGZH: '4020', FCBH: 'FC1', GFHTBH: 'HT1',
    });
    expect(applicationBody({ ...application, route: 'retirement', cardNo: 'K1' }, STANDARD_REASONS, 'x')).toMatchObject({ YWLX: 'RETIREMENT', TQYY: '03', KBH: 'K1' });
  });

  test('carries what the person stated, each in its own notation', () => {
    const declared = {
      rentMonthlyFen: 180_000, costFen: 5_000_000, costOn: '2026-08-01', relation: 'child', houseKind: 'second-hand', downPaymentFen: 100, newOrYoung: true, repaidFen: 1,
      retirementCategory: 'F50', certificateOn: '2026-09-01', areaHundredths: 8905, grade: 'D', ownCostFen: 420_000, settledOn: '2026-09-30',
    } as const;
    expect(applicationBody({ ...application, route: 'lift', cardNo: 'K1', declared }, STANDARD_REASONS, 'x')['SBXX']).toEqual({
      YZJ: '1800.00', FYJE: '50000.00', FYRQ: '20260801', GX: '3', FWLX: '2', SFK: '1.00', XZ: '1', HKJE: '0.01', TXLX: '3', DJRQ: '20260901', JZMJ: '89.05', JDDJ: 'D',
      GRZF: '4200.00', JSRQ: '20260930',
    });
  });

  test('is refused with the figure that helps', () => {
    expect(refusalOf('300041', { SYJE: '120.00', ND: '2026' })).toEqual({ kind: 'refused', code: 'year-used', params: { leftFen: 12_000, year: 2026 } });
    expect(refusalOf('300049', { LY: 'BDC' })).toEqual({ kind: 'refused', code: 'source-mismatch', params: { source: 'real-estate' } });
    expect(refusalOf('300056', { RQ: '20281121' })).toEqual({ kind: 'refused', code: 'barred', params: { date: '2028-11-21' } });
    expect(refusalOf('300053', { ZGJE: '100.00' })).toEqual({ kind: 'refused', code: 'closing-amount', params: { maxFen: 10_000 } });
    expect(refusalOf('300064', { ZD: 'GRZF' })).toEqual({ kind: 'refused', code: 'answer-missing', params: { field: 'ownCostFen' } });
  });

  test('a closing case tells its interest, a run its standing order, a check its source', () => {
    const HYLY = [{ LY: 'RS', SJ: '20261121093015', HYJG: '1' }, { LY: 'HX', SJ: '20261121093015', HYJG: '1' }];
    const one = caseOf({ ...caseBody, YWLX: 'RETIREMENT', FSLXE: '12.34', QYBH: 'QY1', HYLY });
    expect(one).toMatchObject({ route: 'retirement', interestFen: 1234, orderNo: 'QY1', checks: [{ source: 'social-insurance' }, { source: 'core' }] });
  });

  test('a registered card comes back whole', () => {
    expect(registeredCardOf({ KBH: 'K9', GRCKZHKHYHMC: '中国银行', GRCKZHHM: '6200' })).toEqual({ cardNo: 'K9', bank: '中国银行', number: '6200' });
  });
});
