import { tc3Signature } from './tencent-cloud.signature.ts';

/** How a test signs a call to a stand-in of Tencent Cloud; anything may be bent. */
export interface SignedBy {
  readonly secretId: string;
  readonly secretKey: string;
  readonly service: string;
  readonly version: string;
  readonly region?: string;
  /** Seconds added to the timestamp. */
  readonly shift?: number;
  readonly signedHeaders?: readonly string[];
  readonly query?: string;
  /** Body sent instead of the one signed. */
  readonly sent?: string;
  /** Headers changed after signing; an empty text takes one away. */
  readonly change?: Readonly<Record<string, string>>;
}

/** What came back, opened. */
export interface CloudReply {
  readonly status: number;
  readonly response: Record<string, unknown>;
  readonly code?: string;
}

/** Signs and sends one action the way the product's adapter must. */
export async function callCloud(url: string, action: string, body: unknown, by: SignedBy): Promise<CloudReply> {
  const timestamp = Math.floor(Date.now() / 1000) + (by.shift ?? 0);
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    host: new URL(url).host,
    'x-tc-action': action,
    'x-tc-version': by.version,
    'x-tc-timestamp': String(timestamp),
    ...(by.region === undefined ? {} : { 'x-tc-region': by.region }),
  };
  const signedHeaders = by.signedHeaders ?? ['content-type', 'host', 'x-tc-action'];
  const signature = tc3Signature({ method: 'POST', query: by.query ?? '', headers, signedHeaders, payload: Buffer.from(payload), service: by.service, timestamp }, by.secretKey);
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10);
  headers['authorization'] = `TC3-HMAC-SHA256 Credential=${by.secretId}/${day}/${by.service}/tc3_request, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
  for (const [name, value] of Object.entries(by.change ?? {})) {
    if (value === '') delete headers[name];
    else headers[name] = value;
  }
  const reply = await fetch(url, { method: 'POST', headers, body: by.sent ?? payload });
  const { Response } = (await reply.json()) as { Response: Record<string, unknown> };
  const error = Response['Error'] as { Code: string } | undefined;
  return { status: reply.status, response: Response, ...(error ? { code: error.Code } : {}) };
}
