import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { randomUUID } from 'node:crypto';
import { customerNumber } from './generation/generate.ts';
import { signForTest } from './testing/world.ts';

const MAIN = join(__dirname, 'main.ts');
const SECRET = 'a secret of the process tests';

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly controlUrl: string;
}

/** The process lives on the day this suite lives on. */
function sameDay(): Record<string, string> {
  const now = process.env['ANJU_TEST_NOW'];
  return now ? { ANJU_TEST_NOW: now, NODE_OPTIONS: `--require=${join(__dirname, '../../clock/shift.cjs')}` } : {};
}

function launch(stateDir: string, env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', '--conditions', 'anju-source', MAIN], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', CONTROL_PORT: '0', STATE_DIR: stateDir, CORE_KEY_ID: 'k', CORE_SECRET: SECRET, ...sameDay(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function started(stateDir: string): Promise<Started> {
  const child = launch(stateDir);
  if (child.stdout === null) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { event: string; name: string; port: number; url: string; controlUrl: string };
    expect(said).toMatchObject({ event: 'listening', name: 'core-fund' });
    return { child, url: said.url, controlUrl: said.controlUrl };
  }
  throw new Error('it never listened');
}

const ended = async (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', (code) => resolve(code)));

async function call(url: string, JYDM: string, body: Record<string, unknown>, QQLSH: string = randomUUID()): Promise<{ head: Record<string, string>; body: Record<string, unknown> }> {
  const bytes = JSON.stringify({ head: { JYDM, QQLSH }, body });
  const [time, nonce] = [String(Date.now()), randomUUID()];
  const headers = { 'content-type': 'application/json', 'x-core-key': 'k', 'x-core-time': time, 'x-core-nonce': nonce, 'x-core-sign': signForTest(SECRET, 'POST', '/gateway', time, nonce, bytes) };
  return (await (await fetch(`${url}/gateway`, { method: 'POST', headers, body: bytes })).json()) as never;
}

describe('the core as a process', () => {
  let stateDir: string;
  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'anju-core-'));
  });
  afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

  it('keeps what it answered through a kill -9, and ends with 0 when asked to', async () => {
    const first = await started(stateDir);
    const KHBH = customerNumber('loan-in-order');
    const own = (await call(first.url, 'GR1002', { KHBH })).body as { ZH: { GRZH: string }[]; YHK: { KBH: string }[] };
    const wish = { KHBH, GRZH: own.ZH[0]?.GRZH, YWLX: 'REPAY_FUND_LOAN', TQYY: '06', TQFS: '02', FSE: '1234.56', KBH: own.YHK[0]?.KBH, SQSJ: '20261120100000' };
    const paid = await call(first.url, 'TQ1002', wish, 'kill-nine-0001');
    expect(paid.body['ZT']).toBe('DZ');
    const killed = ended(first.child);
    first.child.kill('SIGKILL');
    await killed;

    const second = await started(stateDir);
    expect((await call(second.url, 'TQ1003', { YQQLSH: 'kill-nine-0001' })).body).toEqual(paid.body);
    expect((await call(second.url, 'TQ1002', wish, 'kill-nine-0001')).head).toMatchObject({ XYM: '000000', CFBZ: '1' });
    const journal = (await (await fetch(`${second.controlUrl}/journal?key=loan-in-order`)).json()) as { payments: unknown[]; balanced: boolean };
    expect([journal.payments.length, journal.balanced]).toEqual([1, true]);
    const stopped = ended(second.child);
    second.child.kill('SIGTERM');
    expect(await stopped).toBe(0);
  }, 30_000);

  it.each([
    ['NODE_ENV=production', { NODE_ENV: 'production' }, 'NODE_ENV=production'],
    ['a port that is none', { PORT: 'http' }, 'PORT'],
    ['no secret', { CORE_SECRET: '' }, 'CORE_SECRET'],
  ])('does not start with %s, and says why in one line', async (_what, env, words) => {
    const child = launch(stateDir, env);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await ended(child)).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(words);
  }, 30_000);
});
