import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Log, UnitOfWork } from '../../platform/index.ts';
import { FileRegister, FileVault } from '../domain/stored-file.ts';

const KEPT_MS = 7 * 86_400_000;
/** A content is written before its row; a day later there is a row or there will be none. */
const LITTER_MS = 86_400_000;
const EVERY_MS = 3_600_000;
const AT_ONCE = 200;

/** Removes uploads that no case took within a week and no draft holds, and contents that a crash left without a row. */
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
    const now = this.clock.now();
    const before = new Date(now.getTime() - KEPT_MS);
    const orphans = await this.register.orphansBefore(before, now, AT_ONCE);
    let swept = 0;
    for (const fileId of orphans) {
      // The row goes first: a case or draft that takes the file in this moment keeps both.
      if (!(await this.unitOfWork.run(() => this.register.dropOrphan(fileId, now)))) continue;
      await this.vault.remove(fileId);
      swept += 1;
    }
    swept += await this.sweepLitter();
    if (swept > 0) this.log.event('sweep.done', { what: 'files', count: swept });
    return swept;
  }

  private async sweepLitter(): Promise<number> {
    const found: string[] = [];
    let swept = 0;
    for await (const fileId of this.vault.writtenBefore(new Date(this.clock.now().getTime() - LITTER_MS))) {
      if (found.push(fileId) >= AT_ONCE) swept += await this.removeUnknown(found.splice(0));
    }
    return swept + (await this.removeUnknown(found));
  }

  private async removeUnknown(fileIds: readonly string[]): Promise<number> {
    const known = fileIds.length === 0 ? new Set() : await this.register.knownOf(fileIds);
    const litter = fileIds.filter((fileId) => !known.has(fileId));
    for (const fileId of litter) await this.vault.remove(fileId);
    return litter.length;
  }
}
