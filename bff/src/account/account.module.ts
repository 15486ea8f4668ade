import { Global, Module } from '@nestjs/common';
import { TypeOrmOverviewArchive } from './adapters/typeorm-overview-archive.ts';
import { OverviewArchive } from './domain/overview-archive.ts';
import { AccountController } from './http/account.controller.ts';
import { ListAccounts } from './use-cases/list-accounts.ts';
import { ListEntries } from './use-cases/list-entries.ts';
import { OpaqueIds } from './use-cases/opaque-ids.ts';
import { OverviewStore } from './use-cases/overview-store.ts';
import { ShowHome } from './use-cases/show-home.ts';

@Global()
@Module({
  controllers: [AccountController],
  providers: [{ provide: OverviewArchive, useClass: TypeOrmOverviewArchive }, OverviewStore, OpaqueIds, ShowHome, ListAccounts, ListEntries],
  exports: [OverviewStore, OpaqueIds],
})
export class AccountModule {}
