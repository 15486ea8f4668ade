import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../config.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { Log, randomId, UnitOfWork } from '../../platform/index.ts';
import { CoreFeedState } from '../domain/core-feed.ts';
import { ReceiveCoreEvents } from './receive-core-events.ts';

const PAGE = 200;
const LEASE_MS = 30_000;

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
      if (read.kind !== 'ok' || read.value.readThrough === undefined) return;
      const { events, readThrough, more } = read.value;
      const messages = await this.unitOfWork.run(async () => ((await this.feed.advance(this.owner, readThrough)) ? this.receive.take(events) : []));
      await this.receive.followUp(messages);
      seen = more ? await this.feed.hold(this.owner, LEASE_MS) : undefined;
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
