import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Log, UnitOfWork } from '../../platform/index.ts';
import { Cases } from '../domain/cases.ts';

/** How long a case that ended can be handed in again. */
export const WISH_KEPT_MS = 30 * 86_400_000;
const EVERY_MS = 3_600_000;
/** So many in one unit of work, so that nobody waits for it. */
const AT_ONCE = 200;

/** Called inside the unit of work in which cases can be handed in again no longer. */
export type ClosedListener = (caseIds: readonly string[]) => Promise<void>;

/** Drops what was asked for in cases that ended thirty days ago: nobody hands them in again. */
@Injectable()
export class SweepWishes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly closed: ClosedListener[] = [];

  constructor(
    private readonly cases: Cases,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      void this.execute().catch((error: unknown) => this.log.event('sweep.failed', { what: 'wishes' }, error));
    }, EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  onClosed(listener: ClosedListener): void {
    this.closed.push(listener);
  }

  /** How many were dropped. */
  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - WISH_KEPT_MS);
    for (let dropped = 0; ; ) {
      const now = await this.unitOfWork.run(() => this.drop(before));
      dropped += now;
      if (now < AT_ONCE) return dropped;
    }
  }

  private async drop(before: Date): Promise<number> {
    const caseIds = await this.cases.dropWishes(before, AT_ONCE);
    for (const listener of this.closed) await listener(caseIds);
    return caseIds.length;
  }
}
