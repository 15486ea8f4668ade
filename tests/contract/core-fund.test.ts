import { randomUUID } from 'node:crypto';
import { HttpCoreFund } from '../../bff/src/core-fund/adapters/http-core-fund.ts';
import { STANDARD_REASONS } from '../../bff/src/core-fund/adapters/core-codes.ts';
import { CoreCalls } from '../../bff/src/core-fund/adapters/core-calls.ts';
import { CoreLine } from '../../bff/src/core-fund/adapters/core-line.ts';
import type { CoreOverview } from '../../bff/src/core-fund/core-fund.port.ts';
import type { LoanApplication } from '../../bff/src/core-fund/core-loan.ts';
import { SystemClock } from '../../bff/src/platform/clock.ts';
import { startCoreFund } from '../sandbox/core-fund/server.ts';
import type { RunningCoreFund } from '../sandbox/core-fund/server.ts';

/** The BFF's adapter against a core that speaks interface.md: what a centre's own core has to pass too. */
describe('the promises between the BFF and a core', () => {
  let stand: RunningCoreFund;
  let line: CoreLine;
  let core: HttpCoreFund;

  beforeAll(async () => {
    const key = { keyId: 'contract', secret: 'a-secret-for-this-suite-only' };
    stand = await startCoreFund({ stateDir: ':memory:', port: 0, controlPort: 0, ...key });
    const config = { url: stand.url, ...key, timeoutMs: 2_500, pollSeconds: 1, reasons: STANDARD_REASONS };
    const log = { event: () => undefined } as unknown as ConstructorParameters<typeof CoreLine>[2];
    line = new CoreLine(config, new SystemClock(), log, { coreCalled: () => undefined });
    core = new HttpCoreFund(config, STANDARD_REASONS, new CoreCalls(config, line, new SystemClock(), log), new SystemClock(), log);
  });
  afterAll(async () => {
    await line?.close();
    await stand?.close();
  });

  interface Person {
    readonly key: string;
    readonly name: string;
    readonly idType: 'resident-id' | 'passport' | 'hmt-residence-permit';
    readonly idNumber: string;
    readonly counterCode?: string;
    readonly contractNumber?: string;
  }
  async function people(): Promise<readonly Person[]> {
    return ((await (await fetch(`${stand.controlUrl}/people`)).json()) as { people: readonly Person[] }).people;
  }
  async function customer(key: string): Promise<string> {
    const person = (await people()).find((it) => it.key === key);
    if (!person) throw new Error(`there is no person ${key}`);
    const { name, idType, idNumber, counterCode } = person;
    const found = await core.verifyPerson({ name, idType, idNumber, ...(counterCode === undefined ? {} : { counterCode }) });
    if (found.kind !== 'ok') throw new Error(`${key}: ${JSON.stringify(found)}`);
    return found.value.customerNo;
  }
  async function overview(key: string): Promise<CoreOverview> {
    const read = await core.overview(await customer(key));
    if (read.kind !== 'ok') throw new Error(`${key}: ${read.kind}`);
    return read.value;
  }
  async function application(key: string) {
    const { accounts, cards, withdrawal } = await overview(key);
    const repaid = withdrawal.repaid;
    return {
      customerNo: await customer(key),
      accountNo: accounts[0]?.accountNo ?? '',
      route: 'repay-fund-loan' as const,
      amountFen: repaid ? Math.min(repaid.principalFen + repaid.interestFen, (accounts[0]?.balanceFen ?? 0) - withdrawal.mustStayFen) : 0,
      cardNo: cards.find((card) => card.usable)?.cardNo ?? '',
    };
  }

  it('every person can be verified and seen, with figures that are whole fen', async () => {
    for (const { key } of await people()) {
      const seen = await overview(key);
      for (const account of seen.accounts) {
        expect(Number.isSafeInteger(account.balanceFen)).toBe(true);
        expect(account.balanceFen).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('an unknown document and a wrong name are told apart', async () => {
    const [first, second] = await people();
    expect(await core.verifyPerson({ name: '无此人', idType: 'passport', idNumber: 'E99999999' })).toEqual({ kind: 'refused', code: 'person-not-found' });
    expect(await core.verifyPerson({ name: second?.name ?? '', idType: 'resident-id', idNumber: first?.idNumber ?? '' })).toEqual({ kind: 'refused', code: 'name-differs' });
  });

  it('the ledger comes newest first, page by page, and no entry twice', async () => {
    const { accounts } = await overview('loan-in-order');
    const who = await customer('loan-in-order');
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 20; page += 1) {
      const read = await core.entries(who, accounts[0]?.accountNo ?? '', { size: 40, ...(cursor === undefined ? {} : { cursor }) });
      if (read.kind !== 'ok') throw new Error(read.kind);
      seen.push(...read.value.items.map((entry) => entry.entryNo));
      cursor = read.value.cursor;
      if (cursor === undefined) break;
    }
    expect(seen.length).toBeGreaterThan(60);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('an application asked twice by one number is one case, and its outcome can be asked for', async () => {
    const wish = await application('loan-in-order');
    const requestNo = randomUUID();
    const first = await core.applyWithdrawal(requestNo, wish);
    if (first.kind !== 'accepted') throw new Error(JSON.stringify(first));
    expect(first.value.state).toBe('paid');
    const again = await core.applyWithdrawal(requestNo, wish);
    expect(again).toEqual(first);
    expect(await core.outcomeOf(requestNo)).toEqual(first);
    const events = await core.eventsAfter(0, 200);
    if (events.kind !== 'ok') throw new Error(events.kind);
    expect(events.value.events.filter((event) => event.requestNo === requestNo).map((event) => event.state)).toEqual(['received', 'accepted', 'under-review', 'approved', 'paid']);
  });

  it('a number the core never saw is closed by asking, and refused afterwards', async () => {
    const requestNo = randomUUID();
    expect(await core.outcomeOf(requestNo)).toEqual({ kind: 'never-arrived' });
    expect((await core.applyWithdrawal(requestNo, await application('spouse'))).kind).not.toBe('accepted');
  });

  it.each([
    ['frozen', 'account-frozen'],
    ['arrears', 'loan-in-arrears'],
    ['renter', 'no-loan'],
  ] as const)('%s is refused as %s', async (key, code) => {
    const outcome = await core.applyWithdrawal(randomUUID(), { ...(await application(key)), amountFen: 100 });
    expect(outcome).toMatchObject({ kind: 'refused', code });
  });

  it('a dropped, malformed or wrongly signed answer is unknown for a write and unreachable for a read, never a no', async () => {
    const wish = await application('line-dropped');
    for (const kind of ['drop-after', 'malformed', 'bad-sign']) {
      await fetch(`${stand.controlUrl}/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ on: 'TQ1002', kind, times: 1 }) });
      const requestNo = randomUUID();
      expect(await core.applyWithdrawal(requestNo, { ...wish, amountFen: 100 })).toEqual({ kind: 'unknown' });
      expect(['accepted', 'refused', 'never-arrived']).toContain((await core.outcomeOf(requestNo)).kind);
    }
    await fetch(`${stand.controlUrl}/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ on: 'GR1002', kind: 'bad-sign', times: 2 }) });
    expect(await core.overview(await customer('spouse'))).toEqual({ kind: 'unreachable' });
  });

  it('the register knows, does not know, or does not answer', async () => {
    const [local, elsewhere] = await Promise.all([customer('buyer-local'), customer('buyer-elsewhere')]);
    const contract = async (key: string) => (await people()).find((it) => it.key === key)?.contractNumber ?? '';
    const check = async (who: string, number: string) => {
      const read = await core.checkContract(who, number);
      return read.kind === 'ok' ? read.value.result : read.kind;
    };
    expect(await check(local, await contract('buyer-local'))).toBe('matched');
    expect(await check(elsewhere, await contract('buyer-elsewhere'))).toBe('unavailable');
    expect(await check(local, 'NO-SUCH-CONTRACT')).toBe('not-found');
    expect(await check(elsewhere, await contract('buyer-local'))).toBe('mismatch');
  });

  const post = async (path: string, body: unknown): Promise<Response> =>
    fetch(`${stand.controlUrl}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const told = <T>(read: { readonly kind: string; readonly value?: T }): T => {
    if (read.value === undefined) throw new Error(JSON.stringify(read));
    return read.value;
  };
  async function loanApplication(key: string, changes: Partial<LoanApplication> = {}): Promise<LoanApplication> {
    const contractNumber = (await people()).find((it) => it.key === key)?.contractNumber ?? '';
    return {
      customerNo: await customer(key), amountFen: 30_000_000, months: 240, method: 'equal-instalment', contractNumber, priceFen: 88_000_000, houseOrder: 'first', houseKind: 'new',
      appliedAt: new Date(stand.core.now()).toISOString(), ...changes,
    };
  }
  async function waitingForSigning(key: string): Promise<string> {
    const started = told(await core.applyLoan(randomUUID(), await loanApplication(key)));
    for (let step = 0; step < 4; step += 1) await post(`/cases/${started.caseNo}/advance`, {});
    expect(told(await core.caseOf(await customer(key), started.caseNo)).state).toBe('signing');
    return started.caseNo;
  }

  it('who is married to whom', async () => {
    const [one, spouse, other, foreign] = await Promise.all([customer('home-buyer'), customer('home-buyer-spouse'), customer('spouse'), customer('passport-holder')]);
    expect(told(await core.checkMarriage(one, spouse))).toBe('married');
    expect(told(await core.checkMarriage(one, other))).toBe('not-married');
    expect(told(await core.checkMarriage(one, foreign))).toBe('unavailable');
  });

  it('a loan and its plan say the same, to the fen', async () => {
    for (const key of ['loan-in-order', 'arrears', 'loan-offset']) {
      const seen = await overview(key);
      const [loan] = seen.loans;
      const plan = told(await core.loanPlan(await customer(key), loan?.loanNo ?? ''));
      const open = plan.rows.filter((row) => row.state !== 'paid');
      expect(open.reduce((sum, row) => sum + row.principalFen, 0)).toBe(loan?.balanceFen);
      expect([open.length, open.filter((row) => row.state === 'overdue').length]).toEqual([loan?.periodsLeft, loan?.overduePeriods]);
      expect([plan.paidPrincipalFen, plan.paidInterestFen, plan.prepaidFen]).toEqual([loan?.paidPrincipalFen, loan?.paidInterestFen, 0]);
      expect((loan?.balanceFen ?? 0) + plan.paidPrincipalFen).toBe(loan?.grantedFen);
      expect([seen.loanCount, loan?.offset.state]).toEqual([1, key === 'loan-offset' ? 'signed' : 'none']);
      expect(seen.accounts[0]?.averageBalance12Fen).toBeGreaterThan(0);
    }
    expect(await core.loanPlan(await customer('renter'), 'NONE')).toEqual({ kind: 'refused', code: 'no-loan' });
  });

  it('a prepayment is one case, its sum principal and interest to the day, and the plan follows', async () => {
    const [who, seen] = [await customer('no-subscription'), await overview('no-subscription')];
    const [loan] = seen.loans;
    const requestNo = randomUUID();
    const wish = { customerNo: who, loanNo: loan?.loanNo ?? '', keep: 'term' as const, amountFen: 6_000_000, cardNo: seen.cards[0]?.cardNo ?? '', appliedAt: new Date(stand.core.now()).toISOString() };
    const paid = told(await core.prepayLoan(requestNo, wish));
    expect(paid).toMatchObject({ route: 'loan-prepayment', state: 'paid', requestNo, cardNo: wish.cardNo });
    expect(paid.amountFen).toBeGreaterThanOrEqual(6_000_000);
    expect(await core.prepayLoan(requestNo, wish)).toEqual({ kind: 'accepted', value: paid });
    expect(await core.outcomeOf(requestNo)).toEqual({ kind: 'accepted', value: paid });
    const [after] = (await overview('no-subscription')).loans;
    expect([after?.balanceFen, after?.prepaidFen, after?.periodsLeft]).toEqual([(loan?.balanceFen ?? 0) - 6_000_000, 6_000_000, loan?.periodsLeft]);
    expect(await core.prepayLoan(randomUUID(), { ...wish, amountFen: 100 })).toMatchObject({ kind: 'refused', code: 'prepayment-below-least' });
    expect(await core.prepayLoan(randomUUID(), { ...wish, loanNo: 'NONE' })).toMatchObject({ kind: 'refused', code: 'no-loan' });
  });

  it('a pre-application of a couple is one case with seven stages, the registration outside the clock, and shows while it runs', async () => {
    const partner = await customer('home-buyer-spouse');
    const [requestNo, wish] = [randomUUID(), await loanApplication('home-buyer', { partner, priceFen: 148_000_000 })];
    const first = await core.applyLoan(requestNo, wish);
    const started = told(first);
    expect(started).toMatchObject({ route: 'loan-pre-application', state: 'received', amountFen: 30_000_000, cardNo: null });
    expect(started.stages.map((stage) => [stage.stage, stage.limitWorkingDays, stage.outside ?? false])).toEqual([
      ['received', 0, false], ['accepted', 1, false], ['under-review', 3, false], ['approved', 3, false], ['signing', 0, false], ['mortgage', 0, true], ['paid', 2, false],
    ]);
    expect(started.checks.map((check) => [check.source, check.result])).toEqual([['core', 'matched'], ['real-estate', 'matched'], ['civil-affairs', 'matched']]);
    expect(await core.applyLoan(requestNo, wish)).toEqual(first);
    expect((await overview('home-buyer')).loanCases).toEqual([{ caseNo: started.caseNo, matter: 'loan-pre-application' }]);
    expect(told(await core.cancel(randomUUID(), wish.customerNo, started.caseNo)).state).toBe('cancelled');
    expect((await overview('home-buyer')).loanCases).toEqual([]);
  });

  it.each([
    ['newcomer', {}, 'contribution-months'], ['loan-in-order', {}, 'loan-running'], ['frozen', {}, 'account-frozen'], ['arrears', {}, 'loan-in-arrears'],
    ['home-buyer', { contractNumber: 'XM-NONE' }, 'house-not-confirmed'], ['home-buyer', { amountFen: 95_000_000, months: 12 }, 'amount-above-limit'],
  ] as const)('a pre-application of %s with %j is refused as %s', async (key, changes, code) => {
    expect(await core.applyLoan(randomUUID(), await loanApplication(key, { contractNumber: 'XM2026-0918-2046', ...changes }))).toMatchObject({ kind: 'refused', code });
  });

  it('a co-borrower who is not the spouse is refused as partner-not-married', async () => {
    expect(await core.applyLoan(randomUUID(), await loanApplication('home-buyer', { partner: await customer('renter') }))).toMatchObject({ kind: 'refused', code: 'partner-not-married' });
  });

  it('the last place goes to one of two, the other hears of the three nearest, and a place given back is free again', async () => {
    const [first, second] = await Promise.all([customer('renter'), customer('buyer-local')]);
    await waitingForSigning('renter');
    await waitingForSigning('buyer-local');
    const points = told(await core.servicePoints());
    expect(points.length).toBeGreaterThanOrEqual(8);
    const today = new Date(stand.core.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const offered = (await Promise.all(points.map((point) => core.slots(point.pointNo, today)))).flatMap(told);
    const last = offered.find((slot) => slot.left === 1);
    const ask = async (customerNo: string) => core.book(randomUUID(), { customerNo, slotNo: last?.slotNo ?? '', askedAt: new Date(stand.core.now()).toISOString() });
    const answers = await Promise.all([ask(first), ask(second)]);
    expect(answers.map((answer) => answer.kind).sort()).toEqual(['accepted', 'refused']);
    const refused = answers.find((answer) => answer.kind === 'refused');
    expect(refused).toMatchObject({ code: 'slot-full', nearest: [{ left: expect.any(Number) }, {}, {}] });
    const winner = answers[0]?.kind === 'accepted' ? first : second;
    const [booking] = told(await core.bookings(winner));
    expect(booking).toMatchObject({ slotNo: last?.slotNo, cancelled: false, purpose: 'loan-signing' });
    expect(told(await core.cancelBooking(randomUUID(), winner, booking?.bookingNo ?? '')).cancelled).toBe(true);
    expect((await ask(winner === first ? second : first)).kind).toBe('accepted');
  });

  it('a slot that is nowhere is closed, and who has nothing to sign cannot book', async () => {
    const wish = { slotNo: 'XM001202601010900', askedAt: new Date(stand.core.now()).toISOString() };
    expect(await core.book(randomUUID(), { ...wish, customerNo: await customer('renter') })).toMatchObject({ kind: 'refused', code: 'slot-closed' });
    expect(await core.book(randomUUID(), { ...wish, customerNo: await customer('spouse') })).toMatchObject({ kind: 'refused', code: 'not-waiting-for-signing' });
  });

  it('a time for a withdrawal at the counter needs no case, is one a route, and comes back with it', async () => {
    const customerNo = await customer('renter');
    const [point] = told(await core.servicePoints());
    const slots = told(await core.slots(point?.pointNo ?? '', '2026-01-01')).filter((slot) => slot.left > 0).map((slot) => slot.slotNo);
    const ask = async (slotNo = '') => core.book(randomUUID(), { customerNo, slotNo, route: 'death', askedAt: new Date(stand.core.now()).toISOString() });
    const answer = await ask(slots[0]);
    expect(answer).toMatchObject({ kind: 'accepted', value: { slotNo: slots[0], purpose: 'counter-withdrawal', route: 'death', cancelled: false } });
    expect(await ask(slots[1])).toEqual({ kind: 'refused', code: 'booking-exists' });
    const held = told(await core.bookings(customerNo)).find((booking) => booking.route === 'death');
    expect(held).toEqual(answer.kind === 'accepted' ? answer.value : null);
    expect(told(await core.cancelBooking(randomUUID(), customerNo, held?.bookingNo ?? '')).cancelled).toBe(true);
  });

  it.each(['drop-after', 'malformed', 'bad-sign'])('a pre-application answered with %s is unknown, and what became of it can be asked', async (kind) => {
    await post('/faults', { on: 'DK1002', kind, times: 1 });
    const [requestNo, wish] = [randomUUID(), await loanApplication('home-buyer')];
    expect(await core.applyLoan(requestNo, wish)).toEqual({ kind: 'unknown' });
    const outcome = await core.outcomeOf(requestNo);
    expect(outcome).toMatchObject({ kind: 'accepted', value: { route: 'loan-pre-application', state: 'received' } });
    if (outcome.kind === 'accepted') await core.cancel(randomUUID(), wish.customerNo, outcome.value.caseNo);
  });
});
