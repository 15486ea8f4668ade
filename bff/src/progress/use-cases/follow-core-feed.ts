import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../config.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { Log, Outbox, randomId, UnitOfWork } from '../../platform/index.ts';
import { CoreFeedState } from '../domain/core-feed.ts';
import { ReceiveCoreEvents } from './receive-core-events.ts';

const PAGE = 200;
const LEASE_MS = 30_000;
const NOW_BUDGET_MS = 2000;

/** Reads the core's event feed, one instance at a time: pushes may be lost, the feed is the truth. */
@Injectable()
export class FollowCoreFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly owner = randomId();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly core: CoreFund,
    private readonly feed: CoreFeedState,
    private readonly receive: ReceiveCoreEvents,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.wait();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    await this.feed.release(this.owner).catch(() => undefined);
  }

  /** One round: everything that is new in the feed. */
  async execute(): Promise<void> {
    let seen = await this.feed.hold(this.owner, LEASE_MS);
    while (seen !== undefined && !this.stopped) {
      const read = await this.core.eventsAfter(seen, PAGE);
      if (read.kind !== 'ok' || read.value.events.length === 0) return;
      const { events } = read.value;
      const last = Math.max(...events.map((event) => event.eventNo));
      const messages = await this.unitOfWork.run(async () => ((await this.feed.advance(this.owner, last)) ? this.receive.take(events) : []));
      for (const message of messages) await this.outbox.tryNow(message, NOW_BUDGET_MS);
      seen = events.length < PAGE ? undefined : await this.feed.hold(this.owner, LEASE_MS);
    }
  }

  private wait(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.execute()
        .catch((error: unknown) => this.log.event('core.failed', { call: 'events' }, error))
        .finally(() => this.wait());
    }, this.config.core.pollSeconds * 1000);
    this.timer.unref();
  }
}
