import { TransportFailure } from './ports.ts';
import type { HttpReply, HttpRequest } from './ports.ts';

function headersOf(reply: Response): Record<string, string> {
  const out: Record<string, string> = {};
  reply.headers.forEach((value, name) => {
    out[name.toLowerCase()] = value;
  });
  return out;
}

/** Sends one request. @throws TransportFailure when no reply comes */
export async function send(request: HttpRequest): Promise<HttpReply> {
  const control = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    control.abort();
  }, request.timeoutMs);
  request.onAbortable?.(() => control.abort());
  try {
    const reply = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers },
      signal: control.signal,
      cache: 'no-store',
      credentials: 'omit',
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    return { status: reply.status, headers: headersOf(reply), text: await reply.text() };
  } catch {
    throw new TransportFailure(late ? 'timeout' : control.signal.aborted ? 'aborted' : 'offline');
  } finally {
    clearTimeout(timer);
  }
}
