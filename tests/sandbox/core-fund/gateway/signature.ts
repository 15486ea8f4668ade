import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Core } from '../store/core.ts';

/** Five minutes, either way. */
const TIME_TOLERANCE_MS = 5 * 60_000;

export interface SignatureHeaders {
  readonly 'X-Core-Key': string;
  readonly 'X-Core-Time': string;
  readonly 'X-Core-Nonce': string;
  readonly 'X-Core-Sign': string;
}

/** hex( HMAC-SM3( secret, METHOD \n path with query \n time \n nonce \n hex(SM3(body)) ) ) */
export function signatureOf(secret: string, method: string, path: string, time: string, nonce: string, body: Buffer | string): string {
  const digest = createHash('sm3').update(body).digest('hex');
  return createHmac('sm3', secret).update([method, path, time, nonce, digest].join('\n')).digest('hex');
}

/** The four headers for bytes that are about to travel. */
export function signedHeaders(keyId: string, secret: string, method: string, path: string, time: number, nonce: string, body: Buffer | string): SignatureHeaders {
  return { 'X-Core-Key': keyId, 'X-Core-Time': String(time), 'X-Core-Nonce': nonce, 'X-Core-Sign': signatureOf(secret, method, path, String(time), nonce, body) };
}

export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}
export interface SigningKey {
  readonly keyId: string;
  readonly secret: string;
}

const single = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

function sameText(one: string, other: string): boolean {
  const a = Buffer.from(one, 'utf8');
  const b = Buffer.from(other, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Holds a request against its signature: 900001 key, 900002 time, 900003 nonce, 900004 sign. A nonce is remembered (only with a
 * right sign, so that a stranger cannot use one up) as long as its time could still be accepted. Times are the machine's own.
 */
export function refusalOfSignature(core: Core, key: SigningKey, request: SignedRequest, machineNow: number): string | undefined {
  if (!sameText(single(request.headers['x-core-key']), key.keyId)) return '900001';
  const time = single(request.headers['x-core-time']);
  if (!/^\d{13}$/.test(time) || Math.abs(Number(time) - machineNow) > TIME_TOLERANCE_MS) return '900002';
  const nonce = single(request.headers['x-core-nonce']);
  if (!/^[0-9A-Za-z-]{16,64}$/.test(nonce)) return '900003';
  const expected = signatureOf(key.secret, request.method, request.path, time, nonce, request.body);
  if (!sameText(expected, single(request.headers['x-core-sign']))) return '900004';
  core.run('DELETE FROM nonce WHERE at < ?', machineNow - 2 * TIME_TOLERANCE_MS - 1000);
  const kept = core.run('INSERT OR IGNORE INTO nonce (key, nonce, at) VALUES (?, ?, ?)', key.keyId, nonce, machineNow);
  return kept.changes === 1 ? undefined : '900003';
}
