import { Global, Module } from '@nestjs/common';
import { TypeOrmOverviewArchive } from './adapters/typeorm-overview-archive.ts';
import { OverviewArchive } from './domain/overview-archive.ts';
import { AccountController } from './http/account.controller.ts';
import { FindAccount } from './use-cases/find-account.ts';
import { LedgerReader } from './use-cases/ledger-reader.ts';
import { ListAccounts } from './use-cases/list-accounts.ts';
import { ListEntries } from './use-cases/list-entries.ts';
import { OpaqueIds } from './use-cases/opaque-ids.ts';
import { OverviewStore } from './use-cases/overview-store.ts';
import { ShowGaps } from './use-cases/show-gaps.ts';
import { ShowHome } from './use-cases/show-home.ts';
import { ShowStatement } from './use-cases/show-statement.ts';

@Global()
@Module({
  controllers: [AccountController],
  providers: [
    { provide: OverviewArchive, useClass: TypeOrmOverviewArchive },
    OverviewStore, OpaqueIds, FindAccount, LedgerReader, ShowHome, ListAccounts, ListEntries, ShowGaps, ShowStatement,
  ],
  exports: [OverviewStore, OpaqueIds],
})
export class AccountModule {}
