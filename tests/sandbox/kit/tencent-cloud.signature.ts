import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What TC3-HMAC-SHA256 is computed over. Header names in lower case. */
export interface SignedCall {
  readonly method: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signedHeaders: readonly string[];
  readonly payload: Buffer;
  readonly service: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

/** A common error of Tencent Cloud, raised before or inside an action; the reply is HTTP 200 with `Response.Error`. */
export class TencentCloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** How far a timestamp may be off: five minutes. */
export const TIMESTAMP_TOLERANCE_SECONDS = 300;

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The UTC day of unix seconds, `2019-02-25`: the day of the credential scope is never China's. */
export function utcDay(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().slice(0, 10);
}

/** The signature of a call in lower-case hex (cloud.tencent.com/document/api/362/4208). */
export function tc3Signature(call: SignedCall, secretKey: string): string {
  const headers = call.signedHeaders.map((name) => {
    const value = (call.headers[name] ?? '').trim();
    return `${name}:${name === 'x-tc-action' ? value.toLowerCase() : value}\n`;
  });
  const canonical = [call.method, '/', call.query, headers.join(''), call.signedHeaders.join(';'), sha256(call.payload)].join('\n');
  const day = utcDay(call.timestamp);
  const scope = `${day}/${call.service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', String(call.timestamp), scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), call.service), 'tc3_request');
  return createHmac('sha256', key).update(toSign).digest('hex');
}

interface Authorization {
  readonly secretId: string;
  readonly day: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

function readAuthorization(text: string | undefined): Authorization {
  const shape =
    /^TC3-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{4}-\d{2}-\d{2})\/([a-z0-9]+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
  const found = shape.exec(text ?? '');
  if (!found) throw new TencentCloudError('AuthFailure.InvalidAuthorization', 'Authorization header does not follow TC3-HMAC-SHA256.');
  const [, secretId = '', day = '', service = '', signedHeaders = '', signature = ''] = found;
  return { secretId, day, service, signedHeaders: signedHeaders.split(';'), signature };
}

/** What the verifier must know: whose key it is, for which service, and the time. */
export interface Credentials {
  readonly service: string;
  readonly secretId: string;
  readonly secretKey: string;
  readonly nowMs: number;
}

/**
 * Checks a request's signature for real: the key known, content type and host signed, the timestamp within five minutes, the
 * day of the scope that of the timestamp, the signature over the bytes that came.
 * @throws TencentCloudError with the common code of the first thing that is wrong
 */
export function verifyTc3(call: Omit<SignedCall, 'signedHeaders' | 'service' | 'timestamp'>, known: Credentials): void {
  const given = readAuthorization(call.headers['authorization']);
  const timestampText = call.headers['x-tc-timestamp'] ?? '';
  if (!/^\d{1,12}$/.test(timestampText)) throw new TencentCloudError('MissingParameter', 'The request is missing a required parameter `X-TC-Timestamp`.');
  const timestamp = Number(timestampText);
  if (given.secretId !== known.secretId) throw new TencentCloudError('AuthFailure.SecretIdNotFound', 'The SecretId is not found, please ensure that your SecretId is correct.');
  if (Math.abs(known.nowMs / 1000 - timestamp) > TIMESTAMP_TOLERANCE_SECONDS || given.day !== utcDay(timestamp)) {
    throw new TencentCloudError('AuthFailure.SignatureExpire', 'The provided credentials are expired: the timestamp is more than 5 minutes off.');
  }
  const fits = given.service === known.service && ['content-type', 'host'].every((name) => given.signedHeaders.includes(name));
  const expected = tc3Signature({ ...call, signedHeaders: given.signedHeaders, service: known.service, timestamp }, known.secretKey);
  if (!fits || !timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(given.signature, 'hex'))) {
    throw new TencentCloudError('AuthFailure.SignatureFailure', 'The provided credentials could not be validated. Please check your signature is correct.');
  }
}
