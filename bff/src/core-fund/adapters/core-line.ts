import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { CoreConfig } from '../../config.ts';
import type { Clock, Log, Metrics } from '../../platform/index.ts';
import type { TransactionCode, WireObject, WireReply } from './core-fund.wire.ts';
import { objectOf, text, WireError } from './core-fund.wire.ts';
import { signedHeaders, verifiedNonce } from './signature.ts';
import { wireMoment } from './wire-values.ts';

/** Either a reply whose signature holds and which answers this request, or none that can be used. */
export type LineAnswer = { readonly kind: 'reply'; readonly reply: WireReply } | { readonly kind: 'silence'; readonly reason: SilenceReason };
export type SilenceReason = 'timeout' | 'connection' | 'status' | 'malformed' | 'signature' | 'not-ours';

const CONNECTIONS = 32;
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** One message to the core, as it travels. */
interface Message {
  readonly code: TransactionCode;
  readonly requestNo: string;
  readonly path: string;
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

/** The signed line to the core: one exchange, one deadline, no repeats. */
export class CoreLine {
  private readonly pool: Pool;
  private readonly basePath: string;

  constructor(
    private readonly config: CoreConfig,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Pick<Metrics, 'coreCalled'>,
  ) {
    const url = new URL(config.url);
    this.basePath = url.pathname.replace(/\/$/, '');
    this.pool = new Pool(url.origin, { connections: CONNECTIONS, pipelining: 1, keepAliveTimeout: 10_000, maxResponseSize: MAX_REPLY_BYTES, connect: { timeout: config.timeoutMs } });
  }

  /** A transaction in the envelope of §1.1. */
  exchange(code: TransactionCode, requestNo: string, body: WireObject, deadlineMs: number): Promise<LineAnswer> {
    const head = { JYDM: code, QQLSH: requestNo, FSJD: 'ANJU', FSSJ: wireMoment(this.clock.now()) };
    const bytes = Buffer.from(JSON.stringify({ head, body }), 'utf8');
    return this.send({ code, requestNo, path: '/gateway', body: bytes, headers: { 'content-type': 'application/json; charset=utf-8' } }, deadlineMs);
  }

  /** CL1001: the bytes themselves. */
  deliver(requestNo: string, customerNo: string, mediaType: string, bytes: Buffer, deadlineMs: number): Promise<LineAnswer> {
    const headers = { 'content-type': mediaType, 'x-core-request': requestNo, 'x-core-customer': customerNo };
    return this.send({ code: 'CL1001', requestNo, path: '/materials', body: bytes, headers }, deadlineMs);
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  static newRequestNo(): string {
    return randomUUID();
  }

  private async send(message: Message, deadlineMs: number): Promise<LineAnswer> {
    const startedAt = this.clock.now().getTime();
    const answer = await this.once(message, deadlineMs);
    const ms = this.clock.now().getTime() - startedAt;
    const outcome = answer.kind === 'reply' ? answer.reply.head.XYM : answer.reason;
    this.metrics.coreCalled(message.code, outcome, ms / 1000);
    if (answer.kind === 'reply') this.log.event('core.call', { call: message.code, outcome, ms });
    else this.log.event(answer.reason === 'signature' ? 'core.signature' : 'core.failed', { call: message.code, reason: answer.reason, ms });
    return answer;
  }

  private async once(message: Message, deadlineMs: number): Promise<LineAnswer> {
    const path = this.basePath + message.path;
    const key = this.config;
    const signed = signedHeaders(key, 'POST', path, message.body, this.clock.now());
    try {
      const signal = AbortSignal.timeout(Math.max(1, deadlineMs));
      const response = await this.pool.request({ method: 'POST', path, body: message.body, headers: { ...message.headers, ...signed }, signal });
      const bytes = Buffer.from(await response.body.arrayBuffer());
      const nonce = verifiedNonce(key, 'REPLY', path, response.headers, bytes, this.clock.now());
      if (response.statusCode >= 500) return { kind: 'silence', reason: 'status' };
      if (nonce !== signed['x-core-nonce']) return { kind: 'silence', reason: 'signature' };
      if (response.statusCode !== 200) return { kind: 'silence', reason: 'status' };
      return readReply(bytes, message);
    } catch (error) {
      return { kind: 'silence', reason: isTimeout(error) ? 'timeout' : 'connection' };
    }
  }
}

function isTimeout(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: string };
  return name === 'TimeoutError' || name === 'AbortError' || code === 'UND_ERR_CONNECT_TIMEOUT';
}

function readReply(bytes: Buffer, message: Message): LineAnswer {
  try {
    const envelope = objectOf(JSON.parse(bytes.toString('utf8')), 'envelope');
    const head = objectOf(envelope['head'], 'head');
    const read = { JYDM: text(head, 'JYDM'), QQLSH: text(head, 'QQLSH'), XYM: text(head, 'XYM'), XYSJ: text(head, 'XYSJ') };
    if (read.JYDM !== message.code || read.QQLSH !== message.requestNo) return { kind: 'silence', reason: 'not-ours' };
    return { kind: 'reply', reply: { head: read, body: objectOf(envelope['body'] ?? {}, 'body') } };
  } catch (error) {
    if (error instanceof WireError || error instanceof SyntaxError) return { kind: 'silence', reason: 'malformed' };
    throw error;
  }
}
