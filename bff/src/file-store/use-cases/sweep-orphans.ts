import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Log, UnitOfWork } from '../../platform/index.ts';
import { FileRegister, FileVault } from '../domain/stored-file.ts';

const KEPT_MS = 7 * 86_400_000;
const EVERY_MS = 3_600_000;
const AT_ONCE = 200;

/** Removes uploads that no case took within a week. */
@Injectable()
export class SweepOrphans implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly register: FileRegister,
    private readonly vault: FileVault,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      void this.execute().catch((error: unknown) => this.log.event('sweep.failed', { what: 'files' }, error));
    }, EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async execute(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    const orphans = await this.register.orphansBefore(before, AT_ONCE);
    let swept = 0;
    for (const fileId of orphans) {
      // The row goes first: a case that takes the file in this moment keeps both.
      if (!(await this.unitOfWork.run(() => this.register.dropOrphan(fileId)))) continue;
      await this.vault.remove(fileId);
      swept += 1;
    }
    if (swept > 0) this.log.event('sweep.done', { what: 'files', count: swept });
    return swept;
  }
}
