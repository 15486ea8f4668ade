import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Log, UnitOfWork } from '../../platform/index.ts';
import { DraftShelf, KEPT_MS } from '../domain/draft.ts';

const EVERY_MS = 3_600_000;

/** Removes drafts that nobody has written in for 30 days; their files were held just as long. */
@Injectable()
export class SweepDrafts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly shelf: DraftShelf,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      void this.execute().catch((error: unknown) => this.log.event('sweep.failed', { what: 'drafts' }, error));
    }, EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async execute(): Promise<number> {
    const swept = await this.unitOfWork.run(() => this.shelf.sweep(new Date(this.clock.now().getTime() - KEPT_MS)));
    if (swept > 0) this.log.event('sweep.done', { what: 'drafts', count: swept });
    return swept;
  }
}
