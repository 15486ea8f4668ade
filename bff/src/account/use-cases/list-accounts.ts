import type { AccountsReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Identities } from '../../identity/index.ts';
import { accountsOf } from './account-views.ts';
import { OpaqueIds } from './opaque-ids.ts';
import { datedFrom, OverviewStore } from './overview-store.ts';

@Injectable()
export class ListAccounts {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
  ) {}

  async execute(personId: string): Promise<AccountsReply> {
    const reading = await this.overviews.read(await this.identities.of(personId));
    return { accounts: datedFrom(reading, (overview) => accountsOf(overview, personId, this.ids)) };
  }
}
