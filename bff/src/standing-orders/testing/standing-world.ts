import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { packOf } from '@anju/shared/policy/packs';
import type { WithdrawalFacts } from '@anju/shared/withdrawal';
import { OpaqueIds, OverviewStore } from '../../account/index.ts';
import { AuditModule, auditRows } from '../../audit/index.ts';
import { CoreStandingOrders } from '../../core-fund/index.ts';
import type { CoreOutcome, CoreRead, CoreStandingOrder, StandingOrderChange, StandingOrderWish } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { AskedOnce, Clock, Database, Log, SilentLog, UnitOfWork } from '../../platform/index.ts';
import { migrations } from '../../platform/database/migrations/index.ts';
import { fixedClock, outsideModule, testBlindIndex, testDatabase } from '../../platform/testing/index.ts';
import type { FixedClock, TestDatabase, TestEngine } from '../../platform/testing/index.ts';
import { Cases } from '../../progress/index.ts';
import { JudgeRoutes } from '../../withdrawal/index.ts';
import { StandingOrdersModule } from '../standing-orders.module.ts';

const AS_OF = '2026-11-21T01:30:15.000Z';
const CARDS = [
  { cardNo: 'K1', number: '6217001930000001234', bank: '中国建设银行厦门分行', usable: true },
  { cardNo: 'K2', number: '6222024100000005678', bank: '中国工商银行厦门分行', usable: false },
];
const RENTER: WithdrawalFacts = {
  accountState: 'normal', balanceFen: 6_000_000, mustStayFen: 1, household: 'local', contributionMonths: 60, ownsHome: false, loan: null, commercialLoan: null,
  lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 1, tasks: [], documents: [],
};

/** The state in which the core refuses a change: a repeat under a new number is not the first one's answer. */
const NOT_FROM: Readonly<Partial<Record<StandingOrderChange['action'], CoreStandingOrder['state']>>> = { pause: 'paused', resume: 'running' };

/** A core that keeps its rules of request numbers, one order of a kind and the states of an order. */
export class StandingCore extends CoreStandingOrders {
  up = true;
  /** What another try, still on its way when the order was read, does just before the next change arrives. */
  justBefore: StandingOrderChange | undefined;
  /** What becomes of the next writes: lost on the way there, or on the way back. */
  readonly lines: ('lost' | 'answer-lost')[] = [];
  readonly held = new Map<string, CoreStandingOrder & { readonly customerNo: string }>();
  readonly asked: { readonly requestNo: string; readonly body: unknown }[] = [];
  private readonly answers = new Map<string, { readonly body: string; readonly outcome: CoreOutcome<CoreStandingOrder> }>();

  async sign(requestNo: string, wish: StandingOrderWish): Promise<CoreOutcome<CoreStandingOrder>> {
    return this.once(requestNo, wish, () => {
      const { customerNo, kind, cardNo, day } = wish;
      const same = [...this.held.values()].some((order) => order.customerNo === customerNo && order.kind === kind && order.state !== 'ended');
      if (same) return { kind: 'refused', code: 'standing-exists' };
      const orderNo = `QY${this.held.size + 1}`;
      const nextOn = '2026-12-05';
      const order: CoreStandingOrder = {
        orderNo, kind, state: 'running', signedOn: '2026-11-21', accountNo: 'A1', nextOn, preview: { on: nextOn, expectedFen: 180_000, enough: true }, skipped: [],
        runs: [{ on: '2026-11-05', caseNo: 'YW1', amountFen: 180_000, state: 'paid' }, { on: '2026-10-05', state: 'skipped' }],
        ...(cardNo === undefined ? {} : { cardNo }), ...(day === undefined ? {} : { day }),
      };
      return this.keep(customerNo, order);
    });
  }

  async change(requestNo: string, customerNo: string, orderNo: string, change: StandingOrderChange): Promise<CoreOutcome<CoreStandingOrder>> {
    const earlier = this.justBefore;
    this.justBefore = undefined;
    if (earlier !== undefined) this.apply(customerNo, orderNo, earlier);
    return this.once(requestNo, { customerNo, orderNo, change }, () => this.apply(customerNo, orderNo, change));
  }

  private apply(customerNo: string, orderNo: string, change: StandingOrderChange): CoreOutcome<CoreStandingOrder> {
    const order = this.held.get(orderNo);
    if (order?.customerNo !== customerNo || order.state === 'ended' || order.state === NOT_FROM[change.action]) return { kind: 'refused', code: 'standing-unknown' };
    if (change.action === 'skip') return this.skip(order, change.on);
    const { action, ...details } = change;
    const state = action === 'pause' ? 'paused' : action === 'end' ? 'ended' : action === 'resume' ? 'running' : order.state;
    return this.keep(customerNo, { ...order, ...details, state });
  }

