import 'reflect-metadata';
import fc from 'fast-check';
import { WITHDRAWAL_ROUTES, routeDefinition } from '@anju/shared/withdrawal';
import type { MissingField, WithdrawalRouteId } from '@anju/shared/withdrawal';
import type { WithdrawalAnswers } from '@anju/shared/contract';
import { addDays } from '@anju/shared/calendar';
import { OpaqueIds } from '../../bff/src/account/index.ts';
import { HttpCoreFund } from '../../bff/src/core-fund/adapters/http-core-fund.ts';
import { STANDARD_REASONS } from '../../bff/src/core-fund/adapters/core-codes.ts';
import { Refusal, SilentLog, SystemClock } from '../../bff/src/platform/index.ts';
import { testBlindIndex } from '../../bff/src/platform/testing/index.ts';
import { JudgeRoutes } from '../../bff/src/withdrawal/use-cases/judge-routes.ts';
import type { KnownOverview } from '../../bff/src/withdrawal/use-cases/judge-routes.ts';
import { JudgeWish } from '../../bff/src/withdrawal/use-cases/judge-wish.ts';
import type { WishedWithdrawal } from '../../bff/src/withdrawal/use-cases/judge-wish.ts';
import { SendWithdrawal } from '../../bff/src/withdrawal/use-cases/send-withdrawal.ts';
import { generatePeople } from '../sandbox/core-fund/generation/generate.ts';
import { Core } from '../sandbox/core-fund/store/core.ts';
import { DirectCalls } from './testing/direct-core.ts';
import { become, changes } from './testing/generated-people.ts';
import type { Changes } from './testing/generated-people.ts';

// What the BFF takes in, the core takes too: for people of every kind, by every route, with whatever they answer. A late refusal is a broken
// promise (nothing is refused late that could have been said first). 300 people, ANJU_PROPERTY_RUNS in the long form.
const RUNS = Number(process.env['ANJU_PROPERTY_RUNS'] ?? 300);
const clock = new SystemClock();
const log = new SilentLog();

/** A person's choices, the same for the same seed. */
class Choices {
  constructor(private state: number) {}
  below(most: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * most);
  }
  answer({ kind, choices = [], minimum, maximum }: MissingField, today: string): string | number {
    if (kind === 'choice') return choices[this.below(choices.length)] ?? '';
    if (kind === 'date') return addDays(today, -this.below(2_000));
    if (kind === 'text') return this.below(2) === 0 ? 'HT2026-0001' : 'XM2026-0611-0908';
    const least = minimum ?? 1;
    return least + this.below(Math.min(maximum ?? 30_000_000, least + 30_000_000) - least + 1);
  }
}

/** BFF and core of one centre in this process. */
class Both {
  readonly core: Core;
  private readonly fund: HttpCoreFund;
  private readonly judge: JudgeRoutes;
  private readonly wish: JudgeWish;
  private readonly sender: SendWithdrawal;
  private readonly ids = new OpaqueIds(testBlindIndex());
  readonly accepted = new Map<WithdrawalRouteId, number>();
  constructor(centre: string) {
    this.core = new Core(':memory:', undefined, centre);
    generatePeople(this.core);
    this.fund = new HttpCoreFund({ timeoutMs: 1000 } as never, STANDARD_REASONS, new DirectCalls(this.core), clock, log);
    const files = {
      own: async (_: string, fileIds: readonly string[]) => fileIds.map((fileId) => ({ fileId, caseId: null })),
      content: async () => ({ mediaType: 'image/jpeg', bytes: Buffer.from('paper') }),
    } as never;
    this.judge = new JudgeRoutes({ liveOf: async () => [] } as never, clock, { centre } as never);
    this.wish = new JudgeWish(this.judge, this.fund, this.ids, files, clock);
    this.sender = new SendWithdrawal(this.fund, files, undefined as never);
  }

  get customers(): readonly string[] {
    return this.core.all<{ khbh: string }>('SELECT khbh FROM person ORDER BY khbh').map(({ khbh }) => khbh);
  }

