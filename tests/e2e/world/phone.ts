import { randomUUID } from 'node:crypto';
import { API_BASE } from '@anju/shared/contract';
import type { Endpoint, Problem } from '@anju/shared/contract';

/** What came back, whatever it was. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface CallOptions<P, Q, B> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The Idempotency-Key; a fresh one when absent and the endpoint wants one, none when null. */
  readonly key?: string | null;
  readonly token?: string | null;
  readonly form?: FormData;
}

/** Every reply any phone of this process has had, for the scan for personal data. */
export const repliesSeen: string[] = [];

/** A phone as the BFF sees it: HTTP and nothing else. */
export class Phone {
  readonly baseUrl: string;
  token: string | undefined;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  /** Calls an endpoint of the contract and returns whatever came back. */
  async call<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, options: CallOptions<P, Q, B> = {}): Promise<Answer<R>> {
    const answer = await this.send(endpoint.method, pathOf(endpoint.path, options), {
      ...(options.key === null ? {} : options.key !== undefined ? { key: options.key } : endpoint.keyed ? { key: randomUUID() } : {}),
      ...(options.token !== undefined ? { token: options.token } : {}),
      ...(options.form ? { form: options.form } : endpoint.body === 'json' && endpoint.method !== 'GET' ? { json: options.body ?? {} } : {}),
    });
    return answer as Answer<R>;
  }

  /** As `call`, but a failure is thrown with the problem it brought. */
  async ask<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, options: CallOptions<P, Q, B> = {}): Promise<R> {
    const answer = await this.call(endpoint, options);
    if (answer.status >= 400) throw new Error(`${endpoint.method} ${endpoint.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** As `call`, for a call that is expected to be refused. */
  async refused<P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>, options: CallOptions<P, Q, B> = {}): Promise<Problem> {
    const answer = await this.call(endpoint, options);
    if (answer.status < 400) throw new Error(`${endpoint.method} ${endpoint.path} was not refused: ${answer.status}`);
    return answer.body as unknown as Problem;
  }

  async send(method: string, path: string, options: { key?: string; token?: string | null; json?: unknown; raw?: string; contentType?: string; form?: FormData } = {}): Promise<Answer<unknown>> {
    const token = options.token === undefined ? this.token : options.token;
    const headers: Record<string, string> = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(options.key !== undefined ? { 'idempotency-key': options.key } : {}),
      ...(options.json !== undefined ? { 'content-type': 'application/json' } : {}),
      ...(options.contentType ? { 'content-type': options.contentType } : {}),
    };
    const body = options.form ?? options.raw ?? (options.json === undefined ? undefined : JSON.stringify(options.json));
    const response = await fetch(this.baseUrl + path, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    repliesSeen.push(text);
    return { status: response.status, headers: response.headers, body: text === '' ? {} : parse(text) };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function pathOf(path: string, { params, query }: { params?: unknown; query?: unknown }): string {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String((params as Record<string, string> | undefined)?.[name])));
  const search = new URLSearchParams((query as Record<string, string> | undefined) ?? {}).toString();
  return API_BASE + filled + (search ? `?${search}` : '');
}
