/** Who may call an endpoint. `verified` and `face` say the least level the session must have reached. */
export type Audience =
  /** No Authorization header needed. */
  | 'guest'
  /** Any live session, whatever its level. */
  | 'signed-in'
  /** The session belongs to a person whose name and document were checked. */
  | 'verified'
  /** As `verified`, and the person was seen (face, or a counter code) within the freshness window. */
  | 'face'
  /** The core fund system; the request carries its signature, not a token. */
  | 'core';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One row of the endpoint table. The type parameters exist only for the compiler. */
export interface Endpoint<Params, Query, Body, Reply> {
  readonly method: Method;
  /** Below `/api/v1`, parameters in braces: `/cases/{caseId}`. */
  readonly path: string;
  readonly audience: Audience;
  /** A write that must carry an `Idempotency-Key`. */
  readonly keyed: boolean;
  /** The status of success. */
  readonly status: 200 | 201 | 202 | 204;
  /** `multipart` only for file upload. */
  readonly body: 'none' | 'json' | 'multipart';
  readonly __types?: { params: Params; query: Query; body: Body; reply: Reply };
}

export type ParamsOf<E> = E extends Endpoint<infer P, infer _Q, infer _B, infer _R> ? P : never;
export type QueryOf<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _R> ? Q : never;
export type BodyOf<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _R> ? B : never;
export type ReplyOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? R : never;

/** No parameters, no query or no body. */
export type None = Readonly<Record<string, never>>;

interface Options {
  readonly audience: Audience;
  readonly keyed?: boolean;
  readonly status?: 200 | 201 | 202 | 204;
  readonly body?: 'none' | 'json' | 'multipart';
}

function row<P, Q, B, R>(method: Method, path: string, o: Options): Endpoint<P, Q, B, R> {
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
  return {
    method,
    path,
    audience: o.audience,
    keyed: o.keyed ?? false,
    status: o.status ?? 200,
    body: o.body ?? (hasBody ? 'json' : 'none'),
  };
}

/** A reading call. */
export const get = <R, P = None, Q = None>(path: string, o: Options): Endpoint<P, Q, None, R> => row('GET', path, o);
/** A call with a body. */
export const post = <B, R, P = None>(path: string, o: Options): Endpoint<P, None, B, R> => row('POST', path, o);
export const put = <B, R, P = None>(path: string, o: Options): Endpoint<P, None, B, R> => row('PUT', path, o);
export const patch = <B, R, P = None>(path: string, o: Options): Endpoint<P, None, B, R> => row('PATCH', path, o);
export const del = <R, P = None>(path: string, o: Options): Endpoint<P, None, None, R> => row('DELETE', path, o);

/** Everything below this stands in front of each path of the table. */
export const API_BASE = '/api/v1';
