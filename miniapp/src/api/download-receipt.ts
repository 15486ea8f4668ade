import { saveDocument } from '../platform/document.ts';
import { caller } from './api.ts';
import { ApiProblem, problemOf } from './problem.ts';

/** A document is drawn when it is asked for, which takes longer than a reply in JSON. */
const PATIENCE_MS = 20_000;

/** Fetches the receipt's document and hands it to the person: saved by a browser, opened by WeChat. @throws ApiProblem, TransportFailure */
export async function downloadReceipt(receiptId: string, name: string): Promise<void> {
  const url = caller.url('downloadReceipt', { params: { receiptId } });
  const reply = await caller.raw(() => saveDocument({ url, headers: caller.headers(), name, timeoutMs: PATIENCE_MS }));
  if (reply.status !== 200) throw new ApiProblem(problemOf(reply.status, reply.text));
}
