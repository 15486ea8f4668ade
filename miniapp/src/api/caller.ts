import { API_BASE, endpoints } from '@anju/shared/contract';
import type { BodyOf, EndpointName, None, ParamsOf, QueryOf, ReplyOf, SessionReply } from '@anju/shared/contract';
import type { HttpReply, Send } from '../platform/ports.ts';
import { ApiProblem, problemOf } from './problem.ts';
import type { SessionKeeper } from './session-keeper.ts';

type Row<Name extends EndpointName> = (typeof endpoints)[Name];
type Part<Key extends string, Value> = [Value] extends [None] ? { readonly [K in Key]?: never } : { readonly [K in Key]: Value };
type LoosePart<Key extends string, Value> = [Value] extends [None] ? { readonly [K in Key]?: never } : { readonly [K in Key]?: Value };

/** What an endpoint takes: its path parameters, its query, its body. */
export type InputOf<Name extends EndpointName> = Part<'params', ParamsOf<Row<Name>>> & LoosePart<'query', QueryOf<Row<Name>>> & Part<'body', BodyOf<Row<Name>>>;
/** What it answers. */
export type Reply<Name extends EndpointName> = ReplyOf<Row<Name>>;

export interface CallOptions {
  /** The wish's key; required for calls the contract marks as keyed. */
  readonly key?: string;
  readonly timeoutMs?: number;
  readonly onAbortable?: (abort: () => void) => void;
}
export interface CallerParts {
  readonly origin: string;
  readonly send: Send;
  readonly keeper: SessionKeeper;
  /** A fresh WeChat code, where there is WeChat. */
  readonly wechatCode: (() => Promise<string>) | null;
  readonly newKey: () => string;
}
/** How long a call may take before the person is told. */
export const CALL_TIMEOUT_MS = 8000;

interface LooseInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
}

/** The address of a call: parameters and query encoded. */
export function addressOf(path: string, input: LooseInput): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
  const pairs = Object.entries(input.query ?? {}).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== '');
  const query = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&');
  return `${filled}${query === '' ? '' : `?${query}`}`;
}

function readReply(reply: HttpReply): unknown {
  if (reply.status >= 400 || reply.status < 200) throw new ApiProblem(problemOf(reply.status, reply.text));
  if (reply.status === 204 || reply.text === '') return {};
  try {
    return JSON.parse(reply.text) as unknown;
  } catch {
    throw new ApiProblem(problemOf(502, ''));
  }
}

const endsSession = (error: unknown): boolean => error instanceof ApiProblem && (error.code === 'session.missing' || error.code === 'session.expired');

/** Makes calls of the contract's table: token, key, deadline, problem, and one silent sign-in where WeChat allows it. */
export class Caller {
  private signingIn: Promise<boolean> | null = null;

  constructor(private readonly parts: CallerParts) {}

  /**
   * Makes one call.
   * @throws ApiProblem when the BFF says no
   * @throws TransportFailure when no reply comes
   */
  async call<Name extends EndpointName>(name: Name, input: InputOf<Name>, options: CallOptions = {}): Promise<Reply<Name>> {
    // One key for the call and its repetition after a silent sign-in.
    const key = options.key ?? (endpoints[name].keyed ? this.parts.newKey() : undefined);
    const kept = key === undefined ? options : { ...options, key };
    const token = this.token();
    try {
      return (await this.once(name, input as LooseInput, kept)) as Reply<Name>;
    } catch (error) {
      if (!endsSession(error)) throw error;
      if (!(await this.signInAgain(token))) throw error;
      return (await this.once(name, input as LooseInput, kept)) as Reply<Name>;
    }
  }

  /** The headers of a call that is not JSON. @param key the wish's, where it writes */
  headers(key?: string): Record<string, string> {
    const token = this.token();
    return { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(key === undefined ? {} : { 'idempotency-key': key }) };
  }
  /**
   * Makes a call that is not JSON, a paper or a document, and makes it again after a silent sign-in, as every other.
   * @throws TransportFailure when no reply comes
   */
  async raw(send: () => Promise<HttpReply>): Promise<HttpReply> {
    const token = this.token();
    const reply = await send();
    return reply.status === 401 && (await this.signInAgain(token)) ? send() : reply;
  }
  /** The full address of an endpoint. */
  url(name: EndpointName, input: LooseInput = {}): string {
    return `${this.parts.origin}${API_BASE}${addressOf(endpoints[name].path, input)}`;
  }

  /** Signs in by WeChat without a word, once for all calls that wait. @returns whether there is a session now */
  signInAgain(refused: string | null): Promise<boolean> {
    // Another call has signed in meanwhile.
    const token = this.token();
    if (token !== null && token !== refused) return Promise.resolve(true);
    this.signingIn ??= this.renew().finally(() => {
      this.signingIn = null;
    });
    return this.signingIn;
  }

  private async renew(): Promise<boolean> {
    const { wechatCode, keeper } = this.parts;
    const had = this.token() !== null;
    if (wechatCode === null || !had) {
      if (had) keeper.expire();
      return false;
    }
    try {
      const reply = (await this.once('signInWithWechat', { body: { code: await wechatCode() } }, {})) as SessionReply;
      keeper.begin(reply);
      return true;
    } catch {
      keeper.expire();
      return false;
    }
  }

  private async once(name: EndpointName, input: LooseInput, options: CallOptions): Promise<unknown> {
    const endpoint = endpoints[name];
    const { method } = endpoint;
    if (method === 'PATCH') throw new Error(`WeChat cannot send PATCH: ${name} has a twin that can be sent`);
    const token = this.token();
    const hasBody = endpoint.body === 'json';
    const headers: Record<string, string> = { accept: 'application/json' };
    // A sign-in must not carry the session it replaces.
    if (token !== null && name !== 'signInWithWechat' && name !== 'signInWithSms') headers['authorization'] = `Bearer ${token}`;
    if (hasBody) headers['content-type'] = 'application/json';
    if (options.key !== undefined) headers['idempotency-key'] = options.key;
    const reply = await this.parts.send({
      method,
      url: this.url(name, input),
      headers,
      timeoutMs: options.timeoutMs ?? CALL_TIMEOUT_MS,
      ...(hasBody ? { body: JSON.stringify(input.body ?? {}) } : {}),
      ...(options.onAbortable === undefined ? {} : { onAbortable: options.onAbortable }),
    });
    return readReply(reply);
  }

  private token(): string | null {
    return this.parts.keeper.current.session?.token ?? null;
  }
}
