import { pathOf } from '../../screen/paths.ts';

/** Pages of this feature that only its own pages open. */
export const confirmUrl = (route: string): string => pathOf('/features/withdrawal/pages/confirm/index', { route });
/** Why the confirm page leads back to the form: the service has not got the papers, or something is not answered. */
export type WhyBack = 'papers' | 'answers';
/** The form, from a confirm page that lacks something: the form says what. */
export const backUrl = (route: string, why: WhyBack): string => pathOf('/features/withdrawal/pages/form/index', { route, why });
/** The form at one question, from the confirm page: after it, back there. */
export const changeUrl = (route: string, field: string): string => pathOf('/features/withdrawal/pages/form/index', { route, field });
export const resultUrl = (reply: { readonly caseId: string; readonly number: string; readonly state: string }, route: string): string =>
  pathOf('/features/withdrawal/pages/result/index', { caseId: reply.caseId, number: reply.number, state: reply.state, route });
