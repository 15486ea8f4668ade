import { pathOf } from '../../screen/index.ts';

/** Pages of this feature that only its own pages open. */
export const confirmUrl = (route: string): string => pathOf('/features/withdrawal/pages/confirm/index', { route });
/** The form at one question, from the confirm page: after it, back there. */
export const changeUrl = (route: string, field: string): string => pathOf('/features/withdrawal/pages/form/index', { route, field });
export const resultUrl = (reply: { readonly caseId: string; readonly number: string; readonly state: string }, route: string): string =>
  pathOf('/features/withdrawal/pages/result/index', { caseId: reply.caseId, number: reply.number, state: reply.state, route });
