import { Injectable } from '@nestjs/common';
import { Database, FieldCipher } from '../../platform/index.ts';
import type { KeptOverview } from '../domain/overview-archive.ts';
import { OverviewArchive } from '../domain/overview-archive.ts';
import { AccountOverviewRow } from './account.rows.ts';

const PURPOSE = 'account_overview.overview';

@Injectable()
export class TypeOrmOverviewArchive extends OverviewArchive {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async keep(personId: string, kept: KeptOverview): Promise<void> {
    const known = await this.database.manager().findOneBy(AccountOverviewRow, { personId });
    // An answer that took longer than a later one is not the last value.
    if (known !== null && known.askedAt.getTime() > kept.askedAt.getTime()) return;
    const row = { personId, overview: this.cipher.seal(kept.overview, PURPOSE), asOf: kept.asOf, askedAt: kept.askedAt };
    await this.database.manager().upsert(AccountOverviewRow, row, ['personId']);
  }

  async last(personId: string): Promise<KeptOverview | undefined> {
    const row = await this.database.manager().findOneBy(AccountOverviewRow, { personId });
    return row === null ? undefined : { overview: this.cipher.open(row.overview, PURPOSE), asOf: row.asOf, askedAt: row.askedAt };
  }

  async forget(personId: string): Promise<void> {
    await this.database.manager().delete(AccountOverviewRow, { personId });
  }
}
