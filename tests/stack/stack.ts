import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { StackKeys } from './keys.ts';
import { launch, root, typescript } from './process.ts';
import type { Program } from './process.ts';

export interface StackPorts {
  readonly bff: number;
  readonly core: number;
  readonly coreControl: number;
  readonly wechat: number;
  readonly identity: number;
  readonly sms: number;
}
export interface StackOptions {
  /** Where every program keeps its state. */
  readonly stateDir: string;
  readonly keys: StackKeys;
  readonly ports: StackPorts;
  /** `sqlite:<path>` or a mariadb:// address with its database. */
  readonly databaseUrl: string;
  /** The front door's own address. */
  readonly doorUrl: string;
  /** ISO moment at which all clocks of the stack begin; the present when absent. */
  readonly now?: string;
  /** More for the BFF's environment. */
  readonly bff?: Readonly<Record<string, string>>;
}

export const at = (port: number): string => `http://127.0.0.1:${port}`;

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export async function freePorts(): Promise<StackPorts> {
  const [bff = 0, core = 0, coreControl = 0, wechat = 0, identity = 0, sms = 0] = await Promise.all(Array.from({ length: 6 }, freePort));
  return { bff, core, coreControl, wechat, identity, sms };
}

/** The BFF and the four stand-ins, each a process of its own. */
export class Stack {
  readonly options: StackOptions;
  readonly #running = new Map<string, Program>();
  #pastOutput = '';

  constructor(options: StackOptions) {
    this.options = options;
    mkdirSync(options.stateDir, { recursive: true });
  }

  get urls() {
    const { ports } = this.options;
    return { bff: at(ports.bff), core: at(ports.core), coreControl: at(ports.coreControl), wechat: at(ports.wechat), identity: at(ports.identity), sms: at(ports.sms) };
  }

  async start(): Promise<void> {
    await this.startCore();
    await Promise.all([this.startQuiet(), this.startBff()]);
  }

  /** The three that nobody kills: WeChat, identity check, SMS. */
  async startQuiet(): Promise<void> {
    await Promise.all([this.#startWechat(), this.#startIdentity(), this.#startSms()]);
  }

  #env(more: Record<string, string>): Record<string, string> {
    const clock = this.options.now
      ? { ANJU_TEST_NOW: this.options.now, NODE_OPTIONS: `--require=${root}tests/clock/shift.cjs` }
      : {};
    return { NODE_ENV: 'development', ...clock, ...this.options.keys, ...more };
  }

  async #launch(name: string, program: string, env: Record<string, string>): Promise<void> {
    this.#running.set(name, await launch({ name, args: [program], env: this.#env(env) }));
  }

  async startCore(): Promise<void> {
    const { ports, stateDir } = this.options;
    return this.#launch('core-fund', await typescript('tests/sandbox/core-fund/main.ts'), {
      PORT: String(ports.core),
      CONTROL_PORT: String(ports.coreControl),
      STATE_DIR: `${stateDir}/core-fund`,
      CORE_CALLBACK_URL: `${this.urls.bff}/api/v1/callbacks/core/events`,
    });
  }

  async #startWechat(): Promise<void> {
    return this.#launch('wechat', await typescript('tests/sandbox/wechat/main.ts'), { PORT: String(this.options.ports.wechat), STATE_DIR: `${this.options.stateDir}/wechat`, PEOPLE_URL: this.urls.coreControl });
  }

  async #startIdentity(): Promise<void> {
    const { ports, stateDir, doorUrl } = this.options;
    return this.#launch('identity-check', await typescript('tests/sandbox/identity-check/main.ts'), { PORT: String(ports.identity), STATE_DIR: `${stateDir}/identity-check`, PEOPLE_URL: this.urls.coreControl, PUBLIC_BASE: `${doorUrl}/console/identity` });
  }

  async #startSms(): Promise<void> {
    return this.#launch('sms', await typescript('tests/sandbox/sms/main.ts'), { PORT: String(this.options.ports.sms), STATE_DIR: `${this.options.stateDir}/sms` });
  }

  startBff(): Promise<void> {
    const { ports, stateDir, databaseUrl, doorUrl, bff = {} } = this.options;
    return this.#launch('bff', `${root}bff/dist/main.js`, {
      PORT: String(ports.bff),
      HOST: '127.0.0.1',
      PUBLIC_URL: `${doorUrl}/h5`,
      CENTRE: 'xiamen',
      DATABASE_URL: databaseUrl,
      FILES_DIR: `${stateDir}/files`,
      ARCHIVE_DIR: `${stateDir}/archive`,
      CORE_URL: this.urls.core,
      WECHAT_URL: this.urls.wechat,
      SMS_URL: this.urls.sms,
      FACEID_URL: this.urls.identity,
      ...bff,
    });
  }

  /** Whether a program lives: false as well when it ended by itself. */
  runs(name: string): boolean {
    return this.#running.get(name)?.running() ?? false;
  }

  /** Ends one program; what it wrote is kept for `outputOf`. */
  async end(name: string, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const program = this.#running.get(name);
    if (!program) return;
    await program.end(signal);
    if (name === 'bff') this.#pastOutput += program.output();
    this.#running.delete(name);
  }

  /** All the BFF has written since the stack began, restarts included. */
  bffOutput(): string {
    return this.#pastOutput + (this.#running.get('bff')?.output() ?? '');
  }

  async close(): Promise<void> {
    await this.end('bff');
    await Promise.all([...this.#running.keys()].map((name) => this.end(name)));
  }
}
