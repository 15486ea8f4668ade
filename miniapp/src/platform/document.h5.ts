import { TransportFailure } from './ports.ts';
import type { DocumentRequest, HttpReply } from './ports.ts';

/** Fetches a PDF and lets the browser save it under its name. @throws TransportFailure when no reply comes */
export async function saveDocument({ url, headers, name, timeoutMs }: DocumentRequest): Promise<HttpReply> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), timeoutMs);
  try {
    const reply = await fetch(url, { headers: { ...headers }, signal: control.signal, cache: 'no-store', credentials: 'omit' });
    if (!reply.ok) return { status: reply.status, headers: {}, text: await reply.text() };
    const address = URL.createObjectURL(await reply.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), timeoutMs);
    return { status: reply.status, headers: {}, text: '' };
  } catch {
    throw new TransportFailure(control.signal.aborted ? 'timeout' : 'offline');
  } finally {
    clearTimeout(timer);
  }
}
