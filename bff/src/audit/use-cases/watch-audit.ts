import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Log } from '../../platform/index.ts';
import { VerifyAudit } from './verify-audit.ts';

const EVERY_MS = 24 * 3_600_000;
/** Not at the start, where there is enough to do, and not so late that an instance renewed each day never comes to it. */
const FIRST_MS = 3_600_000;

/** Walks the chain once a day and raises the alarm when it does not hold. */
@Injectable()
export class WatchAudit implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly verify: VerifyAudit,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.wait(FIRST_MS);
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  async execute(): Promise<void> {
    const verdict = await this.verify.execute();
    if (!verdict.holds) this.log.event('audit.broken', { brokenAt: verdict.brokenAt });
  }

  private wait(milliseconds: number): void {
    this.timer = setTimeout(() => {
      void this.execute()
        .catch((error: unknown) => this.log.event('sweep.failed', { what: 'audit' }, error))
        .finally(() => this.wait(EVERY_MS));
    }, milliseconds);
    this.timer.unref();
  }
}
