import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Print } from '../../domain/receipt-printer.ts';
import { ReceiptPrinter } from '../../domain/receipt-printer.ts';

/** How many documents may wait for the thread; each takes about a tenth of a second. */
const WAITING_AT_MOST = 20;
const PATIENCE_MS = 15_000;
/** The thread, and with it the fonts in memory (some 60 MB), goes when nobody has printed for so long. */
const IDLE_MS = 60_000;
const HEAP_MB = 160;

interface Job {
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
  readonly late: NodeJS.Timeout;
}

/** Draws in a thread of its own, so that no request waits for a document. One thread, a short queue: memory is bounded. */
@Injectable()
export class WorkerPrinter extends ReceiptPrinter implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private readonly jobs = new Map<number, Job>();
  private last = 0;

  async print(print: Print): Promise<Buffer | undefined> {
    if (this.jobs.size >= WAITING_AT_MOST) return undefined;
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.start());
    const id = (this.last += 1);
    return new Promise<Buffer>((resolve, reject) => {
      const late = setTimeout(() => this.drop(new Error('a document took too long to draw')), PATIENCE_MS);
      this.jobs.set(id, { resolve, reject, late });
      worker.postMessage({ id, print });
    });
  }

  onApplicationShutdown(): void {
    this.drop(new Error('the printer stops'));
  }

  private start(): Worker {
    const worker = new Worker(new URL('./print.worker.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.on('message', ({ id, bytes }: { readonly id: number; readonly bytes?: Uint8Array }) => this.settle(id, bytes));
    worker.on('error', (error) => {
      if (this.worker === worker) this.drop(error);
    });
    worker.unref();
    return worker;
  }

  private settle(id: number, bytes: Uint8Array | undefined): void {
    const job = this.jobs.get(id);
    if (job === undefined) return;
    this.jobs.delete(id);
    clearTimeout(job.late);
    if (bytes === undefined) job.reject(new Error('a document could not be drawn'));
    else job.resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (this.jobs.size === 0) this.idle = setTimeout(() => this.drop(new Error('the printer was idle')), IDLE_MS).unref();
  }

  /** Ends the thread and whatever waits for it; the next document starts another. */
  private drop(error: Error): void {
    const { worker } = this;
    this.worker = undefined;
    clearTimeout(this.idle);
    for (const job of this.jobs.values()) {
      clearTimeout(job.late);
      job.reject(error);
    }
    this.jobs.clear();
    void worker?.terminate();
  }
}
