import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import { Database } from '../../platform/index.ts';
import type { Share } from '../domain/share.ts';
import { Shares } from '../domain/share.ts';
import { ReceiptShareRow } from './receipt.rows.ts';

/** Shares in the database. No code is kept: it follows from the row and the key. */
@Injectable()
export class TypeOrmShares extends Shares {
  constructor(private readonly database: Database) {
    super();
  }

  async add(share: Share): Promise<void> {
    await this.rows().insert(share);
  }

  async byId(shareId: string): Promise<Share | undefined> {
    return (await this.rows().findOneBy({ shareId })) ?? undefined;
  }

  aliveOf(receiptId: string, now: number): Promise<readonly Share[]> {
    return this.rows().find({ where: { receiptId, withdrawnAt: IsNull(), expiresAt: MoreThan(now) }, order: { createdAt: 'DESC', shareId: 'ASC' } });
  }

  countSince(receiptId: string, since: number): Promise<number> {
    return this.rows().countBy({ receiptId, createdAt: MoreThanOrEqual(since) });
  }

  async withdraw(receiptId: string, at: number): Promise<boolean> {
    return (await this.rows().update({ receiptId, withdrawnAt: IsNull(), expiresAt: MoreThan(at) }, { withdrawnAt: at })).affected !== 0;
  }

  async withdrawAll(personId: string, at: number): Promise<void> {
    await this.rows().update({ personId, withdrawnAt: IsNull(), expiresAt: MoreThan(at) }, { withdrawnAt: at });
  }

  private rows(): Repository<ReceiptShareRow> {
    return this.database.manager().getRepository(ReceiptShareRow);
  }
}
