import { Injectable } from '@nestjs/common';
import { BlindIndex, Database, isDuplicateKey } from '../../platform/index.ts';
import { SubscriptionLedger } from '../domain/notices.ts';
import { SubscriptionRow } from './notification.rows.ts';

@Injectable()
export class TypeOrmSubscriptionLedger extends SubscriptionLedger {
  constructor(
    private readonly database: Database,
    private readonly blindIndex: BlindIndex,
  ) {
    super();
  }

  async add(openId: string, templateId: string): Promise<void> {
    const key = this.keyOf(openId, templateId);
    const manager = this.database.manager();
    if ((await manager.increment(SubscriptionRow, key, 'remaining', 1)).affected === 1) return;
    try {
      await manager.insert(SubscriptionRow, { ...key, remaining: 1 });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await manager.increment(SubscriptionRow, key, 'remaining', 1);
    }
  }

  async take(openId: string, templateId: string): Promise<boolean> {
    const update = this.database.manager().createQueryBuilder().update(SubscriptionRow);
    const taken = await update
      .set({ remaining: () => 'remaining - 1' })
      .where('account = :account AND template_id = :templateId AND remaining > 0', this.keyOf(openId, templateId))
      .execute();
    return taken.affected === 1;
  }

  async clear(openId: string, templateId: string): Promise<void> {
    await this.database.manager().update(SubscriptionRow, this.keyOf(openId, templateId), { remaining: 0 });
  }

  async remaining(openId: string, templateId: string): Promise<number> {
    const row = await this.database.manager().findOneBy(SubscriptionRow, this.keyOf(openId, templateId));
    return row?.remaining ?? 0;
  }

  private keyOf(openId: string, templateId: string): { account: string; templateId: string } {
    return { account: this.blindIndex.of(openId, 'subscription.account'), templateId };
  }
}
