import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { PersonKey } from '../../people.ts';
import { customerNumber } from '../generation/generate.ts';
import { startCoreFund, type RunningCoreFund } from '../server.ts';

export const KEY_ID = 'anju-test';
export const SECRET = 'a secret of the tests only';
type Json = Record<string, unknown>;

/** A reply of the gateway as the caller sees it. */
export interface Reply {
  readonly status: number;
  readonly code: string;
  readonly head: Json;
  readonly body: Json;
  readonly headers: Headers;
  readonly bytes: string;
}
export interface WorldOptions {
  /** The machine's moment when the world begins, China time `2026-11-20 10:00:00`; it stands still unless moved. */
  readonly at?: string;
  readonly callbackUrl?: string;
  readonly stateDir?: string;
  readonly centre?: string;
}

/** The reason of each route, as interface.md has it. */
export const REASONS: Readonly<Record<string, string>> = {
  PURCHASE: '01', DOWN_PAYMENT: '01', BUILD_OR_REPAIR: '02', RENOVATION: '02', PROPERTY_FEE: '99', RENT: '07', REPAY_FUND_LOAN: '06', REPAY_COMMERCIAL_LOAN: '06', LIFT: '02', ILLNESS: '09', RETIREMENT: '03', DISABILITY: '04',
  LEAVE_JOB: '05', EMIGRATION: '05', DEATH: '08',
};
const CLOSING = ['RETIREMENT', 'DISABILITY', 'LEAVE_JOB', 'EMIGRATION', 'DEATH'];

/** The tests' own reading of interface.md §1.2; shares nothing with the stand-in's. */
export function signForTest(secret: string, method: string, path: string, time: string, nonce: string, body: string | Buffer): string {
  return createHmac('sm3', secret).update(`${method}\n${path}\n${time}\n${nonce}\n${createHash('sm3').update(body).digest('hex')}`).digest('hex');
}

/** A running core in this process with a machine clock of its own, and a caller who signs. */
export class World {
  private constructor(
    readonly running: RunningCoreFund,
    private moment: { ms: number },
  ) {}

  static async start(options: WorldOptions = {}): Promise<World> {
    const moment = { ms: Date.parse(`${(options.at ?? '2026-11-20 10:00:00').replace(' ', 'T')}+08:00`) };
    const running = await startCoreFund({
      stateDir: options.stateDir ?? ':memory:', keyId: KEY_ID, secret: SECRET, port: 0, controlPort: 0, machineNow: () => moment.ms, firstPushWaitMs: 20,
      ...(options.centre === undefined ? {} : { centre: options.centre }),
      ...(options.callbackUrl === undefined ? {} : { callbackUrl: options.callbackUrl }),
    });
    return new World(running, moment);
  }

  get now(): number {
    return this.moment.ms;
  }

  /** Moves the machine's clock. */
  tick(ms: number): void {
    this.moment.ms += ms;
  }

  async send(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Reply> {
    const time = String(this.moment.ms);
    const nonce = headers['x-core-nonce'] ?? randomUUID();
    const signed = { 'x-core-key': KEY_ID, 'x-core-time': time, 'x-core-nonce': nonce, 'x-core-sign': signForTest(SECRET, 'POST', path, headers['x-core-time'] ?? time, nonce, body) };
    const reply = await fetch(`${this.running.url}${path}`, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers: { 'content-type': 'application/json', ...signed, ...headers } });
    const bytes = await reply.text();
    const given = JSON.parse(bytes) as { head?: Json; body?: Json };
    return { status: reply.status, code: String(given.head?.['XYM'] ?? ''), head: given.head ?? {}, body: given.body ?? {}, headers: reply.headers, bytes };
  }

  /** A transaction with a fresh or a given request number. */
  async call(transaction: string, body: Json, requestNo: string = randomUUID()): Promise<Reply> {
    return this.send('/gateway', JSON.stringify({ head: { JYDM: transaction, QQLSH: requestNo, FSJD: 'ANJU', FSSJ: '20261120100000' }, body }));
  }

