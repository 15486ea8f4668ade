import type { CoreConfig } from '../../config.ts';
import type { Clock, Log } from '../../platform/index.ts';
import type { CoreOutcome, CoreRead } from '../core-fund.port.ts';
import { SUCCESS } from './core-codes.ts';
import type { TransactionCode, WireObject, WireReply } from './core-fund.wire.ts';
import { WireError } from './core-fund.wire.ts';
import type { LineAnswer } from './core-line.ts';
import { CoreLine } from './core-line.ts';
import { ReadingPolicy } from './reading-policy.ts';
import { refusalOf } from './translate-case.ts';
import { moment } from './wire-values.ts';

type Refused = Extract<CoreOutcome<never>, { kind: 'refused' }>;

/** How the core is called: reading again within the time of one call, writing once, and what an answer means to the port. */
export class CoreCalls {
  private readonly policy: ReadingPolicy;
  private lastHeard: 'up' | 'down' | 'unknown' = 'unknown';

  constructor(
    private readonly config: CoreConfig,
    private readonly line: CoreLine,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.policy = new ReadingPolicy((state) => this.log.event('core.breaker', { state }));
  }

  /** Whether the last call was answered. */
  state(): 'up' | 'down' | 'unknown' {
    return this.lastHeard;
  }

  /** A call that is sent once, whatever comes back. */
  async once(code: TransactionCode, requestNo: string, body: WireObject): Promise<LineAnswer> {
    return this.heard(await this.line.exchange(code, requestNo, body, this.config.timeoutMs));
  }

  /** A material, sent once. */
  async deliver(requestNo: string, customerNo: string, material: { readonly mediaType: string; readonly bytes: Buffer }): Promise<LineAnswer> {
    return this.heard(await this.line.deliver(requestNo, customerNo, material.mediaType, material.bytes, this.config.timeoutMs));
  }

  private heard(answer: LineAnswer): LineAnswer {
    this.lastHeard = answer.kind === 'reply' ? 'up' : 'down';
    return answer;
  }

  /** A reading call, tried again within its time. */
  async repeatable(code: TransactionCode, body: WireObject): Promise<LineAnswer> {
    const now = (): number => this.clock.now().getTime();
    return this.heard(await this.policy.read(this.config.timeoutMs, now, (leftMs) => this.line.exchange(code, CoreLine.newRequestNo(), body, leftMs)));
  }

  /** A reading call, put into our words. */
  async reading<T>(
    code: TransactionCode,
    body: WireObject,
    translate: (body: WireObject) => T,
    asOf: (reply: WireReply) => string = (reply) => moment({ ...reply.head }, 'XYSJ'),
  ): Promise<CoreRead<T>> {
    const answer = await this.repeatable(code, body);
    if (answer.kind === 'silence') return { kind: 'unreachable' };
    const { head, body: said } = answer.reply;
    try {
      if (head.XYM === SUCCESS) return { kind: 'ok', value: translate(said), asOf: asOf(answer.reply) };
      const refusal = refusalOf(head.XYM, said);
      return refusal === undefined ? { kind: 'unreachable' } : { kind: 'refused', code: refusal.code };
    } catch (error) {
      this.untranslatable(code, error);
      return { kind: 'unreachable' };
    }
  }

  /** A writing call, sent once. */
  async writing<T>(code: TransactionCode, requestNo: string, body: WireObject, translate: (body: WireObject) => T): Promise<CoreOutcome<T>> {
    return this.outcome(code, await this.once(code, requestNo, body), translate);
  }

  /** Whatever is not a clear yes or a clear no is unknown: 900500 says so itself, 900503 leaves it open, silence says nothing. */
  outcome<T, R extends Refused = Refused>(
    code: TransactionCode,
    answer: LineAnswer,
    translate: (body: WireObject) => T,
    refuse: (responseCode: string, body: WireObject) => Refused | R | undefined = refusalOf,
  ): Exclude<CoreOutcome<T>, Refused> | Refused | R {
    if (answer.kind === 'silence') return { kind: 'unknown' };
    const { head, body } = answer.reply;
    try {
      if (head.XYM === SUCCESS) return { kind: 'accepted', value: translate(body) };
      return refuse(head.XYM, body) ?? { kind: 'unknown' };
    } catch (error) {
      this.untranslatable(code, error);
      return { kind: 'unknown' };
    }
  }

  notKnown(call: string): (field: string) => void {
    return (field) => this.log.event('core.untranslatable', { call, field });
  }

  untranslatable(call: string, error: unknown): void {
    if (!(error instanceof WireError) && !(error instanceof SyntaxError)) throw error;
    this.log.event('core.untranslatable', { call, field: error instanceof WireError ? error.field : 'json' });
  }
}
