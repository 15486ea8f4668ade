export { withdrawalDraftRows } from './adapters/withdrawal-draft.rows.ts';
export { Drafts } from './drafts.port.ts';
export { SaveDraft } from './use-cases/save-draft.ts';
export { WithdrawalDraftsModule } from './withdrawal-drafts.module.ts';
