import { randomUUID } from 'node:crypto';
import type { Core } from '../store/core.ts';
import { signedHeaders, type SigningKey } from '../gateway/signature.ts';
import type { WireEvent } from './event.journal.ts';

/** After 1, 2, 4 … 60 seconds; what seems to wait longer was put off before the machine's clock was set back. */
const LONGEST_WAIT_MS = 60_000;
const ANSWER_WITHIN_MS = 5000;
const BATCH = 50;

export const EVENT_FAULTS = ['duplicate', 'reorder', 'withhold'] as const;
export type EventFault = (typeof EVENT_FAULTS)[number];

export interface PushSettings {
  readonly core: Core;
  readonly key: SigningKey;
  readonly callbackUrl: string | undefined;
  readonly machineNow: () => number;
  /** Milliseconds of the first wait after a refusal; tests shorten it. */
  readonly firstWaitMs?: number;
}
interface WaitingRow {
  readonly sjh: number;
  readonly body: string;
  readonly tries: number;
}

/** Pushes events to the callback until they are taken; faults make it do so badly on purpose. */
export class EventPush {
  private readonly planned = new Map<EventFault, number>();
  private running: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(private readonly settings: PushSettings) {}

  /** Lets a fault strike the next `times` events (pushes for `reorder`). */
  plan(kind: EventFault, times: number): void {
    this.planned.set(kind, (this.planned.get(kind) ?? 0) + times);
  }

  /** Lets withheld events go and forgets the planned faults. */
  release(): void {
    this.planned.clear();
    this.settings.core.run(`UPDATE event SET state = 'waiting', next_try = 0 WHERE state = 'withheld'`);
    this.wake();
  }

  /** Looks for waiting events now; never more than one look at a time. */
  wake(): void {
    if (this.settings.callbackUrl === undefined || this.closed) return;
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    while (this.again && !this.closed) {
      this.again = false;
      await new Promise((resolve) => setImmediate(resolve));
      await this.pushWaiting();
    }
  }

  private use(kind: EventFault, most: number): number {
    const taken = Math.min(this.planned.get(kind) ?? 0, most);
    if (taken > 0) this.planned.set(kind, (this.planned.get(kind) ?? 0) - taken);
    return taken;
  }

  private withhold(): void {
    const { core } = this.settings;
    for (const { sjh } of core.all<{ sjh: number }>(`SELECT sjh FROM event WHERE state = 'waiting' AND tries = 0 ORDER BY sjh`)) {
      if (this.use('withhold', 1) === 0) return;
      core.run(`UPDATE event SET state = 'withheld' WHERE sjh = ?`, sjh);
    }
  }

  private async pushWaiting(): Promise<void> {
    const { core, machineNow } = this.settings;
    this.withhold();
    const now = machineNow();
    const rows = core.all<WaitingRow>(
      `SELECT sjh, body, tries FROM event WHERE state = 'waiting' AND (next_try <= ? OR next_try > ?) ORDER BY sjh LIMIT ?`, now, now + LONGEST_WAIT_MS, BATCH,
    );
    if (rows.length === 0) return;
    const reordered = rows.length > 1 && this.use('reorder', 1) === 1;
    const pushes = reordered ? [...rows].reverse().map((row) => [row]) : [rows];
    for (const push of pushes) {
      const doubled = push.slice(0, this.use('duplicate', push.length));
      await this.send(push);
      if (doubled.length > 0) await this.send(doubled);
    }
    if (rows.length === BATCH) this.again = true;
  }

  private async send(rows: readonly WaitingRow[]): Promise<void> {
    const { core, machineNow, firstWaitMs } = this.settings;
    const taken = await this.post(JSON.stringify({ SJ: rows.map((row) => JSON.parse(row.body) as WireEvent) }));
    if (this.closed && !taken) return;
    for (const { sjh, tries } of rows) {
      if (taken) core.run(`UPDATE event SET state = 'taken' WHERE sjh = ?`, sjh);
      else core.run('UPDATE event SET tries = tries + 1, next_try = ? WHERE sjh = ?', machineNow() + Math.min((firstWaitMs ?? 1000) * 2 ** tries, LONGEST_WAIT_MS), sjh);
    }
  }

  private async post(body: string): Promise<boolean> {
    const { callbackUrl, key, machineNow } = this.settings;
    if (callbackUrl === undefined) return false;
    const url = new URL(callbackUrl);
    const headers = signedHeaders(key.keyId, key.secret, 'POST', `${url.pathname}${url.search}`, machineNow(), randomUUID(), body);
    try {
      const reply = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      await reply.arrayBuffer();
      return reply.ok;
    } catch {
      return false;
    }
  }
}
