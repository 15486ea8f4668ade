import { request } from 'undici';
import { neverLeft } from '../../platform/index.ts';

export interface WechatAddress {
  /** `https://api.weixin.qq.com`, without a slash at the end. */
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  /** Milliseconds for one call; 2500 when left out. */
  readonly timeoutMs?: number;
}

/** What came back: the reply's own text (an int64 in it does not survive `JSON.parse`), its fields, and the error code, 0 when there is none. */
export interface WechatReply {
  readonly errcode: number;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Says of a call that never left us what the platform says of one it was too busy for: nothing was done, try again. */
export const NEVER_LEFT: WechatReply = { errcode: -1, text: '', body: {} };

/** One call. undefined: nothing understandable came back in time. Errors travel as HTTP 200; the reply is JSON whatever its content type says. */
export async function exchange(address: WechatAddress, method: 'GET' | 'POST', path: string, query: Readonly<Record<string, string>>, body?: unknown): Promise<WechatReply | undefined> {
  const url = `${address.url}${path}?${new URLSearchParams(query).toString()}`;
  try {
    const reply = await request(url, {
      method,
      signal: AbortSignal.timeout(address.timeoutMs ?? 2500),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=utf-8' } }),
    });
    return replyOf(reply.statusCode, await reply.body.text());
  } catch (error) {
    // The cause names the address, and the address carries the secret or the token: nothing of it goes further.
    return neverLeft(error) ? NEVER_LEFT : undefined;
  }
}

function replyOf(status: number, text: string): WechatReply | undefined {
  if (status !== 200) return undefined;
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { errcode = 0 } = body as { errcode?: unknown };
  return typeof errcode === 'number' ? { errcode, text, body: body as Record<string, unknown> } : undefined;
}

/** A text field of a reply, or undefined. */
export function textOf(body: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = body[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
