import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Log, UnitOfWork } from '../../platform/index.ts';
import { CodeTries, Invitations, KEPT_MS, TRY_MS } from '../domain/invitation.ts';

const EVERY_MS = 3_600_000;

/** Removes invitations that ran out a week ago and tries that count no more. */
@Injectable()
export class SweepInvitations implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly invitations: Invitations,
    private readonly tries: CodeTries,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      void this.execute().catch((error: unknown) => this.log.event('sweep.failed', { what: 'invitations' }, error));
    }, EVERY_MS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async execute(): Promise<number> {
    const now = this.clock.now().getTime();
    const swept = await this.unitOfWork.run(async () => (await this.invitations.sweep(now - KEPT_MS)) + (await this.tries.sweep(now - TRY_MS)));
    if (swept > 0) this.log.event('sweep.done', { what: 'invitations', count: swept });
    return swept;
  }
}
