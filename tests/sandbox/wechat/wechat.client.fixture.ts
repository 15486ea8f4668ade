import { residentIdWithCheck } from '@anju/shared/identity';
import { startWechat, type RunningWechat, type WechatOptions } from './server.ts';

/** A reply of WeChat as a test reads it; `raw` keeps the bytes a double would change. */
export interface WechatReply {
  readonly status: number;
  readonly contentType: string;
  readonly raw: string;
  readonly body: Record<string, unknown>;
}

export const APP = { appId: 'wx1234567890abcdef', appSecret: 'secret-of-the-test', templateCase: 'template-case' };
export const LONG_TERM = { id: 'template-long', title: '年度结息提醒', type: 3 as const, fields: [{ key: 'thing1', label: '提醒' }] };

/** A number that passes the check but belongs to nobody. */
export const someId = (sequence: string): string => residentIdWithCheck(`35020019900101${sequence}`);

/** Drives one running stand-in the way a server and a test do. */
export class WechatDriver {
  private constructor(readonly running: RunningWechat) {}

  static async start(more: Partial<WechatOptions> = {}): Promise<WechatDriver> {
    return new WechatDriver(await startWechat({ ...APP, templates: [LONG_TERM], ...more }));
  }

  async call(method: string, path: string, body?: unknown): Promise<WechatReply> {
    const payload = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const reply = await fetch(`${this.running.url}${path}`, { method, ...payload });
    const raw = await reply.text();
    return { status: reply.status, contentType: reply.headers.get('content-type') ?? '', raw, body: JSON.parse(raw) as Record<string, unknown> };
  }

  async control<Reply = Record<string, unknown>>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<Reply> {
    const reply = await this.call(method, `/control${path}`, body);
    if (reply.status >= 400) throw new Error(`control ${path}: ${reply.status}`);
    return reply.body as Reply;
  }

  async controlStatus(path: string, body: unknown): Promise<number> {
    return (await this.call('POST', `/control${path}`, body)).status;
  }

  async loginCode(key: string): Promise<{ code: string; openid: string }> {
    return this.control('/login-codes', { key });
  }

  async session(code: string, change: Record<string, string> = {}): Promise<WechatReply> {
    const query = new URLSearchParams({ appid: APP.appId, secret: APP.appSecret, js_code: code, grant_type: 'authorization_code', ...change });
    return this.call('GET', `/sns/jscode2session?${query.toString()}`);
  }

  async stable(force = false): Promise<WechatReply> {
    return this.call('POST', '/cgi-bin/stable_token', { grant_type: 'client_credential', appid: APP.appId, secret: APP.appSecret, force_refresh: force });
  }

  async token(): Promise<string> {
    return String((await this.stable()).body['access_token']);
  }

  async withToken(path: string, body: unknown): Promise<WechatReply> {
    return this.call('POST', `${path}?access_token=${await this.token()}`, body);
  }

  async advance(ms: number): Promise<void> {
    await this.control('/clock', { advanceMs: ms });
  }
}
