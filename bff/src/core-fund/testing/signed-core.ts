import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SystemClock } from '../../platform/index.ts';
import { signatureOf, verifiedNonce } from '../adapters/signature.ts';

export interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
  /** The envelope, when it was one. */
  readonly head: Record<string, string>;
  readonly body: Record<string, unknown>;
}
/** What the core of a test says; `raw` writes the answer by itself. */
export type Says =
  | { readonly XYM?: string; readonly body?: unknown; readonly delayMs?: number; readonly head?: Record<string, string>; readonly sign?: Partial<Record<'secret' | 'nonce' | 'time' | 'key' | 'method', string>>; readonly tamper?: boolean }
  | { readonly raw: (response: ServerResponse) => void };

/** A core of a few lines that signs as interface.md §1.2 has it and answers what the test says, one answer a request; the last one stays. */
export class SignedCore {
  readonly heard: Heard[] = [];
  answers: Says[] = [];
  private readonly clock = new SystemClock();
  private server: Server | undefined;

  constructor(private readonly key: { keyId: string; secret: string }) {}

  async listen(): Promise<string> {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const path = request.url ?? '';
    const nonce = verifiedNonce(this.key, 'POST', path, request.headers, bytes, this.clock.now());
    if (nonce === undefined) {
      response.writeHead(401).end('{}');
      return;
    }
    const json = request.headers['content-type']?.startsWith('application/json') === true;
    const { head, body } = json ? (JSON.parse(bytes.toString()) as Pick<Heard, 'head' | 'body'>) : { head: { JYDM: 'CL1001', QQLSH: String(request.headers['x-core-request']) }, body: {} };
    this.heard.push({ path, headers: request.headers, bytes, head, body });
    const says = (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? {};
    if ('raw' in says) says.raw(response);
    else await this.reply(says, { path, nonce, head }, response);
  }

  private async reply(says: Exclude<Says, { raw: unknown }>, asked: { path: string; nonce: string; head: Record<string, string> }, response: ServerResponse): Promise<void> {
    if (says.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, says.delayMs));
    const head = { ...asked.head, XYM: says.XYM ?? '000000', XYXX: '-', XYSJ: '20261121093016', ...says.head };
    const text = Buffer.from(JSON.stringify({ head, body: says.body ?? {} }));
    const signed = { method: says.sign?.method ?? 'REPLY', path: asked.path, time: says.sign?.time ?? String(this.clock.now().getTime()), nonce: says.sign?.nonce ?? asked.nonce, body: text };
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-core-key': says.sign?.key ?? this.key.keyId,
      'x-core-time': signed.time,
      'x-core-nonce': signed.nonce,
      'x-core-sign': signatureOf(signed, says.sign?.secret ?? this.key.secret),
    });
    response.end(says.tamper === true ? Buffer.concat([text, Buffer.from(' ')]) : text);
  }
}