  async control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json): Promise<{ status: number; body: Json }> {
    const reply = await fetch(`${this.running.controlUrl}${path}`, body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return { status: reply.status, body: (await reply.json()) as Json };
  }

  async overview(key: PersonKey): Promise<Overview> {
    return (await this.call('GR1002', { KHBH: customerNumber(key) })).body as unknown as Overview;
  }

  /** An application that the core takes, from the person's own overview, with changes. */
  async application(key: PersonKey, changes: Json = {}): Promise<Json> {
    const own = await this.overview(key);
    return {
      KHBH: customerNumber(key), GRZH: own.ZH[0]?.GRZH, YWLX: 'REPAY_FUND_LOAN', TQYY: '06', TQFS: '02', FSE: '1000.00', KBH: own.YHK[0]?.KBH, SQSJ: '20261120100000', ...changes,
    };
  }

  /** An application by any route: a closing one asks for the whole balance, a down payment for the first escrow account on the register. */
  async withdrawal(key: PersonKey, YWLX: string, changes: Json = {}): Promise<Json> {
    const own = await this.overview(key);
    const whole = CLOSING.includes(YWLX) ? { FSE: own.ZH[0]?.GRZHYE } : {};
    const body = await this.application(key, { YWLX, TQYY: REASONS[YWLX], ...whole, ...changes });
    if (YWLX !== 'DOWN_PAYMENT') return body;
    const homes = ((await this.sources(key))['BDC']?.['FC'] ?? []) as { JGZH?: { ZHHM: string } }[];
    const { KBH: _card, ...rest } = body;
    return { JGZH: homes.find((home) => home.JGZH !== undefined)?.JGZH?.ZHHM ?? '35101560099', ...rest };
  }

  /** GX1001 of a person, by source. */
  async sources(key: PersonKey): Promise<Readonly<Record<string, Json | undefined>>> {
    const { body } = await this.call('GX1001', { KHBH: customerNumber(key) });
    return Object.fromEntries((body['HY'] as Json[]).map((one) => [String(one['LY']), one]));
  }

  /** Runs a piece of a test and undoes all it did, the clock's moves too. */
  async undone(work: () => Promise<void>): Promise<void> {
    const { core } = this.running;
    core.store.exec('BEGIN');
    try {
      await work();
    } finally {
      core.store.exec('ROLLBACK');
      core.clock.reset();
    }
  }

  /** A purchase application with a voucher handed in. */
  async purchase(key: PersonKey, contract: string | undefined, changes: Json = {}): Promise<Json> {
    return this.application(key, { YWLX: 'PURCHASE', TQYY: '01', GFDZ: '1', CLBH: [await this.material(key)], ...(contract === undefined ? {} : { GFHTBH: contract }), ...changes });
  }

  /** A pre-application that the core takes: the person's own contract, 300,000 yuan over 20 years. */
  async preApplication(key: PersonKey, changes: Json = {}): Promise<Json> {
    const { contractNumber } = (await this.control('GET', `/people/${key}`)).body as { contractNumber?: string };
    return {
      KHBH: customerNumber(key), SQJE: '300000.00', DKQS: '240', DKHKFS: '01', FWZJ: '1480000.00', FWTS: '1', FWLX: '1', SQSJ: '20261120100000',
      ...(contractNumber === undefined ? {} : { GFHTBH: contractNumber }), ...changes,
    };
  }

  /** A prepayment of 50,000 yuan that keeps the instalment, from the first card. */
  async prepayment(key: PersonKey, changes: Json = {}): Promise<Json> {
    const own = await this.overview(key);
    return { KHBH: customerNumber(key), DKZH: own.DK[0]?.DKZH, HKLX: '3', HKJE: '50000.00', SQFS: '1', KBH: own.YHK[0]?.KBH, SQSJ: '20261120100000', ...changes };
  }

  async plan(key: PersonKey): Promise<Plan> {
    return (await this.call('DK1001', { KHBH: customerNumber(key), DKZH: (await this.overview(key)).DK[0]?.DKZH })).body as unknown as Plan;
  }

  /** The clerk's hand until a state is reached. */
  async advanceTo(ywlsh: string, state: string): Promise<void> {
    for (let step = 0; step < 8; step += 1) {
      if ((await this.control('POST', `/cases/${ywlsh}/advance`)).body['state'] === state) return;
    }
    throw new Error(`${ywlsh} never came to ${state}`);
  }

  /** A pre-application that waits for its signing; its number. */
  async waitingForSigning(key: PersonKey, changes: Json = {}): Promise<string> {
    const { body, code } = await this.call('DK1002', await this.preApplication(key, changes));
    if (code !== '000000') throw new Error(`refused with ${code}`);
    await this.advanceTo(String(body['YWLSH']), 'MQ');
    return String(body['YWLSH']);
  }

  async material(key: PersonKey): Promise<string> {
    const reply = await this.send('/materials', Buffer.from('%PDF-1.7 voucher'), { 'content-type': 'application/pdf', 'x-core-request': randomUUID(), 'x-core-customer': customerNumber(key) });
    return String(reply.body['CLBH']);
  }

  async journal(query: string): Promise<Journal> {
    return (await this.control('GET', `/journal?${query}`)).body as never;
  }

  async close(): Promise<void> {
    await this.running.close();
  }
}

