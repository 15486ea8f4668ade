import { request } from 'undici';
import { neverLeft } from '../../platform/index.ts';
import type { Clock, Log } from '../../platform/index.ts';
import { TC3_CONTENT_TYPE, tc3Authorization } from './tc3.signature.ts';

export interface TencentCloudAddress {
  /** `https://sms.tencentcloudapi.com`, without a slash at the end. */
  readonly url: string;
  readonly secretId: string;
  readonly secretKey: string;
  /** Milliseconds for one call; 3000 when left out. */
  readonly timeoutMs?: number;
}

export interface TencentCloudService {
  readonly service: string;
  readonly version: string;
  readonly region?: string;
}

export type TencentReply =
  | { readonly kind: 'ok'; readonly response: Readonly<Record<string, unknown>> }
  /** The call as a whole was refused; `code` is Tencent's (`AuthFailure.SignatureFailure` …). */
  | { readonly kind: 'error'; readonly code: string }
  /** `neverLeft`: there was no connection, so that nothing can have been done. */
  | { readonly kind: 'unreachable'; readonly neverLeft: boolean };

/** One Tencent Cloud API 3.0 service: signed calls, and the envelope they answer in. */
export class TencentCloud {
  private readonly host: string;

  constructor(
    private readonly address: TencentCloudAddress,
    private readonly service: TencentCloudService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.host = new URL(address.url).host;
  }

  /** Errors travel as HTTP 200 too. What the body held is in no outcome: it names people. */
  async call(action: string, body: Readonly<Record<string, unknown>>): Promise<TencentReply> {
    const reply = await this.exchange(action, JSON.stringify(body));
    const at = { provider: this.service.service, call: action };
    if (reply.kind === 'unreachable') this.log.event('provider.failed', at);
    if (reply.kind === 'error') this.log.event('provider.refused', { ...at, code: reply.code });
    return reply;
  }

  private async exchange(action: string, payload: string): Promise<TencentReply> {
    try {
      const reply = await request(`${this.address.url}/`, { method: 'POST', body: payload, headers: this.headers(action, payload), signal: AbortSignal.timeout(this.address.timeoutMs ?? 3000) });
      return replyOf(reply.statusCode, await reply.body.text());
    } catch (error) {
      return { kind: 'unreachable', neverLeft: neverLeft(error) };
    }
  }

  private headers(action: string, payload: string): Record<string, string> {
    const timestamp = Math.floor(this.clock.now().getTime() / 1000);
    const { service, version, region } = this.service;
    const { secretId, secretKey } = this.address;
    return {
      'content-type': TC3_CONTENT_TYPE,
      host: this.host,
      authorization: tc3Authorization({ service, host: this.host, payload, timestamp, secretId, secretKey, action }),
      'x-tc-action': action,
      'x-tc-version': version,
      'x-tc-timestamp': String(timestamp),
      ...(region === undefined ? {} : { 'x-tc-region': region }),
    };
  }
}

function replyOf(status: number, text: string): TencentReply {
  const body: unknown = status === 200 ? JSON.parse(text) : undefined;
  const response = typeof body === 'object' && body !== null ? (body as { Response?: unknown }).Response : undefined;
  if (typeof response !== 'object' || response === null) return { kind: 'unreachable', neverLeft: false };
  const error = (response as { Error?: unknown }).Error;
  if (typeof error !== 'object' || error === null) return { kind: 'ok', response: response as Record<string, unknown> };
  return { kind: 'error', code: String((error as { Code?: unknown }).Code) };
}
