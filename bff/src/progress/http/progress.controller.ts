import { endpoints } from '@anju/shared/contract';
import type { CaseReply, CasesReply } from '@anju/shared/contract';
import { Controller, Param, Query } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { CancelCase } from '../use-cases/cancel-case.ts';
import { ListCases, ShowCase } from '../use-cases/show-cases.ts';
import { CaseParamsDto, CasesQueryDto } from './progress.dto.ts';

@Controller()
export class ProgressController {
  constructor(
    private readonly list: ListCases,
    private readonly show: ShowCase,
    private readonly cancel: CancelCase,
  ) {}

  @Serves(endpoints.listCases)
  listCases(@CurrentPerson() caller: PersonCaller, @Query() query: CasesQueryDto): Promise<CasesReply> {
    return this.list.execute(caller.personId, query);
  }

  @Serves(endpoints.showCase)
  showCase(@CurrentPerson() caller: PersonCaller, @Param() params: CaseParamsDto): Promise<CaseReply> {
    return this.show.execute(caller.personId, params.caseId);
  }

  @Serves(endpoints.cancelCase)
  cancelCase(@CurrentPerson() caller: PersonCaller, @Param() params: CaseParamsDto): Promise<CaseReply> {
    return this.cancel.execute(caller.personId, params.caseId);
  }
}
