import type { CivilDate, RoutesReply } from '@anju/shared/contract';

/** What a withdrawal for the fund loan is today: to be begun, on its way, from a day on, or not now for reasons the form tells. */
export type RepayWay =
  | { readonly kind: 'open' }
  | { readonly kind: 'running'; readonly caseId: string }
  | { readonly kind: 'later'; readonly from: CivilDate }
  | { readonly kind: 'not-now' };

/** The way from a loan to its withdrawal. While the routes are not known the form is open: it tells the same by itself. */
export function repayWay(reply: RoutesReply | null): RepayWay {
  const routes = reply?.routes;
  const verdict = routes === undefined || routes.state === 'unknown' ? undefined : routes.value.find(({ route }) => route === 'repay-fund-loan');
  if (verdict === undefined) return { kind: 'open' };
  if (verdict.runningCaseId !== undefined) return { kind: 'running', caseId: verdict.runningCaseId };
  if (verdict.eligible) return { kind: 'open' };
  return verdict.eligibleFrom === undefined ? { kind: 'not-now' } : { kind: 'later', from: verdict.eligibleFrom };
}
