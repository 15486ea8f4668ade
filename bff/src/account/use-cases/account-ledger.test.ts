import type { CoreEntry, CoreRead } from '../../core-fund/index.ts';
import { Log } from '../../platform/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { anOverview } from '../../withdrawal/testing/an-overview.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import { FindAccount } from './find-account.ts';
import { LedgerReader } from './ledger-reader.ts';
import { ListEntries } from './list-entries.ts';
import { OpaqueIds } from './opaque-ids.ts';
import { ShowGaps } from './show-gaps.ts';
import { ShowStatement } from './show-statement.ts';

const personId = '11111111-1111-4111-8111-111111111111';
const ACCOUNT_NO = 'GR3502000000000001';
const AS_OF = '2026-11-21T02:00:00.000Z';
type Filter = { readonly from?: string; readonly to?: string; readonly cursor?: string; readonly size: number };

/** A ledger that answers as GR1003 does: newest first, between two days, a page at a time. */
class ScriptedLedger {
  readonly asked: Filter[] = [];
  /** As many entries a page, whatever was asked for. */
  pageSize = 100;
  answers: CoreRead<never> | undefined;
  constructor(private readonly entries: readonly CoreEntry[]) {}

  readonly read = async (_customer: string, _account: string, filter: Filter): Promise<CoreRead<{ readonly items: readonly CoreEntry[]; readonly cursor?: string }>> => {
    this.asked.push(filter);
    if (this.answers !== undefined) return this.answers;
    const fitting = [...this.entries].reverse().filter(({ bookedOn }) => bookedOn >= (filter.from ?? '') && bookedOn <= (filter.to ?? '9999'));
    const from = Number(filter.cursor ?? 0);
    const until = from + Math.min(filter.size, this.pageSize);
    return { kind: 'ok', asOf: AS_OF, value: { items: fitting.slice(from, until), ...(until < fitting.length ? { cursor: String(until) } : {}) } };
  };
}

/** Entries in the order of days, each with the balance after it. */
function ledgerOf(openingFen: number, rows: readonly Omit<CoreEntry, 'entryNo' | 'balanceFen'>[]): readonly CoreEntry[] {
  let balanceFen = openingFen;
  return rows.map((row, at) => ({ ...row, entryNo: `MX${at}`, balanceFen: (balanceFen += row.amountFen) }));
}

const contribution = (month: string, amountFen = 240_000) => ({ bookedOn: `${month}-05`, kind: 'contribution' as const, amountFen, month, employer: '甲公司' });
const YEAR = ledgerOf(7_760_000, [
  contribution('2025-06'), contribution('2025-07'), contribution('2025-08'),
  { bookedOn: '2025-10-08', kind: 'withdrawal', amountFen: -300_000 }, { bookedOn: '2025-10-09', kind: 'withdrawal', amountFen: 300_000 },
  { bookedOn: '2026-01-12', kind: 'withdrawal', amountFen: -500_000 }, { bookedOn: '2026-06-30', kind: 'interest', amountFen: 123_456 }, contribution('2026-07'),
]);

