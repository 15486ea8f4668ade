import type { Draft, SaveDraftBody } from '@anju/shared/contract';
import { call } from '../../api/call.ts';

/** The calls a draft makes. @throws ApiProblem, TransportFailure */
export const draftCalls = (route: string) => ({
  load: async (): Promise<Draft | null> => (await call('showDraft', { params: { route } })).draft,
  save: async (body: SaveDraftBody): Promise<Draft | null> => (await call('saveDraft', { params: { route }, body })).draft,
  drop: async (): Promise<void> => {
    await call('dropDraft', { params: { route } });
  },
});
