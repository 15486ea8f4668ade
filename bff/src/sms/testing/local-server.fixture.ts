import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
/** A text is sent as it stands with status 200; `hang` never answers, `drop` closes the line. */
export type Answer = string | { readonly status: number; readonly text: string } | 'hang' | 'drop';

export interface LocalServer {
  readonly url: string;
  readonly received: Received[];
  /** What the next requests get; by default the last one stays. */
  answer: (request: Received) => Answer;
  close(): Promise<void>;
}

/** A provider of a few lines, for tests of adapters. */
export async function localServer(): Promise<LocalServer> {
  const received: Received[] = [];
  const state: { answer: (request: Received) => Answer } = { answer: () => '{}' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://local');
      const seen = { method: request.method ?? '', path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      received.push(seen);
      const answer = state.answer(seen);
      if (answer === 'hang') return;
      if (answer === 'drop') return void request.socket.destroy();
      const { status, text } = typeof answer === 'string' ? { status: 200, text: answer } : answer;
      response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received,
    get answer() {
      return state.answer;
    },
    set answer(next) {
      state.answer = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
