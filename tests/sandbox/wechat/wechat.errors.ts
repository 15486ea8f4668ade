import { randomBytes } from 'node:crypto';

/** What WeChat writes for each code; the trace suffix comes behind it. */
const TEXTS = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43108: 'too many concurrent messages to one user',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45168: 'keyword in blacklist',
  47001: 'data format error',
  47003: 'argument invalid!',
  84010: 'out_seq_no is empty',
  84011: 'invalid out_seq_no',
  84012: 'cert_info is empty',
  84013: 'invalid cert_type',
  84014: 'invalid cert_name',
  84015: 'invalid cert_no',
  84016: 'openid is empty',
  84017: 'openid not match',
  84018: 'cert_hash not match',
  84019: 'out_seq_no already exists',
  84020: 'out_seq_no not match',
  84021: 'verify_id is empty',
  84022: 'verify_id expired',
} as const satisfies Record<number, string>;

/** Every code this stand-in can answer with. */
export type WechatCode = keyof typeof TEXTS;

/** All codes, for tests and for planned errors. */
export const wechatCodes: readonly WechatCode[] = Object.keys(TEXTS).map((code) => Number(code) as WechatCode);

/** A refusal as WeChat gives it: HTTP 200 with `errcode` and `errmsg`. */
export class WechatError extends Error {
  constructor(
    readonly errcode: WechatCode,
    detail = '',
  ) {
    super(detail === '' ? TEXTS[errcode] : `${TEXTS[errcode]} ${detail}`);
  }
}

/** A trace number: three groups of eight hex digits, the first the unix seconds. */
export function traceNumber(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000).toString(16).padStart(8, '0');
  const rest = randomBytes(8).toString('hex');
  return `${seconds}-${rest.slice(0, 8)}-${rest.slice(8)}`;
}

/** The body of a refusal; `/sns/*` puts a comma before the trace, `/cgi-bin/*` and the others do not. */
export function errorBody(error: WechatError, path: string, nowMs: number): string {
  const trace = `rid: ${traceNumber(nowMs)}`;
  const errmsg = path.startsWith('/sns/') ? `${error.message}, ${trace}` : `${error.message} ${trace}`;
  return JSON.stringify({ errcode: error.errcode, errmsg });
}

/** `/sns/*` answers as plain text, the others as JSON with WeChat's own parameter name. */
export function contentTypeOf(path: string): string {
  return path.startsWith('/sns/') ? 'text/plain' : 'application/json; encoding=utf-8';
}
