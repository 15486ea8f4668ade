import { endpoints } from '@anju/shared/contract';
import type { AccountsReply, EntriesReply, HomeReply } from '@anju/shared/contract';
import { Controller, Param, Query } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { ListAccounts } from '../use-cases/list-accounts.ts';
import { ListEntries } from '../use-cases/list-entries.ts';
import { ShowHome } from '../use-cases/show-home.ts';
import { AccountParamsDto, EntriesQueryDto } from './account.dto.ts';

@Controller()
export class AccountController {
  constructor(
    private readonly home: ShowHome,
    private readonly accounts: ListAccounts,
    private readonly entries: ListEntries,
  ) {}

  @Serves(endpoints.home)
  showHome(@CurrentPerson() caller: PersonCaller): Promise<HomeReply> {
    return this.home.execute(caller.personId);
  }

  @Serves(endpoints.listAccounts)
  listAccounts(@CurrentPerson() caller: PersonCaller): Promise<AccountsReply> {
    return this.accounts.execute(caller.personId);
  }

  @Serves(endpoints.listEntries)
  listEntries(@CurrentPerson() caller: PersonCaller, @Param() params: AccountParamsDto, @Query() query: EntriesQueryDto): Promise<EntriesReply> {
    return this.entries.execute(caller.personId, params.accountId, query);
  }
}
