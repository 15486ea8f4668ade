import { Global, Module } from '@nestjs/common';
import { TypeOrmDraftShelf } from './adapters/typeorm-draft-shelf.ts';
import { DraftShelf } from './domain/draft.ts';
import { Drafts } from './drafts.port.ts';
import { WithdrawalDraftsController } from './http/withdrawal-drafts.controller.ts';
import { KeptDrafts } from './use-cases/kept-drafts.ts';
import { SaveDraft } from './use-cases/save-draft.ts';
import { SweepDrafts } from './use-cases/sweep-drafts.ts';

/** What was begun and not sent. Global, since the route list and the form show it and the submission ends it. */
@Global()
@Module({
  controllers: [WithdrawalDraftsController],
  providers: [{ provide: DraftShelf, useClass: TypeOrmDraftShelf }, KeptDrafts, { provide: Drafts, useExisting: KeptDrafts }, SaveDraft, SweepDrafts],
  exports: [Drafts],
})
export class WithdrawalDraftsModule {}
