import type { Says } from '../testing/signed-core.ts';
import { GatewayUnderTest } from '../testing/gateway-under-test.ts';
import { bookingWire, caseBody, planBody, preApplicationBody, sourcesBody } from '../testing/wire-examples.ts';

describe('the loan, cards and booked times by the gateway', () => {
  const gateway = new GatewayUnderTest();
  const { server } = gateway;
  const says = (...answers: Says[]) => (server.answers = answers);
  let { core }: Pick<GatewayUnderTest, 'core'> = gateway;
  beforeAll(() => gateway.listen());
  beforeEach(() => void ({ core } = gateway.open()));
  afterEach(() => gateway.hangUp());
  afterAll(() => gateway.close());

  const loan = {
    customerNo: 'KH1', amountFen: 60_000_000, months: 360, method: 'equal-instalment', contractNumber: 'HT', priceFen: 200_000_000, houseOrder: 'first', houseKind: 'new',
    appliedAt: '2026-11-21T01:30:15.000Z',
  } as const;
  const prepayment = { customerNo: 'KH1', loanNo: 'DK1', keep: 'whole', cardNo: 'K1', appliedAt: '2026-11-21T01:30:15.000Z' } as const;
  const wish = { customerNo: 'KH1', slotNo: 'SD1', caseNo: 'DK1', askedAt: '2026-11-21T01:30:15.000Z' };

  test.each<[string, () => Promise<unknown>, string, object, unknown]>([
    ['marriage', () => core.checkMarriage('KH1', 'KH2'), 'HY1001', { HYJG: '1' }, 'married'],
    ['the plan', () => core.loanPlan('KH1', 'DK1'), 'DK1001', planBody, { rows: [{ period: 1 }, { period: 2 }] }],
    ['places', () => core.servicePoints(), 'WD1001', { WD: [] }, []],
    ['slots', () => core.slots('WD1', '2026-11-23'), 'WD1002', { SD: [] }, []],
    ['bookings', () => core.bookings('KH1'), 'YY1003', { YY: [bookingWire] }, [{ bookingNo: 'YY1' }]],
  ])('%s is read, and unreachable in silence', async (_what, ask, code, body, value) => {
    says({ body });
    expect(await ask()).toMatchObject({ kind: 'ok', value });
    expect(server.heard[0]?.head['JYDM']).toBe(code);
    says({ XYM: '900503' });
    expect(await ask()).toEqual({ kind: 'unreachable' });
  });

  test('sources are asked for by name, or all of them; cards are written once', async () => {
    says({ body: sourcesBody });
    expect([await core.consult('KH1'), await core.consult('KH1', ['invoice', 'credit'])]).toMatchObject([{ kind: 'ok', value: { children: 2 } }, { kind: 'ok' }]);
    says({ body: { KBH: 'K9', GRCKZHKHYHMC: '中国银行', GRCKZHHM: '6200' } }, { XYM: '300065' });
    expect(await core.addCard('REQUEST-1', 'KH1', '6200')).toMatchObject({ kind: 'accepted', value: { cardNo: 'K9' } });
    expect(await core.addCard('REQUEST-2', 'KH1', '6201')).toEqual({ kind: 'refused', code: 'card-wrong' });
    says({ body: {} });
    expect(await core.removeCard('REQUEST-3', 'KH1', 'K9')).toEqual({ kind: 'accepted', value: null });
    expect(server.heard.map(({ head, body }) => [head['JYDM'], body])).toEqual([
      ['GX1001', { KHBH: 'KH1' }], ['GX1001', { KHBH: 'KH1', LY: ['FP', 'ZX'] }], ['YH1001', { KHBH: 'KH1', KH: '6200' }], ['YH1001', { KHBH: 'KH1', KH: '6201' }],
      ['YH1002', { KHBH: 'KH1', KBH: 'K9' }],
    ]);
  });

  test('what is asked for travels in the core\'s fields', async () => {
    says({ body: { HYJG: '1' } }, { body: { SD: [] } });
    await core.checkMarriage('KH1', 'KH2');
    await core.slots('WD1', '2026-11-23');
    expect(server.heard.map(({ body }) => body)).toEqual([{ KHBH: 'KH1', POKHBH: 'KH2' }, { WDBH: 'WD1', KSRQ: '20261123' }]);
  });

  test.each<[string, () => Promise<unknown>, string, object]>([
    ['a pre-application', () => core.applyLoan('REQUEST-1', loan), 'DK1002', preApplicationBody],
    ['a prepayment', () => core.prepayLoan('REQUEST-1', prepayment), 'DK1003', { ...caseBody, YWLX: 'LOAN_PREPAYMENT' }],
    ['a booking', () => core.book('REQUEST-1', wish), 'YY1001', bookingWire],
    ['taking a booking back', () => core.cancelBooking('REQUEST-1', 'KH1', 'YY1'), 'YY1002', { ...bookingWire, ZT: '2' }],
  ])('%s is written once: accepted, refused or unknown', async (_what, write, code, body) => {
    says({ body });
    expect(await write()).toMatchObject({ kind: 'accepted' });
    expect(server.heard).toMatchObject([{ head: { JYDM: code, QQLSH: 'REQUEST-1' } }]);
    says({ XYM: '300012' });
    expect(await write()).toEqual({ kind: 'refused', code: 'no-loan' });
    for (const lost of [{ XYM: '900500' }, { body: {} }, { body, sign: { secret: 'other' } }] satisfies Says[]) {
      server.heard.length = 0;
      says(lost);
      expect(await write()).toEqual({ kind: 'unknown' });
      expect(server.heard.length).toBe(1);
    }
  });

  test('a number that was closed before its application came is no refusal of the wish', async () => {
    says({ XYM: '300404' });
    expect(await core.applyLoan('REQUEST-1', loan)).toEqual({ kind: 'unknown' });
    expect(await core.prepayLoan('REQUEST-1', prepayment)).toEqual({ kind: 'unknown' });
  });

  test('an amount above the core\'s limit says the limit; a full slot the nearest free ones', async () => {
    says({ XYM: '300026', body: { ZGJE: '500000.00' } });
    expect(await core.applyLoan('REQUEST-1', loan)).toEqual({ kind: 'refused', code: 'amount-above-limit', params: { maxFen: 50_000_000 } });
    says({ XYM: '300030', body: { JX: [{ SDBH: 'SD2', WDBH: 'WD1', WDMC: '思明', KSSJ: '20261123093000', JSSJ: '20261123100000', SYSL: '1' }] } });
    expect(await core.book('REQUEST-2', wish)).toMatchObject({ kind: 'refused', code: 'slot-full', nearest: [{ slotNo: 'SD2', left: 1 }] });
  });
});
