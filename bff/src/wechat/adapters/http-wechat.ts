import type { Clock, Log } from '../../platform/index.ts';
import type { SubscribeMessage } from '../subscribe-message.ts';
import { Wechat } from '../wechat.port.ts';
import type { CodeOutcome, FaceResultOutcome, FaceStartOutcome, FaceSubject, PhoneOutcome, SubscribeOutcome } from '../wechat.port.ts';
import { AccessToken } from './access-token.ts';
import { CERT_TYPE, certHash, verdictOf } from './face.wire.ts';
import type { WechatAddress, WechatReply } from './wechat.wire.ts';
import { exchange, NEVER_LEFT, textOf } from './wechat.wire.ts';

const UNREACHABLE = { kind: 'unreachable' } as const;
const MINUTE_QUOTA = 45011;
const DAY_QUOTA = 45009;
const BUSY = [-1, MINUTE_QUOTA, DAY_QUOTA];
/** A phone number's watermark is younger than this; the code itself lives five minutes. */
const WATERMARK_MS = 3_600_000;

/** WeChat over HTTP. */
export class HttpWechat extends Wechat {
  private readonly token: AccessToken;

  constructor(
    private readonly address: WechatAddress,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
    this.token = new AccessToken(address, clock);
  }

  async codeToSession(code: string): Promise<CodeOutcome> {
    const { appId, appSecret } = this.address;
    const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' };
    const reply = this.noted('code2session', await exchange(this.address, 'GET', '/sns/jscode2session', query));
    if (reply === undefined) return UNREACHABLE;
    const openId = textOf(reply.body, 'openid');
    if (reply.errcode === 0) return openId === undefined ? UNREACHABLE : { kind: 'ok', value: { openId } };
    if (reply.errcode === 40029) return { kind: 'refused', reason: 'code-invalid' };
    if (reply.errcode === 40163) return { kind: 'refused', reason: 'code-used' };
    if (reply.errcode === 40226) return { kind: 'refused', reason: 'blocked' };
    return { kind: 'refused', reason: BUSY.includes(reply.errcode) ? 'busy' : 'rejected' };
  }

  async phoneNumber(code: string, openId: string): Promise<PhoneOutcome> {
    const reply = await this.post('getuserphonenumber', '/wxa/business/getuserphonenumber', { code, openid: openId });
    if (reply === undefined) return UNREACHABLE;
    if (reply.errcode === 40029 || reply.errcode === 40013 || reply.errcode === 40003) return { kind: 'refused', reason: 'code-invalid' };
    if (reply.errcode !== 0) return { kind: 'refused', reason: BUSY.includes(reply.errcode) ? 'busy' : 'rejected' };
    const phone = phoneOf(reply.body['phone_info']);
    if (phone === undefined) return UNREACHABLE;
    const ours = phone.appId === this.address.appId && Math.abs(this.clock.now().getTime() - phone.at) < WATERMARK_MS;
    return ours ? { kind: 'ok', value: { mobile: phone.mobile, countryCode: phone.countryCode } } : { kind: 'refused', reason: 'code-invalid' };
  }

  async startFace(subject: FaceSubject): Promise<FaceStartOutcome> {
    const reply = await this.post('getverifyid', '/cityservice/face/identify/getverifyid', {
      out_seq_no: subject.sequenceNo,
      cert_info: { cert_type: CERT_TYPE, cert_name: subject.name, cert_no: subject.idNumber },
      openid: subject.openId,
    });
    if (reply === undefined) return UNREACHABLE;
    if ([84013, 84014, 84015].includes(reply.errcode)) return { kind: 'refused', reason: 'document' };
    if (reply.errcode !== 0) return { kind: 'refused', reason: BUSY.includes(reply.errcode) ? 'busy' : 'rejected' };
    const verifyId = textOf(reply.body, 'verify_id');
    const seconds = reply.body['expires_in'];
    return verifyId === undefined || typeof seconds !== 'number' ? UNREACHABLE : { kind: 'ok', value: { verifyId, expiresInSeconds: seconds } };
  }

