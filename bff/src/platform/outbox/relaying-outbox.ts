import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { TypeOrmUnitOfWork } from '../database/typeorm-unit-of-work.ts';
import type { Log } from '../logging/log.ts';
import type { Delivery, OutboxHandler, OutboxMessage } from './outbox.ts';
import { Outbox } from './outbox.ts';
import type { Claimed } from './outbox-table.ts';
import { LEASE_MS, OutboxTable } from './outbox-table.ts';

/** How many deliveries one process has under way at most. */
const AT_ONCE = 16;
/** Throwing after so many tries is worth an alarm; it is never an end, since work that was promised must not be dropped over a fault of ours. */
const TRIES_UNTIL_ALARM = 50;
/** A try by a relay ends this long before its lease. */
const MARGIN_MS = 10_000;

export interface RelaySettings {
  readonly pollMs: number;
}

/** The outbox with this process's relay: it looks for due messages every `pollMs` and at once after a commit that recorded one. */
export class RelayingOutbox extends Outbox {
  readonly table: OutboxTable;
  private readonly handlers = new Map<string, OutboxHandler>();
  private readonly underWay = new Map<string, Promise<boolean>>();
  private wakeUp: (() => void) | undefined;
  private awake = false;
  private stopping = false;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly unitOfWork: TypeOrmUnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly settings: RelaySettings,
  ) {
    super();
    this.table = new OutboxTable(unitOfWork, clock);
  }

  async record(message: OutboxMessage): Promise<string> {
    if (!this.unitOfWork.isRunning()) throw new Error('an outbox message is recorded inside the unit of work of the row it belongs to');
    const id = await this.table.record(message);
    this.unitOfWork.afterCommit(() => this.wake());
    return id;
  }

  handle(topic: string, handler: OutboxHandler): void {
    if (this.handlers.has(topic)) throw new Error(`the outbox topic ${topic} has a handler already`);
    this.handlers.set(topic, handler);
  }

  /** Waits for whoever is delivering the message, or delivers it itself; whatever is not over within the budget goes on behind the reply. */
  async tryNow(messageId: string, budgetMs: number): Promise<boolean> {
    const over = new AbortController();
    const budget = sleep(Math.max(0, budgetMs), false, { signal: over.signal }).catch(() => false);
    try {
      return await Promise.race([this.deliveredBy(messageId, over.signal), budget]);
    } finally {
      over.abort();
    }
  }

  private async deliveredBy(messageId: string, over: AbortSignal): Promise<boolean> {
    while (!over.aborted) {
      const mine = this.underWay.get(messageId);
      if (mine !== undefined) return mine;
      const claimed = await this.table.claimOne(messageId);
      if (claimed !== undefined) return this.start(claimed);
      if (await this.table.isDone(messageId)) return true;
      await sleep(40);
    }
    return false;
  }

  /** Starts looking for work; called once all handlers are registered. */
  startRelay(): void {
    this.loop ??= this.run();
  }

  /** Takes no more work and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.loop;
    await Promise.allSettled(this.underWay.values());
  }

  private wake(): void {
    this.awake = true;
    this.wakeUp?.();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.awake = false;
      const took = await this.takeWork();
      if (!took) await this.nap();
    }
  }

  /** True when there may be more. */
  private async takeWork(): Promise<boolean> {
    const room = AT_ONCE - this.underWay.size;
    try {
      const claimed = await this.table.claimDue([...this.handlers.keys()], room);
      for (const message of claimed) void this.start(message);
      return claimed.length === room && room > 0;
    } catch (error) {
      this.log.event('outbox.claim-failed', {}, error);
      return false;
    }
  }

  private async nap(): Promise<void> {
    if (this.awake || this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.settings.pollMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = undefined;
  }

  private start(claimed: Claimed): Promise<boolean> {
    const delivery = this.deliver(claimed).finally(() => this.underWay.delete(claimed.row.id));
    this.underWay.set(claimed.row.id, delivery);
    return delivery;
  }

  private async deliver(claimed: Claimed): Promise<boolean> {
    const { row } = claimed;
    const delivery = await this.handled(claimed);
    if (delivery.kind === 'dead') this.log.event('outbox.dead', { topic: row.topic, messageId: row.id, attempt: row.attempts, reason: delivery.reason });
    try {
      await this.table.settle(claimed, delivery);
    } catch (error) {
      this.log.event('outbox.claim-failed', { topic: row.topic, messageId: row.id }, error);
      return false;
    }
    return delivery.kind === 'done';
  }

  private async handled({ row }: Claimed): Promise<Delivery> {
    const handler = this.handlers.get(row.topic);
    if (handler === undefined) return { kind: 'later' };
    const deadlineMs = this.clock.now().getTime() + LEASE_MS - MARGIN_MS;
    try {
      const payload = JSON.parse(row.payload) as OutboxMessage['payload'];
      return await handler(payload, { messageId: row.id, attempt: row.attempts, deadlineMs });
    } catch (error) {
      const event = row.attempts >= TRIES_UNTIL_ALARM ? 'outbox.stuck' : 'outbox.retry';
      this.log.event(event, { topic: row.topic, messageId: row.id, attempt: row.attempts }, error);
      return { kind: 'later' };
    }
  }
}
