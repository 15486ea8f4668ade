import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

export type CoreHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface CoreKey {
  readonly keyId: string;
  readonly secret: string;
}
interface Signed {
  /** `POST`, or `REPLY` for a reply. */
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly time: string;
  readonly nonce: string;
  readonly body: Buffer;
}

/** How far the two clocks may be apart. */
export const TOLERANCE_MS = 5 * 60_000;

const sm3 = (body: Buffer): string => createHash('sm3').update(body).digest('hex');

/** hex( HMAC-SM3( secret, METHOD ⏎ path ⏎ time ⏎ nonce ⏎ hex(SM3(body)) ) ), interface.md §1.2. */
export function signatureOf({ method, path, time, nonce, body }: Signed, secret: string): string {
  return createHmac('sm3', secret).update([method, path, time, nonce, sm3(body)].join('\n'), 'utf8').digest('hex');
}

/** The four headers of a request of ours. */
export function signedHeaders(key: CoreKey, method: string, path: string, body: Buffer, now: Date): Record<string, string> & { 'x-core-nonce': string } {
  const time = String(now.getTime());
  const nonce = randomUUID();
  return { 'x-core-key': key.keyId, 'x-core-time': time, 'x-core-nonce': nonce, 'x-core-sign': signatureOf({ method, path, time, nonce, body }, key.secret) };
}

const single = (headers: CoreHeaders, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

/** The nonce of a message whose signature holds; undefined when key, time, nonce or sign do not. */
export function verifiedNonce(key: CoreKey, method: string, path: string, headers: CoreHeaders, body: Buffer, now: Date): string | undefined {
  const [keyId, time, nonce, sign] = ['x-core-key', 'x-core-time', 'x-core-nonce', 'x-core-sign'].map((name) => single(headers, name)) as [string, string, string, string];
  if (keyId !== key.keyId || !/^\d{10,16}$/.test(time) || !/^[0-9A-Za-z-]{16,64}$/.test(nonce) || !/^[0-9a-f]{64}$/i.test(sign)) return undefined;
  if (Math.abs(Number(time) - now.getTime()) > TOLERANCE_MS) return undefined;
  const expected = Buffer.from(signatureOf({ method, path, time, nonce, body }, key.secret), 'hex');
  return timingSafeEqual(expected, Buffer.from(sign, 'hex')) ? nonce : undefined;
}

/** Remembers nonces for as long as their time would still be believed, so that a captured push cannot be played again. */
export class NonceMemory {
  private readonly seen = new Map<string, number>();

  /** False when the nonce was seen before. */
  remember(nonce: string, now: Date): boolean {
    const at = now.getTime();
    for (const [old, until] of this.seen) {
      if (until > at) break;
      this.seen.delete(old);
    }
    if (this.seen.has(nonce)) return false;
    this.seen.set(nonce, at + 2 * TOLERANCE_MS);
    return true;
  }
}
