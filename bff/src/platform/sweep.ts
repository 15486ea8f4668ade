import type { Clock } from './clock.ts';
import type { KeyedRequests } from './http/keyed-requests.ts';
import type { Log } from './logging/log.ts';
import type { OutboxTable } from './outbox/outbox-table.ts';

const EVERY_MS = 15 * 60_000;
const KEEP_DELIVERED_MS = 90 * 86_400_000;

/** Removes what is past its time: keys after 48 hours, delivered messages after 90 days. Every instance may do it. */
export class Sweep {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly requests: KeyedRequests,
    private readonly outbox: OutboxTable,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => void this.run(), EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    try {
      const keys = await this.requests.removeExpired();
      const messages = await this.outbox.removeDoneBefore(new Date(this.clock.now().getTime() - KEEP_DELIVERED_MS));
      this.log.event('sweep.done', { keys, messages });
    } catch (error) {
      this.log.event('sweep.failed', {}, error);
    }
  }
}
