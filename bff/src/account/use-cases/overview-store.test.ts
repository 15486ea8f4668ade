import { testEngines } from '../../platform/testing/index.ts';
import { anOverview, someSources } from '../../withdrawal/testing/an-overview.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import { ListAccounts } from './list-accounts.ts';
import { ListEntries } from './list-entries.ts';
import { OpaqueIds } from './opaque-ids.ts';
import { OverviewStore } from './overview-store.ts';
import { ShowHome } from './show-home.ts';

const personId = '11111111-1111-4111-8111-111111111111';
const whose = { personId, customerNo: 'KH1' };

describe.each(testEngines())('what a person sees of the account (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
  });
  afterEach(() => world.close());
  const home = () => world.module.get(ShowHome).execute(personId);
  const overviewCalls = (): number => world.core.asked.filter((asked) => asked === 'overview').length;

  it('shows the home page from the overview and the sources, asked for once and side by side', async () => {
    const reply = await home();
    expect([...world.core.asked].sort()).toEqual(['consult', 'overview']);
    expect(reply).toMatchObject({
      person: { name: '林*彤' }, centre: { id: 'xiamen' }, core: 'up', unread: 0, runningCases: [],
      accounts: { state: 'fresh', asOf: '2026-11-21T02:00:00.000Z', value: [{ numberTail: '0001', balanceFen: 8_641_235 }] },
      loan: { state: 'fresh', value: { balanceFen: 41_000_000, overduePeriods: 0 } },
      suggestion: { route: 'repay-fund-loan', maxFen: 1_200_000 },
    });
  });

  it('gives away no number of the core', async () => {
    const text = JSON.stringify([await home(), await world.module.get(ListAccounts).execute(personId)]);
    for (const secret of ['GR3502000000000001', 'DK1', 'HT0000000001', '林晓彤']) expect(text).not.toContain(secret);
  });

  it('asks the core once however many ask at a time', async () => {
    await Promise.all([home(), home(), world.module.get(ListAccounts).execute(personId)]);
    expect(overviewCalls()).toBe(1);
  });

  it('shows the last value with its own time when the core is away, never 0', async () => {
    await home();
    world.clock.advance(60_000);
    world.core.up = false;
    const reply = await home();
    expect(reply.core).toBe('down');
    expect(reply.accounts).toMatchObject({ state: 'stale', asOf: '2026-11-21T02:00:00.000Z', value: [{ balanceFen: 8_641_235 }] });
  });

  it('says unknown when there is no last value', async () => {
    world.core.up = false;
    const reply = await home();
    expect([reply.accounts, reply.loan, reply.lastContribution]).toEqual(Array.from({ length: 3 }, () => ({ state: 'unknown', reason: 'core-down' })));
    expect(reply.suggestion).toBeNull();
  });

  it('does not wait for a core that hangs, and keeps the answer that comes too late', async () => {
    let answer = (): void => undefined;
    world.core.hanging = new Promise((resolve) => {
      answer = resolve;
    });
    const store = world.module.get(OverviewStore);
    const began = performance.now();
    expect(await store.read(whose, 50)).toEqual({ state: 'unknown' });
    expect(performance.now() - began).toBeLessThan(1000);
    answer();
    await new Promise((resolve) => setTimeout(resolve, 100));
    world.core.up = false;
    world.clock.advance(60_000);
    expect(await store.read(whose, 50)).toMatchObject({ state: 'stale' });
  });

  it('keeps what the sources said beside the overview, and its date with it', async () => {
    world.core.sourcesValue = someSources({ household: 'elsewhere' });
    const store = world.module.get(OverviewStore);
    expect(await store.read(whose)).toMatchObject({ state: 'fresh', sources: { household: 'elsewhere' } });
    world.clock.advance(60_000);
    world.core.up = false;
    expect(await store.read(whose)).toMatchObject({ state: 'stale', sources: { household: 'elsewhere', checks: [{ source: 'public-security', at: '2026-11-21T02:00:00.000Z' }, ...Array(7).fill({})] } });
  });

  it.each([
    ['does not answer', () => ({ kind: 'unreachable' }) as const],
    ['breaks', () => Promise.reject(new Error('broken'))],
    ['hangs', () => new Promise<never>(() => undefined)],
  ])('takes no source for a mismatch when the core %s about them, and does not wait long', async (_what, answer) => {
    world.core.consult = async () => answer();
    world.clock.advance(60_000);
    const reading = await world.module.get(OverviewStore).read(whose);
    expect(reading).toMatchObject({ state: 'fresh', overview: { homes: 1 } });
    expect(reading.state === 'unknown' ? [] : reading.sources.checks.map(({ result }) => result)).toEqual(Array(8).fill('unavailable'));
  });

  it('does not take an old answer for the present after a case has moved', async () => {
    const store = world.module.get(OverviewStore);
    await store.read(whose);
    world.core.overviewValue = anOverview({ homes: 2 });
    expect(await store.read(whose)).toMatchObject({ overview: { homes: 1 } });
    store.makeOld(personId);
    expect(await store.read(whose)).toMatchObject({ overview: { homes: 2 } });
  });

  it('keeps nothing of somebody who left while the core was thinking', async () => {
    let answer = (): void => undefined;
    world.core.hanging = new Promise((resolve) => {
      answer = resolve;
    });
    const reading = world.module.get(OverviewStore).read(whose, 1000);
    world.people.contact = undefined;
    await world.db.unitOfWork.run(async () => {
      for (const forget of world.people.unbinding) await forget(personId);
    });
    answer();
    await reading;
    expect(await world.db.database.manager().query('SELECT * FROM account_overview')).toEqual([]);
  });

  it('keeps the last value sealed and forgets it when the person leaves', async () => {
    await home();
    const manager = world.db.database.manager();
    expect(JSON.stringify(await manager.query('SELECT * FROM account_overview'))).not.toContain('GR35');
    await world.db.unitOfWork.run(async () => {
      for (const forget of world.people.unbinding) await forget(personId);
    });
    expect(await manager.query('SELECT * FROM account_overview')).toEqual([]);
  });

  describe('the entries of an account', () => {
    const entries = (accountId: string, cursor?: string) => world.module.get(ListEntries).execute(personId, accountId, cursor === undefined ? {} : { cursor });

    it('come under ids and cursors that tell nothing of the core', async () => {
      const item = { entryNo: 'MX1', bookedOn: '2026-11-10', kind: 'contribution', amountFen: 240_000, balanceFen: 8_641_235 } as const;
      const asked: unknown[] = [];
      world.core.entries = async (...request: unknown[]) => {
        asked.push(request);
        return { kind: 'ok', value: { items: [item], cursor: 'GR3502000000000001:2' }, asOf: '2026-11-21T02:00:00.000Z' } as never;
      };
      const accountId = world.module.get(OpaqueIds).account(personId, 'GR3502000000000001');
      const first = await entries(accountId);
      expect(JSON.stringify(first)).not.toMatch(/MX1|GR35/);
      await entries(accountId, first.cursor);
      expect(asked[1]).toEqual([`KH-${personId}`, 'GR3502000000000001', { size: 30, cursor: 'GR3502000000000001:2' }]);
    });

    it('of another person do not exist', async () => {
      const foreign = world.module.get(OpaqueIds).account('somebody-else', 'GR3502000000000001');
      await expect(entries(foreign)).rejects.toMatchObject({ code: 'request.not-found' });
    });

    it('refuse a cursor that was made elsewhere', async () => {
      const accountId = world.module.get(OpaqueIds).account(personId, 'GR3502000000000001');
      await expect(entries(accountId, 'bm9uc2Vuc2U')).rejects.toMatchObject({ code: 'request.invalid', details: { fields: [{ field: 'cursor' }] } });
    });

    it('are a plain no while nothing is known of the person', async () => {
      world.core.up = false;
      await expect(entries('0'.repeat(24))).rejects.toMatchObject({ code: 'core.unreachable' });
    });
  });
});