  async faceResult(verifyId: string, subject: FaceSubject): Promise<FaceResultOutcome> {
    const reply = await this.post('queryverifyinfo', '/cityservice/face/identify/queryverifyinfo', {
      verify_id: verifyId,
      out_seq_no: subject.sequenceNo,
      cert_hash: certHash(subject),
      openid: subject.openId,
    });
    if (reply === undefined) return UNREACHABLE;
    if (reply.errcode === 84022) return { kind: 'refused', reason: 'expired' };
    if (reply.errcode !== 0) return { kind: 'refused', reason: BUSY.includes(reply.errcode) ? 'busy' : 'rejected' };
    const verifyRet = reply.body['verify_ret'];
    return typeof verifyRet === 'number' ? { kind: 'ok', verdict: verdictOf(verifyRet) } : UNREACHABLE;
  }

  async sendSubscribeMessage(message: SubscribeMessage): Promise<SubscribeOutcome> {
    const reply = await this.post('subscribe/send', '/cgi-bin/message/subscribe/send', {
      touser: message.openId,
      template_id: message.templateId,
      ...(message.page === undefined ? {} : { page: message.page }),
      miniprogram_state: 'formal',
      lang: 'zh_CN',
      data: Object.fromEntries(Object.entries(message.fields).map(([field, value]) => [field, { value }])),
    });
    if (reply === undefined) return UNREACHABLE;
    if (reply === NEVER_LEFT) return { kind: 'refused', reason: 'later' };
    return reply.errcode === 0 ? { kind: 'ok', messageId: messageIdIn(reply.text) } : refusedMessage(reply.errcode);
  }

  private async post(call: string, path: string, body: unknown): Promise<WechatReply | undefined> {
    return this.noted(call, await this.token.post(path, body));
  }

  /** Operators see which call failed and with which code; never its text, which can repeat what was sent. */
  private noted(call: string, reply: WechatReply | undefined): WechatReply | undefined {
    if (reply === undefined || reply === NEVER_LEFT) this.log.event('provider.failed', { provider: 'wechat', call });
    else if (reply.errcode !== 0) this.log.event('provider.refused', { provider: 'wechat', call, code: reply.errcode });
    return reply;
  }
}

function phoneOf(info: unknown): { mobile: string; countryCode: string; appId: string; at: number } | undefined {
  if (typeof info !== 'object' || info === null) return undefined;
  const { purePhoneNumber, countryCode, watermark } = info as Record<string, unknown>;
  if (typeof purePhoneNumber !== 'string' || typeof watermark !== 'object' || watermark === null) return undefined;
  const { appid, timestamp } = watermark as Record<string, unknown>;
  if (typeof appid !== 'string' || typeof timestamp !== 'number') return undefined;
  // Text in today's documents, a number in those of 2021–24.
  return { mobile: purePhoneNumber, countryCode: String(countryCode), appId: appid, at: timestamp * 1000 };
}

/** `msgid` is an int64: read from the text, since `JSON.parse` would round it. */
function messageIdIn(text: string): string | null {
  return /"msgid"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? null;
}

function refusedMessage(errcode: number): SubscribeOutcome {
  switch (errcode) {
    case 43101:
      return { kind: 'refused', reason: 'no-quota' };
    // Two sends to one person at once: the later one waits its turn.
    case 43108:
      return { kind: 'refused', reason: 'later', afterSeconds: 5 };
    case -1:
      return { kind: 'refused', reason: 'later', afterSeconds: 5 };
    case MINUTE_QUOTA:
      return { kind: 'refused', reason: 'later', afterSeconds: 60 };
    case DAY_QUOTA:
      return { kind: 'refused', reason: 'later', afterSeconds: 3600 };
    case 47003:
    case 45168:
      return { kind: 'refused', reason: 'content' };
    default:
      return { kind: 'refused', reason: 'permanent' };
  }
}
