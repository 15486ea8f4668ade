import type { Says } from '../testing/signed-core.ts';
import { GatewayUnderTest } from '../testing/gateway-under-test.ts';
import { caseBody, overviewBody } from '../testing/wire-examples.ts';

describe('the core by its gateway', () => {
  const gateway = new GatewayUnderTest();
  const { server } = gateway;
  const says = (...answers: Says[]) => (server.answers = answers);
  let { core, log }: Pick<GatewayUnderTest, 'core' | 'log'> = gateway;
  const application = { customerNo: 'KH1', accountNo: '1', route: 'repay-fund-loan', amountFen: 120_000, cardNo: 'K1', appliedAt: '2026-11-21T01:30:15.000Z' } as const;

  beforeAll(() => gateway.listen());
  beforeEach(() => void ({ core, log } = gateway.open()));
  afterEach(() => gateway.hangUp());
  afterAll(() => gateway.close());

  const silent: [string, Says][] = [
    ['a reply signed with another secret', { body: caseBody, sign: { secret: 'other' } }],
    ['a reply whose bytes were changed', { body: caseBody, tamper: true }],
    ['a reply to another request', { body: caseBody, sign: { nonce: 'n'.repeat(20) } }],
    ['a reply under an unknown key', { body: caseBody, sign: { key: 'other' } }],
    ['a reply signed as a request', { body: caseBody, sign: { method: 'POST' } }],
    ['a reply ten minutes old', { body: caseBody, sign: { time: String(Date.now() - 600_000) } }],
    ['a reply without signature', { raw: (response) => response.writeHead(200).end('{}') }],
    ['a signed reply to another number', { body: caseBody, head: { QQLSH: 'SOMEBODY-ELSE' } }],
    ['a signed reply to another transaction', { body: caseBody, head: { JYDM: 'TQ9999' } }],
    ['a reply without code', { body: caseBody, head: { XYM: '' } }],
    ['a success without a case', { body: {} }],
    ['a success with a case in an unknown state', { body: { ...caseBody, ZT: 'XX' } }],
    ['HTTP 503', { raw: (response) => response.writeHead(503).end() }],
    ['HTTP 401', { raw: (response) => response.writeHead(401).end('{}') }],
    ['a connection dropped after the request', { raw: (response) => response.socket?.destroy() }],
    ['900500', { XYM: '900500' }],
    ['900503', { XYM: '900503' }],
    ['a response code nobody knows', { XYM: '777777' }],
  ];

  test.each(silent)('%s leaves a write unknown, and it is not sent again', async (_what, answer) => {
    says(answer);
    expect(await core.applyWithdrawal('REQUEST-1', application)).toEqual({ kind: 'unknown' });
    expect(server.heard.length).toBe(1);
  });

  test.each(silent)('%s makes a read unreachable', async (_what, answer) => {
    says(answer);
    expect(await core.caseOf('KH1', 'TQ1')).toEqual({ kind: 'unreachable' });
  });

  test('nobody listening is unknown for a write and unreachable for a read', async () => {
    await gateway.hangUp();
    ({ core } = gateway.open('http://127.0.0.1:1'));
    expect(await core.applyWithdrawal('REQUEST-1', application)).toEqual({ kind: 'unknown' });
    expect(await core.overview('KH1')).toEqual({ kind: 'unreachable' });
    expect(gateway.calls.state()).toBe('down');
  });

  test('a core that is too slow is given up at the deadline', async () => {
    says({ body: caseBody, delayMs: 3000 });
    const startedAt = performance.now();
    expect(await core.applyWithdrawal('REQUEST-1', application)).toEqual({ kind: 'unknown' });
    expect(await core.caseOf('KH1', 'TQ1')).toEqual({ kind: 'unreachable' });
    expect(performance.now() - startedAt).toBeLessThan(1800);
  });

  test('a read is asked once more, within its deadline, and never a third time', async () => {
    says({ raw: (response) => response.socket?.destroy() }, { body: overviewBody });
    expect(await core.overview('KH1')).toMatchObject({ kind: 'ok', asOf: '2026-11-21T01:30:15.000Z' });
    says({ raw: (response) => response.socket?.destroy() });
    server.heard.length = 0;
    await core.overview('KH1');
    expect(server.heard.length).toBe(2);
  });

  test('a code of one field that nobody knows raises the alarm and hides nothing else', async () => {
    says({ body: { ...overviewBody, GR: { ...overviewBody.GR, HYZK: '77' } } });
    expect(await core.overview('KH1')).toMatchObject({ kind: 'ok', value: { person: { name: '林昶宁', maritalStatus: null } } });
    expect(log.names).toContain('core.untranslatable');
  });

  test('a refusal is an answer: it is not asked again', async () => {
    says({ XYM: '200001' });
    expect(await core.verifyPerson({ idType: 'passport', idNumber: 'E1', name: '甲' })).toEqual({ kind: 'refused', code: 'person-not-found' });
    expect(server.heard.length).toBe(1);
  });

  test('the envelope and the signature are as agreed; absent means left out', async () => {
    says({ body: { KHBH: 'KH1', HYJG: { XINGMING: '1', SJHM: '1' } } });
    await core.verifyPerson({ idType: 'resident-id', idNumber: 'X', name: '甲', counterCode: '12345678' });
    const [heard] = server.heard;
    expect(heard?.path).toBe('/gateway');
    expect(heard?.head).toMatchObject({ JYDM: 'GR1001', FSJD: 'ANJU', FSSJ: expect.stringMatching(/^\d{14}$/), QQLSH: expect.stringMatching(/^[0-9A-Za-z-]{8,40}$/) });
    expect(heard?.body).toEqual({ ZJLX: '01', ZJHM: 'X', XINGMING: '甲', GTYZM: '12345678' });
  });

  test('the same application twice is the same body twice', async () => {
    says({ body: caseBody });
    await core.applyWithdrawal('REQUEST-1', application);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await core.applyWithdrawal('REQUEST-1', application);
    expect(server.heard.map(({ head }) => head['QQLSH'])).toEqual(['REQUEST-1', 'REQUEST-1']);
    expect(server.heard[0]?.body).toEqual(server.heard[1]?.body);
  });

  test('accepted and refused writes', async () => {
    says({ body: { ...caseBody, ZT: 'DZ', FKSJ: '20261121093015' } }, { XYM: '300006', body: { XCTQRQ: '20271121' } }, { XYM: '300020' });
    expect(await core.applyWithdrawal('REQUEST-1', application)).toMatchObject({ kind: 'accepted', value: { state: 'paid' } });
    expect(await core.applyWithdrawal('REQUEST-2', application)).toEqual({ kind: 'refused', code: 'before-next-date', params: { date: '2027-11-21' } });
    expect(await core.cancel('REQUEST-4', 'KH1', 'TQ1')).toEqual({ kind: 'refused', code: 'cannot-cancel' });
  });

  test.each(['900010', '300404'])('%s to an application says nothing of what was done under the number', async (XYM) => {
    says({ XYM });
    expect(await core.applyWithdrawal('REQUEST-3', application)).toEqual({ kind: 'unknown' });
  });

  describe('what became of a request number', () => {
    test.each<[string, Says, object]>([
      ['the case', { body: caseBody }, { kind: 'accepted', value: { caseNo: 'TQ1' } }],
      ['it never arrived', { XYM: '300404' }, { kind: 'never-arrived' }],
      ['it was refused then', { XYM: '300003', body: { JJBZ: '1' } }, { kind: 'refused', code: 'account-frozen' }],
      ['a refusal of the question itself', { XYM: '100001', body: { ZD: 'YQQLSH' } }, { kind: 'unknown' }],
      ['still nobody knows', { XYM: '900500' }, { kind: 'unknown' }],
      ['the day is being closed', { XYM: '900503' }, { kind: 'unknown' }],
      ['silence', { raw: (response) => response.socket?.destroy() }, { kind: 'unknown' }],
    ])('%s', async (_what, answer, outcome) => {
      says(answer);
      expect(await core.outcomeOf('REQUEST-1')).toMatchObject(outcome);
      expect(server.heard[0]?.body).toEqual({ YQQLSH: 'REQUEST-1' });
    });
  });

  test('a material goes as bytes, with its number and the customer in the headers', async () => {
    says({ body: { CLBH: 'C1', CLZY: 'x' } });
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
    expect(await core.sendMaterial('REQUEST-M', 'KH1', { mediaType: 'image/png', bytes })).toEqual({ kind: 'accepted', value: { materialNo: 'C1' } });
    expect(server.heard[0]).toMatchObject({ path: '/materials', headers: { 'content-type': 'image/png', 'x-core-request': 'REQUEST-M', 'x-core-customer': 'KH1' } });
    expect(server.heard[0]?.bytes.equals(bytes)).toBe(true);
  });

  test('the ledger pages by the core\'s cursor and filters what the core cannot', async () => {
    const entry = (YWLSH: string, GJHTQYWLX: string) => ({ YWLSH, JZRQ: '20261110', GJHTQYWLX, FSE: '1.00', YE: '1.00' });
    says({ body: { MX: [entry('1', '01'), entry('2', '11')], XYH: 'P2' } }, { body: { MX: [entry('3', '12')], XYH: 'P3' } });
    expect(await core.entries('KH1', '1', { kind: 'withdrawal', size: 2 })).toMatchObject({ kind: 'ok', value: { items: [{ entryNo: '2' }, { entryNo: '3' }], cursor: 'P3' } });
    expect(server.heard.map(({ body }) => [body['HYH'], body['TS'], body['GJHTQYWLX']])).toEqual([[undefined, 2, undefined], ['P2', 1, undefined]]);
    server.heard.length = 0;
    says({ body: { MX: [] } });
    await core.entries('KH1', '1', { kind: 'interest', from: '2026-01-01', to: '2026-12-31', size: 20 });
    expect(server.heard[0]?.body).toEqual({ KHBH: 'KH1', GRZH: '1', TS: 20, KSRQ: '20260101', JSRQ: '20261231', GJHTQYWLX: '09' });
  });

  test('a search through the ledger ends with the time of one call, and can be gone on with', async () => {
    says({ body: { MX: [{ YWLSH: '1', JZRQ: '20261110', GJHTQYWLX: '01', FSE: '1.00', YE: '1.00' }], XYH: 'P2' }, delayMs: 250 });
    const startedAt = performance.now();
    expect(await core.entries('KH1', '1', { kind: 'withdrawal', size: 30 })).toMatchObject({ kind: 'ok', value: { items: [], cursor: 'P2' } });
    expect(performance.now() - startedAt).toBeLessThan(1200);
    expect(server.heard.length).toBeLessThan(5);
  });

  test('a core that stays silent is left alone for two seconds, then asked again', async () => {
    says({ raw: (response) => response.socket?.destroy() });
    for (let n = 0; n < 4; n += 1) await core.overview('KH1');
    const asked = server.heard.length;
    expect(asked).toBeLessThan(8);
    await core.overview('KH1');
    expect(server.heard.length).toBe(asked);
    expect(log.names).toContain('core.breaker');
    says({ body: overviewBody });
    await new Promise((resolve) => setTimeout(resolve, 2050));
    expect((await core.overview('KH1')).kind).toBe('ok');
  });

  test('an open circuit does not hold back a write', async () => {
    says({ raw: (response) => response.socket?.destroy() });
    for (let n = 0; n < 4; n += 1) await core.overview('KH1');
    says({ body: caseBody });
    expect((await core.applyWithdrawal('REQUEST-1', application)).kind).toBe('accepted');
  });
});
