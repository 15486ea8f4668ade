import type { Clock } from '../../platform/index.ts';
import type { WechatAddress, WechatReply } from './wechat.wire.ts';
import { exchange, NEVER_LEFT, textOf } from './wechat.wire.ts';

/** A token is taken anew this long before its end; the platform renews five minutes before it. */
const MARGIN_MS = 60_000;
/** The token a call carried is not (any more) the live one. */
const TOKEN_FAULTS = [40001, 40014, 42001];

interface Held {
  readonly token: string;
  readonly until: number;
}

/**
 * The stable access token (getStableAccessToken), held in this process; every instance gets the same one in normal mode.
 * `force_refresh` is never used: it kills the token of the other instances and is allowed twenty times a day.
 */
export class AccessToken {
  private held: Held | undefined;
  private fetching: Promise<Held | undefined> | undefined;

  constructor(
    private readonly address: WechatAddress,
    private readonly clock: Clock,
  ) {}

  /** POSTs with the token; when the platform says that the token is not the live one, fetches it once and calls once more. Without a token the call is not made. */
  async post(path: string, body: unknown): Promise<WechatReply | undefined> {
    const first = await this.current();
    if (first === undefined) return NEVER_LEFT;
    const reply = await exchange(this.address, 'POST', path, { access_token: first.token }, body);
    if (reply === undefined || !TOKEN_FAULTS.includes(reply.errcode)) return reply;
    if (this.held === first) this.held = undefined;
    const second = await this.current();
    return second === undefined ? NEVER_LEFT : exchange(this.address, 'POST', path, { access_token: second.token }, body);
  }

  private async current(): Promise<Held | undefined> {
    if (this.held !== undefined && this.held.until > this.clock.now().getTime()) return this.held;
    this.fetching ??= this.fetch().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetch(): Promise<Held | undefined> {
    const { appId, appSecret } = this.address;
    const reply = await exchange(this.address, 'POST', '/cgi-bin/stable_token', {}, { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: false });
    const token = reply?.errcode === 0 ? textOf(reply.body, 'access_token') : undefined;
    const seconds = reply?.body['expires_in'];
    if (token === undefined || typeof seconds !== 'number') return undefined;
    this.held = { token, until: this.clock.now().getTime() + seconds * 1000 - MARGIN_MS };
    return this.held;
  }
}
