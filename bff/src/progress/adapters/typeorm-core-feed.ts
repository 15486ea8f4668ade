import { Injectable } from '@nestjs/common';
import { Clock, Database, UnitOfWork } from '../../platform/index.ts';
import { CoreFeedState } from '../domain/core-feed.ts';
import { CoreFeedRow } from './progress.rows.ts';

const FEED = { id: 'core' };

@Injectable()
export class TypeOrmCoreFeed extends CoreFeedState {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  hold(owner: string, leaseMs: number): Promise<number | undefined> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const update = this.database.manager().createQueryBuilder().update(CoreFeedRow);
      await update
        .set({ leaseOwner: owner, leaseUntil: new Date(now.getTime() + leaseMs) })
        .where('id = :id AND (lease_owner = :owner OR lease_owner IS NULL OR lease_until < :now)', { ...FEED, owner, now: now.getTime() })
        .execute();
      // Who holds the lease is read back: the row says it on every engine.
      const row = await this.database.manager().findOneByOrFail(CoreFeedRow, FEED);
      return row.leaseOwner === owner ? row.lastEvent : undefined;
    });
  }

  async advance(owner: string, eventNo: number): Promise<boolean> {
    const written = await this.database.manager().update(CoreFeedRow, { ...FEED, leaseOwner: owner }, { lastEvent: eventNo });
    return written.affected === 1;
  }

  async release(owner: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.database.manager().update(CoreFeedRow, { ...FEED, leaseOwner: owner }, { leaseOwner: null });
    });
  }
}
