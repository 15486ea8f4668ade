import { endpoints } from '@anju/shared/contract';
import type { AccountsReply, EntriesReply, GapsReply, HomeReply, StatementReply } from '@anju/shared/contract';
import { Controller, Param, Query } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { ListAccounts } from '../use-cases/list-accounts.ts';
import { ListEntries } from '../use-cases/list-entries.ts';
import { ShowGaps } from '../use-cases/show-gaps.ts';
import { ShowHome } from '../use-cases/show-home.ts';
import { ShowStatement } from '../use-cases/show-statement.ts';
import { AccountParamsDto, EntriesQueryDto, StatementParamsDto } from './account.dto.ts';

@Controller()
export class AccountController {
  constructor(
    private readonly home: ShowHome,
    private readonly accounts: ListAccounts,
    private readonly entries: ListEntries,
    private readonly gaps: ShowGaps,
    private readonly statements: ShowStatement,
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

  @Serves(endpoints.showGaps)
  showGaps(@CurrentPerson() caller: PersonCaller, @Param() params: AccountParamsDto): Promise<GapsReply> {
    return this.gaps.execute(caller.personId, params.accountId);
  }

  @Serves(endpoints.showStatement)
  showStatement(@CurrentPerson() caller: PersonCaller, @Param() params: StatementParamsDto): Promise<StatementReply> {
    return this.statements.execute(caller.personId, params.accountId, params.fundYear);
  }
}
