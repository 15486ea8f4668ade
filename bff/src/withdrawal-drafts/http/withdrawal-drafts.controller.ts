import { endpoints } from '@anju/shared/contract';
import type { DraftReply } from '@anju/shared/contract';
import { Body, Controller, Param } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { KeptDrafts } from '../use-cases/kept-drafts.ts';
import { SaveDraft } from '../use-cases/save-draft.ts';
import { DraftRouteDto, SaveDraftDto } from './withdrawal-drafts.dto.ts';

@Controller()
export class WithdrawalDraftsController {
  constructor(
    private readonly drafts: KeptDrafts,
    private readonly save: SaveDraft,
  ) {}

  @Serves(endpoints.showDraft)
  showDraft(@CurrentPerson() caller: PersonCaller, @Param() params: DraftRouteDto): Promise<DraftReply> {
    return this.drafts.show(caller.personId, params.route);
  }

  @Serves(endpoints.saveDraft)
  saveDraft(@CurrentPerson() caller: PersonCaller, @Param() params: DraftRouteDto, @Body() body: SaveDraftDto): Promise<DraftReply> {
    return this.save.execute(caller.personId, params.route, body);
  }

  @Serves(endpoints.dropDraft)
  dropDraft(@CurrentPerson() caller: PersonCaller, @Param() params: DraftRouteDto): Promise<void> {
    return this.drafts.drop(caller.personId, params.route);
  }
}