/** One world for all tests of a describe; what each of them does, the clock's moves too, is undone after it. */
export function shareWorld(use: (world: World) => void): void {
  let shared: World;
  beforeAll(async () => {
    shared = await World.start();
    use(shared);
  });
  afterAll(async () => shared.close());
  beforeEach(() => void shared.running.core.store.exec('BEGIN'));
  afterEach(() => {
    shared.running.core.store.exec('ROLLBACK');
    shared.running.core.clock.reset();
  });
}

interface Voucher {
  readonly day: string;
  readonly words: string;
  readonly ywlsh: string | null;
  readonly lines: readonly { readonly subject: string; readonly owner: string | null; readonly debit: number; readonly credit: number }[];
}
/** What the tests read of the journal. */
export interface Journal {
  readonly payments: readonly {
    readonly ywlsh: string; readonly amount: number; readonly principal: number; readonly interest: number; readonly principalAccount: string; readonly interestAccount?: string; readonly busType: string; readonly state: string;
    readonly cardTail: string;
  }[];
  readonly collections: readonly { readonly ywlsh: string; readonly loan: string; readonly principal: number; readonly interest: number; readonly amount: number; readonly state: string; readonly cardTail: string }[];
  readonly bookings: readonly { readonly bookingNo: string; readonly slot: string; readonly point: string; readonly key: string; readonly ywlsh: string | null; readonly ywlx: string | null; readonly state: string }[];
  readonly vouchers: readonly Voucher[];
  readonly balanced: boolean;
}

/** What the tests read of DK1001. */
export interface Plan {
  readonly JH: readonly { readonly DQQC: string; readonly YHRQ: string; readonly YHJE: string; readonly YHBJ: string; readonly YHLX: string; readonly YE: string; readonly DKLL: string; readonly ZT: string }[];
  readonly HSBJZE: string;
  readonly HSLXZE: string;
  readonly TQGHBJZE: string;
}

/** Fen of yuan text. */
export const fenOf = (yuan: unknown): number => Math.round(Number(yuan) * 100);

/** What the tests read of GR1002. */
export interface Overview {
  readonly CXSJ: string;
  readonly GR: { readonly XINGMING: string; readonly ZJLX: string; readonly ZJHM: string; readonly SJHM: string; readonly CSNY: string; readonly XINGBIE: string; readonly HYZK: string; readonly HJSZD: string };
  readonly ZH: readonly { readonly GRZH: string; readonly GRZHZT: string; readonly GRZHYE: string; readonly GRZHSNJZYE: string; readonly GRZHDNGJYE: string; readonly GRYJCE: string; readonly DWYJCE: string; readonly DWMC?: string; readonly DWZH?: string; readonly PJYE: string; readonly JZNY: string; readonly ZTRQ?: string; readonly ZTYY?: string }[];
  readonly SBJC?: { readonly FSE: string; readonly SSNY: string; readonly JZRQ: string };
  readonly JC: { readonly LXYS: string; readonly LJYS: string };
  readonly DKCS: string;
  readonly DK: readonly { readonly DKZH: string; readonly HTDKJE: string; readonly DKHKFS: string; readonly DKQS: string; readonly DKFFRQ: string; readonly HSBJZE: string; readonly HSLXZE: string; readonly TQGHBJZE: string; readonly SYQS: string; readonly CHD: { readonly ZT: string; readonly QYRQ?: string }; readonly DKYE: string; readonly DQYQQS: string; readonly YQZE: string; readonly DKZT: string; readonly DQJHHKJE: string; readonly XCHKRQ: string; readonly DKLL: string; readonly JKR?: '2' }[];
  readonly YHK: readonly { readonly KBH: string; readonly ZHLB: string; readonly KZT: string; readonly GRCKZHHM: string }[];
  readonly FC: readonly unknown[];
  readonly TQ: { readonly ZLJE: string; readonly HK?: { readonly QSRQ: string; readonly JZRQ: string; readonly BJ: string; readonly LX: string }; readonly SCTQ: readonly { readonly YWLX: string; readonly JZRQ: string }[]; readonly XCTQRQ?: readonly { readonly YWLX: string; readonly RQ: string }[]; readonly ZBYW: readonly { readonly YWLSH: string; readonly YWLX: string }[] } & Readonly<Record<string, unknown>>;
  readonly HYBZ: readonly string[];
  readonly ZY?: readonly { readonly ZCZXMC: string; readonly FSE: string }[];
}
