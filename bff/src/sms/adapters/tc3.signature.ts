import { createHash, createHmac } from 'node:crypto';

export interface Tc3Call {
  readonly service: string;
  readonly host: string;
  /** The bytes that travel. */
  readonly payload: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly secretId: string;
  readonly secretKey: string;
  /** Signed too when given, in lower case. */
  readonly action?: string;
}

export const TC3_CONTENT_TYPE = 'application/json; charset=utf-8';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

/** TC3-HMAC-SHA256 (Tencent Cloud, API 3.0 signature v3) of a POST to `/` without query: the `Authorization` header. The day is the day in UTC. */
export function tc3Authorization(call: Tc3Call): string {
  const day = new Date(call.timestamp * 1000).toISOString().slice(0, 10);
  const headers: (readonly [string, string])[] = [
    ['content-type', TC3_CONTENT_TYPE],
    ['host', call.host],
    ...(call.action === undefined ? [] : [['x-tc-action', call.action.toLowerCase()] as const]),
  ];
  const names = headers.map(([name]) => name).join(';');
  const lines = headers.map(([name, value]) => `${name}:${value}\n`).join('');
  const canonical = ['POST', '/', '', lines, names, sha256(call.payload)].join('\n');
  const scope = `${day}/${call.service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', String(call.timestamp), scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${call.secretKey}`, day), call.service), 'tc3_request');
  return `TC3-HMAC-SHA256 Credential=${call.secretId}/${scope}, SignedHeaders=${names}, Signature=${hmac(key, toSign).toString('hex')}`;
}
