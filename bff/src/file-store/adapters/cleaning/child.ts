import { cleanMaterial } from './clean-material.ts';
import type { Verdict } from './verdict.ts';

/** Above it the next material would find too little left: WebAssembly gives nothing back. */
const SPENT_BYTES = 300 * 1024 * 1024;

/** The process in which strangers' bytes are read. It knows no secret, holds one material at a time, and ends with its parent or by its hand. */
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('message', (bytes: Uint8Array) => {
  void cleanMaterial(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).then((verdict: Verdict) => process.send?.({ verdict, spent: process.memoryUsage.rss() > SPENT_BYTES }));
});
process.send?.({ ready: true });
