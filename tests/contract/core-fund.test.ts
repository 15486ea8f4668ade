import { randomUUID } from 'node:crypto';
import { HttpCoreFund } from '../../bff/src/core-fund/adapters/http-core-fund.ts';
import { STANDARD_REASONS } from '../../bff/src/core-fund/adapters/core-codes.ts';
import { CoreLine } from '../../bff/src/core-fund/adapters/core-line.ts';
import type { CoreOverview } from '../../bff/src/core-fund/core-fund.port.ts';
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
    core = new HttpCoreFund(config, STANDARD_REASONS, line, new SystemClock(), log);
  });
  afterAll(async () => {
    await line?.close();
    await stand?.close();
  });

  interface Person {
    readonly key: string;
    readonly name: string;
    readonly idType: 'resident-id';
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
});