describe.each(testEngines())('the ledger of an account, read as a whole (%s)', (engine) => {
  let world: BusinessWorld;
  let ledger: ScriptedLedger;
  const alarms: unknown[] = [];
  const use = (entries: readonly CoreEntry[]): void => {
    ledger = new ScriptedLedger(entries);
    world.core.entries = ledger.read as never;
  };
  beforeEach(async () => {
    world = await businessWorld(engine);
    use(YEAR);
    alarms.length = 0;
    const log = world.module.get(Log);
    jest.spyOn(log, 'event').mockImplementation((name, fields) => void (name === 'ledger.disagrees' && alarms.push(fields)));
  });
  afterEach(() => world.close());
  const accountId = (): string => world.module.get(OpaqueIds).account(personId, ACCOUNT_NO);
  const statement = (fundYear: string, id = accountId()) => world.module.get(ShowStatement).execute(personId, id, fundYear);
  const gaps = (id = accountId()) => world.module.get(ShowGaps).execute(personId, id);

  describe('the statement of a fund year', () => {
    it('adds up from the entries and the balance before 1 July, a returned withdrawal counted back', async () => {
      expect(await statement('2025')).toMatchObject({
        asOf: AS_OF, fundYear: '2025', from: '2025-07-01', to: '2026-06-30', settled: true, carriedFen: 8_000_000, contributedFen: 480_000, transferredInFen: 0,
        interestFen: 123_456, withdrawnFen: 500_000, transferredOutFen: 0, otherFen: 0, totalFen: 8_103_456,
        interestBasis: { parts: [{ money: 'all', annualRateMillionths: 15_000, source: { id: 'national/account-interest-2016', date: null, seenOn: '2026-08-01' } }] },
      });
      expect(alarms).toEqual([]);
    });

    it('reads the year and the one entry before it, no more', async () => {
      await statement('2025');
      expect(ledger.asked).toEqual([{ from: '2025-07-01', to: '2026-07-01', size: 100 }, { to: '2025-06-30', size: 1 }]);
    });

    it('that still runs has what has accrued, and is not settled', async () => {
      const reply = await statement('2026');
      expect(reply).toMatchObject({ settled: false, carriedFen: 8_103_456, contributedFen: 240_000, withdrawnFen: 0 });
      expect(reply.interestFen).toBe(reply.interestBasis?.computedFen);
      expect(reply.totalFen).toBe(8_103_456 + 240_000 + reply.interestFen);
    });

    it('names the years that can be asked for, newest first, and those only', async () => {
      expect((await statement('2015')).years).toEqual(['2026', '2025', '2024', '2023', '2022', '2021', '2020', '2019', '2018', '2017', '2016', '2015']);
      for (const year of ['2014', '2027']) await expect(statement(year)).rejects.toMatchObject({ code: 'request.invalid', details: { fields: [{ field: 'fundYear', rule: 'range' }] } });
    });

    it('of an account that has ended goes to its last year', async () => {
      const [account] = anOverview().accounts;
      if (account === undefined) throw new Error('no account');
      world.core.overviewValue = anOverview({ accounts: [{ ...account, state: 'closed', stateSince: '2017-02-01' }] });
      expect((await statement('2016')).years).toEqual(['2016', '2015']);
    });

    it('without any entry before starts from nothing', async () => {
      use(YEAR.slice(1));
      expect(await statement('2025')).toMatchObject({ carriedFen: 0 });
    });

    it('answers what the entries say and raises an alarm when the core’s balances say otherwise', async () => {
      use(YEAR.filter(({ bookedOn }) => bookedOn !== '2025-08-05'));
      expect(await statement('2025')).toMatchObject({ contributedFen: 240_000, totalFen: 7_863_456 });
      expect(alarms).toEqual([{ accountId: accountId(), fundYear: '2025' }]);
    });
  });

  describe('what stands out', () => {
    const odd = ledgerOf(0, [
      contribution('2025-12'), contribution('2026-01'), { ...contribution('2026-01'), bookedOn: '2026-01-20' }, contribution('2026-04'), contribution('2026-05'),
      { bookedOn: '2026-06-05', kind: 'other', amountFen: 0, newBase: true }, contribution('2026-06', 300_000), ...['07', '08', '09', '10', '11'].map((month) => contribution(`2026-${month}`, 300_000)),
    ]);

    it('is found over every page, and the months are those the core counts', async () => {
      use(odd);
      ledger.pageSize = 4;
      expect(await gaps()).toEqual({
        asOf: AS_OF, months: anOverview().contributionMonths, from: '2025-12', to: '2026-11',
        findings: [
          { code: 'base-change', from: '2026-06', to: '2026-06', params: { beforeFen: 240_000, afterFen: 300_000 } },
          { code: 'gap', from: '2026-02', to: '2026-03', params: { months: 2, resumedIn: '2026-04' } },
          { code: 'double', from: '2026-01', to: '2026-01', params: { times: 2, totalFen: 480_000, employers: 1 } },
        ],
      });
      expect(ledger.asked.map(({ cursor }) => cursor)).toEqual([undefined, '4', '8']);
    });

    it('in an account nothing was ever paid into is nothing, from its opening on', async () => {
      use([]);
      expect(await gaps()).toMatchObject({ from: '2015-07', to: '2026-11', findings: [] });
    });
  });

  it('tells a new base apart from other entries without money', async () => {
    use(ledgerOf(0, [{ bookedOn: '2026-06-04', kind: 'other', amountFen: 0 }, { bookedOn: '2026-06-05', kind: 'other', amountFen: 0, newBase: true }]));
    const { items } = await world.module.get(ListEntries).execute(personId, accountId(), {});
    expect(items.map(({ bookedOn, newBase }) => [bookedOn, newBase])).toEqual([['2026-06-05', true], ['2026-06-04', undefined]]);
  });

  it('gives away no number of the core', async () => {
    expect(JSON.stringify([await statement('2025'), await gaps()])).not.toMatch(/GR35|MX\d|newBase/);
  });

  it('of another person does not exist', async () => {
    const foreign = world.module.get(OpaqueIds).account('somebody-else', ACCOUNT_NO);
    await expect(statement('2025', foreign)).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(gaps(foreign)).rejects.toMatchObject({ code: 'request.not-found' });
    expect(ledger.asked).toEqual([]);
  });

  it('is a plain no while the core is away or takes too long, and when it no longer knows the account', async () => {
    ledger.answers = { kind: 'unreachable' };
    await expect(statement('2025')).rejects.toMatchObject({ code: 'core.unreachable' });
    await expect(gaps()).rejects.toMatchObject({ code: 'core.unreachable' });
    ledger.answers = { kind: 'refused', code: 'account-not-found' };
    await expect(gaps()).rejects.toMatchObject({ code: 'request.not-found' });
    const found = await world.module.get(FindAccount).execute(personId, accountId());
    world.core.entries = (() => new Promise(() => undefined)) as never;
    await expect(world.module.get(LedgerReader).read(found, {}, 30)).rejects.toMatchObject({ code: 'core.unreachable' });
    await expect(world.module.get(LedgerReader).lastUntil(found, '2025-06-30', 30)).rejects.toMatchObject({ code: 'core.unreachable' });
  });

  it('is not told in part: pages that go past the deadline are no answer', async () => {
    use(YEAR);
    ledger.pageSize = 1;
    const found = await world.module.get(FindAccount).execute(personId, accountId());
    const one = ledger.read;
    world.core.entries = (async (...asked: Parameters<typeof one>) => {
      world.clock.advance(3_000);
      return one(...asked);
    }) as never;
    await expect(world.module.get(LedgerReader).read(found)).rejects.toMatchObject({ code: 'core.unreachable' });
    expect(ledger.asked.length).toBe(2);
  });

  it('is not judged by an old count of months', async () => {
    await gaps();
    world.clock.advance(60_000);
    world.core.up = false;
    await expect(gaps()).rejects.toMatchObject({ code: 'core.unreachable' });
  });
});
