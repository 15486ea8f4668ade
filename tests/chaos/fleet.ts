import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { Control } from '../e2e/world/control.ts';
import { makeKeys } from '../stack/keys.ts';
import { at, freePort, freePorts, Stack } from '../stack/stack.ts';
import type { StackOptions } from '../stack/stack.ts';
import type { Chance } from './chance.ts';
import { Member } from './member.ts';
import type { Life } from './member.ts';

/** How the private MariaDB is served, laid out by the provisioning scripts. */
export interface DatabasePlan {
  readonly program: string;
  readonly args: readonly string[];
  readonly url: string;
}

/** More for both BFFs: nobody is to be stopped by a limit, and everything is to be tried soon. */
const BFF_ENV = { LOG_LEVEL: 'info', RATE_PER_MINUTE: '100000', FACE_FRESH_MINUTES: '120', CORE_POLL_SECONDS: '1', OUTBOX_POLL_MS: '200' };
/** How far the clock of a BFF may be off after a restart; the core takes five minutes. */
const SKEW_MS = 20_000;
const WORDS = 3000;

const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

export const mysqlUrl = (plan: DatabasePlan): string => plan.url.replace(/^mariadb:/, 'mysql:');

async function answers(plan: DatabasePlan): Promise<boolean> {
  const connection = await createConnection(mysqlUrl(plan)).catch(() => undefined);
  await connection?.end();
  return connection !== undefined;
}

async function serveDatabase(plan: DatabasePlan): Promise<Life> {
  const child = spawn(plan.program, [...plan.args], { stdio: 'ignore' });
  children.add(child);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve(void children.delete(child))));
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  while (!(await answers(plan))) {
    if (!alive()) throw new Error('the database ended at once');
    await sleep(50);
  }
  return { alive, kill: () => stop('SIGKILL'), end: () => stop('SIGTERM'), lastWords: () => 'mariadbd' };
}

async function lifeIn(stack: Stack, name: 'bff' | 'core-fund', begun: Promise<void>): Promise<Life> {
  await begun;
  return {
    alive: () => stack.runs(name),
    kill: () => stack.end(name, 'SIGKILL'),
    end: () => stack.end(name),
    lastWords: () => (name === 'bff' ? stack.bffOutput().slice(-WORDS) : name),
  };
}

/** Two BFFs on one database, the core, and the quiet stand-ins: each a process, the first four to be killed. */
export class Fleet {
  readonly bffs: readonly [Member, Member];
  readonly core: Member;
  readonly database: Member;
  /** Addresses of the two BFFs. */
  readonly urls: readonly [string, string];
  readonly control: Control;
  readonly #quiet: Stack;
  readonly #options: readonly [StackOptions, StackOptions];

  private constructor(plan: DatabasePlan, options: readonly [StackOptions, StackOptions], chance: Chance) {
    this.#options = options;
    this.urls = [at(options[0].ports.bff), at(options[1].ports.bff)];
    this.#quiet = new Stack(options[0]);
    this.control = new Control(this.#quiet.urls);
    this.database = new Member('database', () => serveDatabase(plan));
    const bff = (nth: 0 | 1): Member =>
      new Member(`bff ${'ab'[nth]}`, () => {
        const now = chance.happens(0.4) ? { now: new Date(Date.now() + chance.between(-SKEW_MS, SKEW_MS)).toISOString() } : {};
        const stack = new Stack({ ...options[nth], ...now });
        return lifeIn(stack, 'bff', stack.startBff());
      });
    this.bffs = [bff(0), bff(1)];
    // It pushes its events to the one or the other.
    this.core = new Member('core', () => {
      const stack = new Stack(chance.pick(options));
      return lifeIn(stack, 'core-fund', stack.startCore());
    });
  }

  /** Everything up, and up for the first time one after the other: the database, then the core, then the BFFs. */
  static async open(plan: DatabasePlan, stateDir: string, chance: Chance): Promise<Fleet> {
    const ports = await freePorts();
    const first: StackOptions = { stateDir, keys: makeKeys(), ports, databaseUrl: plan.url, doorUrl: at(await freePort()), bff: BFF_ENV };
    const fleet = new Fleet(plan, [first, { ...first, ports: { ...ports, bff: await freePort() } }], chance);
    try {
      await Promise.all([fleet.database.first(), fleet.core.first()]);
      await fleet.#quiet.startQuiet();
      await Promise.all(fleet.bffs.map((bff) => bff.first()));
    } catch (error) {
      await fleet.close();
      throw error;
    }
    return fleet;
  }

  get members(): readonly Member[] {
    return [this.database, this.core, ...this.bffs];
  }

  /** The template of the SMS about a case. */
  get caseTemplate(): string {
    return this.#options[0].keys['SMS_TEMPLATE_CASE'] ?? '';
  }

  /** Whether a phone can have something done: one BFF, the database and the core are up. */
  get works(): boolean {
    return this.database.isUp() && this.core.isUp() && this.bffs.some((bff) => bff.isUp());
  }

  /** Resolves when all are up. */
  async ready(): Promise<void> {
    await Promise.all(this.members.map((member) => member.ready()));
    for (const member of this.members) member.look();
    await Promise.all(this.members.map((member) => member.ready()));
  }

  async close(): Promise<void> {
    await Promise.all(this.bffs.map((bff) => bff.close()));
    await this.core.close();
    await this.#quiet.close();
    await this.database.close();
  }
}