  /** Three days ahead at most; the next run is then a month later. */
  private skip(order: CoreStandingOrder & { readonly customerNo: string }, on = order.nextOn ?? ''): CoreOutcome<CoreStandingOrder> {
    const { customerNo, ...rest } = order;
    if (order.skipped.includes(on)) return { kind: 'accepted', value: rest };
    if (on !== order.nextOn || order.skipped.length === 3) return { kind: 'refused', code: 'standing-unknown' };
    const nextOn = `2027-${String(order.skipped.length + 1).padStart(2, '0')}-05`;
    return this.keep(customerNo, { ...rest, skipped: [...order.skipped, on], nextOn, preview: { on: nextOn, expectedFen: 180_000, enough: true } });
  }

  async list(customerNo: string): Promise<CoreRead<readonly CoreStandingOrder[]>> {
    return this.up ? { kind: 'ok', asOf: AS_OF, value: [...this.held.values()].filter((order) => order.customerNo === customerNo) } : { kind: 'unreachable' };
  }

  private keep(customerNo: string, order: CoreStandingOrder): CoreOutcome<CoreStandingOrder> {
    this.held.set(order.orderNo, { ...order, customerNo });
    return { kind: 'accepted', value: order };
  }

  private once(requestNo: string, wish: unknown, work: () => CoreOutcome<CoreStandingOrder>): CoreOutcome<CoreStandingOrder> {
    this.asked.push({ requestNo, body: wish });
    const line = this.lines.shift();
    if (!this.up || line === 'lost') return { kind: 'unknown' };
    const body = JSON.stringify(wish);
    const known = this.answers.get(requestNo);
    if (known !== undefined && known.body !== body) return { kind: 'unknown' };
    const outcome = known?.outcome ?? work();
    this.answers.set(requestNo, { body, outcome });
    return line === 'answer-lost' ? { kind: 'unknown' } : outcome;
  }
}

/** A key that is asked under again later, with the moment it was first asked. */
export class MomentAsking extends AskedOnce {
  name = '11111111-1111-4111-8111-111111111111';
  readonly replies: unknown[] = [];
  async complete(reply: unknown): Promise<void> {
    this.replies.push(reply);
  }
  askingId(): string {
    return this.name;
  }
  askedAt(): Date {
    return new Date(AS_OF);
  }
}

export interface StandingWorld {
  readonly module: TestingModule;
  readonly db: TestDatabase;
  readonly clock: FixedClock;
  readonly core: StandingCore;
  readonly asking: MomentAsking;
  /** What the rules know of whoever asks. */
  readonly facts: { now: WithdrawalFacts };
  readonly overview: { up: boolean };
  /** How many cases were asked for, reading by reading. */
  readonly casesRead: readonly number[];
  close(): Promise<void>;
}

export async function standingWorld(engine: TestEngine): Promise<StandingWorld> {
  const db = await testDatabase(engine, auditRows, migrations);
  const world = { db, clock: fixedClock(), core: new StandingCore(), asking: new MomentAsking(), facts: { now: RENTER }, overview: { up: true }, casesRead: [] as number[] };
  const overviews = {
    read: async () => (world.overview.up ? { state: 'fresh', asOf: AS_OF, askedAt: new Date(AS_OF), overview: { cards: CARDS, accounts: [{}] } } : { state: 'unknown' }),
    makeOld: () => undefined,
  };
  const cases = {
    ofCore: async (personId: string, caseNos: readonly string[]) => {
      world.casesRead.push(caseNos.length);
      return personId === 'lin' && caseNos.includes('YW1') ? [{ caseId: 'case-1', coreCaseNo: 'YW1' }] : [];
    },
  };
  const judge = { situation: async () => ({ pack: packOf('xiamen'), today: '2026-11-21' }), facts: () => world.facts.now };
  const values = new Map<unknown, unknown>([
    [Clock, world.clock], [Database, db.database], [UnitOfWork, db.unitOfWork], [AskedOnce, world.asking], [Log, new SilentLog()], [CoreStandingOrders, world.core], [OverviewStore, overviews],
    [Cases, cases], [JudgeRoutes, judge], [OpaqueIds, new OpaqueIds(testBlindIndex())], [Identities, { of: async (personId: string) => ({ personId, customerNo: `KH-${personId}` }) }],
  ]);
  const module = await Test.createTestingModule({ imports: [outsideModule(values), AuditModule, StandingOrdersModule] }).compile();
  await module.init();
  return {
    ...world,
    module,
    close: async () => {
      await module.close();
      await db.close();
    },
  };
}