  /** Every route of one person as they are now; the core's refusals of what was taken in. */
  async lateRefusals(customerNo: string, choices: Choices): Promise<string[]> {
    const reading = await this.read(customerNo);
    const late: string[] = [];
    for (const route of WITHDRAWAL_ROUTES) {
      const wished = await this.takenIn(route, customerNo, reading, choices);
      if (wished === undefined) continue;
      this.accepted.set(route, (this.accepted.get(route) ?? 0) + 1);
      this.core.store.exec('SAVEPOINT handed');
      const prepared = await this.sender.prepare(wished, wished.wish);
      const outcome = prepared.kind === 'ready' ? await this.sender.send(wished, prepared.wish) : prepared;
      if (outcome.kind !== 'accepted') late.push(`${route}: ${JSON.stringify(outcome)} for ${JSON.stringify({ amountFen: wished.amountFen, ...wished.wish })}`);
      this.core.store.exec('ROLLBACK TO handed; RELEASE handed');
    }
    return late;
  }

  private async read(customerNo: string): Promise<KnownOverview> {
    const [overview, sources] = [await this.fund.overview(customerNo), await this.fund.consult(customerNo)];
    if (overview.kind !== 'ok' || sources.kind !== 'ok') throw new Error('the core does not answer');
    return { state: 'fresh', asOf: overview.asOf, askedAt: clock.now(), overview: overview.value, sources: sources.value };
  }

  /** The form filled in question by question, the amount chosen, and handed in; undefined when the BFF says no. */
  private async takenIn(route: WithdrawalRouteId, customerNo: string, reading: KnownOverview, choices: Choices): Promise<WishedWithdrawal | undefined> {
    if (reading.overview.accounts.length === 0) return undefined;
    const situation = await this.judge.situation(customerNo, reading);
    const answers: Record<string, string | number> = {};
    let facts = this.judge.facts(route, situation);
    for (let question = 0; question < 12; question += 1) {
      const offer = this.judge.offer(route, situation, facts);
      if (!offer.verdict.eligible) return undefined;
      const open = offer.missing.find(({ name, kind, optional }) => kind !== 'file' && answers[name] === undefined && (optional !== true || choices.below(2) === 0));
      if (open === undefined) break;
      answers[open.name] = choices.answer(open, situation.today);
      facts = this.judge.answered(route, facts, answers, situation).facts;
    }
    const { verdict, missing } = this.judge.offer(route, situation, facts);
    const maxFen = verdict.maxFen ?? 0;
    if (maxFen < 1) return undefined;
    const amountFen = routeDefinition(route).closing === true || choices.below(3) === 0 ? maxFen : 1 + choices.below(maxFen);
    const card = reading.overview.cards.find(({ usable }) => usable)?.cardNo;
    const fileIds = missing.filter(({ kind }) => kind === 'file').map((_, index) => `paper-${index}`);
    return this.asked(customerNo, { route, amountFen, card: { cardNo: card }, answers, fileIds }, reading);
  }

  private async asked(customerNo: string, asked: { route: WithdrawalRouteId; amountFen: number; card: { cardNo: string | undefined }; answers: WithdrawalAnswers; fileIds: readonly string[] }, reading: KnownOverview): Promise<WishedWithdrawal | undefined> {
    try {
      return await this.wish.execute({ personId: customerNo, customerNo } as never, 'h5', asked, reading);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}

describe.each(['xiamen', 'fuzhou'])('what is taken in at %s', (centre) => {
  const both = new Both(centre);
  const { customers } = both;
  afterAll(() => both.core.store.close());

  async function lateFor(at: number, change: Changes | null, seed: number): Promise<string[]> {
    const customerNo = customers[at % customers.length] ?? '';
    both.core.store.exec('BEGIN');
    try {
      if (change !== null) become(both.core, customerNo, change);
      return await both.lateRefusals(customerNo, new Choices(seed));
    } finally {
      both.core.store.exec('ROLLBACK');
    }
  }

  it('of the people of the demo as they are, the core takes', async () => {
    for (const at of customers.keys()) for (const seed of [1, 2, 3]) expect(await lateFor(at, null, seed)).toEqual([]);
    expect([...both.accepted.keys()].length).toBeGreaterThanOrEqual(centre === 'xiamen' ? 11 : 6);
  });

  it(`of ${Math.round(RUNS / 2)} people of every kind, the core takes`, async () => {
    const anybody = fc.asyncProperty(fc.nat({ max: 10_000 }), changes, fc.integer(), async (at, change, seed) => {
      expect(await lateFor(at, change, seed)).toEqual([]);
    });
    await fc.assert(anybody, { numRuns: Math.round(RUNS / 2), seed: 20_261_126, endOnFailure: process.env['ANJU_SHRINK'] === undefined });
    const counts = Object.fromEntries(both.accepted);
    expect(Object.keys(counts).length).toBeGreaterThanOrEqual(6);
  }, 600_000);
});
