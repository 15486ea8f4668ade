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
}

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

  /** A purchase application with a voucher handed in. */
  async purchase(key: PersonKey, contract: string | undefined, changes: Json = {}): Promise<Json> {
    return this.application(key, { YWLX: 'PURCHASE', TQYY: '01', GFDZ: '1', CLBH: [await this.material(key)], ...(contract === undefined ? {} : { GFHTBH: contract }), ...changes });
  }

  async material(key: PersonKey): Promise<string> {
    const reply = await this.send('/materials', Buffer.from('%PDF-1.7 voucher'), { 'content-type': 'application/pdf', 'x-core-request': randomUUID(), 'x-core-customer': customerNumber(key) });
    return String(reply.body['CLBH']);
  }

  async journal(query: string): Promise<{ payments: { ywlsh: string; amount: number; state: string; cardTail: string }[]; vouchers: unknown[]; balanced: boolean }> {
    return (await this.control('GET', `/journal?${query}`)).body as never;
  }

  async close(): Promise<void> {
    await this.running.close();
  }
}

/** What the tests read of GR1002. */
export interface Overview {
  readonly CXSJ: string;
  readonly GR: { readonly XINGMING: string; readonly ZJLX: string; readonly ZJHM: string; readonly SJHM: string; readonly CSNY: string; readonly XINGBIE: string; readonly HYZK: string; readonly HJSZD: string };
  readonly ZH: readonly { readonly GRZH: string; readonly GRZHZT: string; readonly GRZHYE: string; readonly GRZHSNJZYE: string; readonly GRZHDNGJYE: string; readonly GRYJCE: string; readonly DWYJCE: string; readonly DWMC?: string; readonly DWZH?: string; readonly JZNY: string; readonly ZTRQ?: string; readonly ZTYY?: string }[];
  readonly SBJC?: { readonly FSE: string; readonly SSNY: string; readonly JZRQ: string };
  readonly JC: { readonly LXYS: string; readonly LJYS: string };
  readonly DK: readonly { readonly DKYE: string; readonly DQYQQS: string; readonly YQZE: string; readonly DKZT: string; readonly DQJHHKJE: string; readonly XCHKRQ: string; readonly DKLL: string }[];
  readonly YHK: readonly { readonly KBH: string; readonly ZHLB: string; readonly KZT: string; readonly GRCKZHHM: string }[];
  readonly FC: readonly unknown[];
  readonly TQ: { readonly ZLJE: string; readonly HK?: { readonly QSRQ: string; readonly JZRQ: string; readonly BJ: string; readonly LX: string }; readonly SCTQ: readonly { readonly YWLX: string; readonly JZRQ: string }[]; readonly XCTQRQ?: readonly { readonly YWLX: string; readonly RQ: string }[]; readonly ZBYW: readonly { readonly YWLSH: string }[] };
  readonly HYBZ: readonly string[];
  readonly ZY?: readonly { readonly ZCZXMC: string; readonly FSE: string }[];
}
