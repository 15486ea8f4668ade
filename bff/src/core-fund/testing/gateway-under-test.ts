import { CoreCalls } from '../adapters/core-calls.ts';
import { STANDARD_REASONS } from '../adapters/core-codes.ts';
import { CoreLine } from '../adapters/core-line.ts';
import { HttpCoreFund } from '../adapters/http-core-fund.ts';
import type { LogEvent } from '../../platform/index.ts';
import { Log, SystemClock } from '../../platform/index.ts';
import { SignedCore } from './signed-core.ts';

export const GATEWAY_KEY = { keyId: 'anju', secret: 'secret-of-the-test' };

/** Keeps the names of what was logged. */
class NotedLog extends Log {
  readonly names: LogEvent[] = [];
  event(name: LogEvent): void {
    this.names.push(name);
  }
}

/** The core's adapter, whole, against a core that says what the test says. */
export class GatewayUnderTest {
  readonly server = new SignedCore(GATEWAY_KEY);
  log = new NotedLog();
  core!: HttpCoreFund;
  calls!: CoreCalls;
  private line: CoreLine | undefined;
  private url = '';

  async listen(): Promise<void> {
    this.url = await this.server.listen();
  }

  /** A new adapter, with nothing heard and nothing logged. */
  open(url = this.url, timeoutMs = 600): this {
    this.log = new NotedLog();
    this.server.heard.length = 0;
    const clock = new SystemClock();
    const config = { url, ...GATEWAY_KEY, timeoutMs, pollSeconds: 2, reasons: STANDARD_REASONS };
    this.line = new CoreLine(config, clock, this.log, { coreCalled: () => undefined });
    this.calls = new CoreCalls(config, this.line, clock, this.log);
    this.core = new HttpCoreFund(config, STANDARD_REASONS, this.calls, clock, this.log);
    return this;
  }

  /** Ends the adapter's connections. */
  async hangUp(): Promise<void> {
    await this.line?.close();
    this.line = undefined;
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
