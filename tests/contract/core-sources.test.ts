import { randomUUID } from 'node:crypto';
import { CoreCalls } from '../../bff/src/core-fund/adapters/core-calls.ts';
import { STANDARD_REASONS } from '../../bff/src/core-fund/adapters/core-codes.ts';
import { CoreLine } from '../../bff/src/core-fund/adapters/core-line.ts';
import { HttpCoreFund } from '../../bff/src/core-fund/adapters/http-core-fund.ts';
import type { CoreOverview } from '../../bff/src/core-fund/core-fund.port.ts';
import type { CoreSources } from '../../bff/src/core-fund/core-sources.ts';
import { SystemClock } from '../../bff/src/platform/clock.ts';
import { startCoreFund } from '../sandbox/core-fund/server.ts';
import type { RunningCoreFund } from '../sandbox/core-fund/server.ts';

interface Person {
  readonly key: string;
  readonly name: string;
  readonly idType: 'resident-id' | 'passport' | 'hmt-residence-permit';
  readonly idNumber: string;
  readonly counterCode?: string;
  readonly spareCard?: string;
}

/** What every withdrawal rests on, by the BFF's adapter against a core that speaks interface.md: sources, cards, closing, a clerk's no. */
describe('the promises of every withdrawal between the BFF and a core', () => {
  let stand: RunningCoreFund;
  let line: CoreLine;
  let core: HttpCoreFund;
  let people: readonly Person[];

  beforeAll(async () => {
    const key = { keyId: 'contract', secret: 'a-secret-for-this-suite-only' };
    stand = await startCoreFund({ stateDir: ':memory:', port: 0, controlPort: 0, ...key });
    const config = { url: stand.url, ...key, timeoutMs: 5_000, pollSeconds: 1, reasons: {} };
    const log = { event: () => undefined } as unknown as ConstructorParameters<typeof CoreLine>[2];
    const clock = new SystemClock();
    line = new CoreLine(config, clock, log, { coreCalled: () => undefined });
    core = new HttpCoreFund(config, STANDARD_REASONS, new CoreCalls(config, line, clock, log), clock, log);
    people = ((await (await fetch(`${stand.controlUrl}/people`)).json()) as { people: readonly Person[] }).people;
  });
  afterAll(async () => {
    await line?.close();
    await stand?.close();
  });

  const control = (path: string, body: object = {}): Promise<Response> =>
    fetch(stand.controlUrl + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  async function customer({ name, idType, idNumber, counterCode }: Person): Promise<string> {
    const found = await core.verifyPerson({ name, idType, idNumber, ...(counterCode === undefined ? {} : { counterCode }) });
    if (found.kind !== 'ok') throw new Error(`${name}: ${JSON.stringify(found)}`);
    return found.value.customerNo;
  }
  const personOf = (key: string): Person => people.find((one) => one.key === key) ?? (() => { throw new Error(`there is no ${key}`); })();
  async function sources(customerNo: string): Promise<CoreSources> {
    const read = await core.consult(customerNo);
    if (read.kind !== 'ok') throw new Error(read.kind);
    return read.value;
  }
  async function overview(customerNo: string): Promise<CoreOverview> {
    const read = await core.overview(customerNo);
    if (read.kind !== 'ok') throw new Error(read.kind);
    return read.value;
  }

  it('eight sources answer about everybody, and everything they say is understood', async () => {
    for (const person of people) {
      const { checks } = await sources(await customer(person));
      expect(checks.map(({ source }) => source)).toEqual([
        'public-security', 'civil-affairs', 'real-estate', 'social-insurance', 'employment', 'market-regulation', 'credit', 'invoice',
      ]);
    }
  });

  it('a source that is silent is unavailable, one that differs is a mismatch, and neither says anything', async () => {
    const customerNo = await customer(personOf('renter'));
    expect(await sources(customerNo)).toHaveProperty('homes');
    for (const [state, result] of [['silent', 'unavailable'], ['differs', 'mismatch']] as const) {
      await control('/sources', { source: 'BDC', state });
      const told = await sources(customerNo);
      expect(told.checks.find(({ source }) => source === 'real-estate')?.result).toBe(result);
      expect(told).not.toHaveProperty('homes');
    }
    await control('/sources', { source: 'BDC', state: 'answers' });
  });

  it('a card of one\'s own is registered once, can be taken off and is off when told again, and another\'s cannot', async () => {
    const person = people.find(({ spareCard }) => spareCard !== undefined) as Person;
    const customerNo = await customer(person);
    const number = person.spareCard ?? '';
    const requestNo = randomUUID();
    const first = await core.addCard(requestNo, customerNo, number);
    if (first.kind !== 'accepted') throw new Error(JSON.stringify(first));
    expect(await core.addCard(requestNo, customerNo, number)).toEqual(first);
    expect((await overview(customerNo)).cards.find(({ cardNo }) => cardNo === first.value.cardNo)).toMatchObject({ usable: true, number });
    const other = await customer(people.find(({ key }) => key !== person.key) as Person);
    expect(await core.addCard(randomUUID(), other, number)).toEqual({ kind: 'refused', code: 'card-not-own-class-one' });
    expect(await core.addCard(randomUUID(), customerNo, '6222020000000000')).toEqual({ kind: 'refused', code: 'card-wrong' });
    expect(await core.removeCard(randomUUID(), other, first.value.cardNo)).toMatchObject({ kind: 'refused' });
    for (let asked = 0; asked < 2; asked += 1) expect(await core.removeCard(randomUUID(), customerNo, first.value.cardNo)).toEqual({ kind: 'accepted', value: null });
    expect((await overview(customerNo)).cards.some(({ cardNo }) => cardNo === first.value.cardNo)).toBe(false);
  });

  it('a closing withdrawal pays the whole balance, tells its interest and leaves the account closed', async () => {
    const customerNo = await customer(personOf('sealed-outsider'));
    const { accounts: [account], cards } = await overview(customerNo);
    const wish = { customerNo, accountNo: account?.accountNo ?? '', route: 'leave-job', cardNo: cards.find(({ usable }) => usable)?.cardNo ?? '' } as const;
    const balanceFen = account?.balanceFen ?? 0;
    expect(await core.applyWithdrawal(randomUUID(), { ...wish, amountFen: balanceFen - 1 })).toEqual({ kind: 'refused', code: 'closing-amount', params: { maxFen: balanceFen } });
    expect(account?.accruedInterestFen).toBeGreaterThan(0);
    const paid = await core.applyWithdrawal(randomUUID(), { ...wish, amountFen: balanceFen });
    expect(paid).toMatchObject({ kind: 'accepted', value: { route: 'leave-job', state: 'paid', amountFen: balanceFen, interestFen: account?.accruedInterestFen } });
    expect((await overview(customerNo)).accounts[0]).toMatchObject({ state: 'closed', balanceFen: 0 });
  });

  it('a clerk\'s no comes with what it is about', async () => {
    await control('/clerk', { mode: 'manual' });
    const customerNo = await customer(personOf('buyer-elsewhere'));
    const { accounts: [account], cards } = await overview(customerNo);
    const material = await core.sendMaterial(randomUUID(), customerNo, { mediaType: 'image/png', bytes: Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex') });
    if (material.kind !== 'accepted') throw new Error(material.kind);
    const wish = { customerNo, accountNo: account?.accountNo ?? '', route: 'purchase', amountFen: 100_000, cardNo: cards.find(({ usable }) => usable)?.cardNo ?? '' } as const;
    const made = await core.applyWithdrawal(randomUUID(), { ...wish, contractNumber: 'ZZ2026-0709-0342', homeIsLocal: false, materialNos: [material.value.materialNo] });
    if (made.kind !== 'accepted') throw new Error(JSON.stringify(made));
    await control(`/cases/${made.value.caseNo}/refuse`, { code: '300050', reason: '付款凭证不清晰' });
    expect(await core.caseOf(customerNo, made.value.caseNo)).toMatchObject({ kind: 'ok', value: { state: 'refused', refusal: { words: '付款凭证不清晰', about: 'material-unreadable' } } });
  });
});
