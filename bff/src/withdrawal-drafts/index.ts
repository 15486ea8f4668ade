export { withdrawalDraftRows } from './adapters/withdrawal-draft.rows.ts';
export { Drafts } from './drafts.port.ts';
export { WithdrawalDraftsModule } from './withdrawal-drafts.module.ts';
