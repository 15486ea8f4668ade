import { accountPermissions, isGone } from '../account/index.ts';
import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';
import { routeTraits } from './withdrawal-route.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';

/** JGJ/T 320 A.6: frozen, merged, transferred out and closed accounts pay nothing; what `other` means only the core knows. */
export function accountFindings(route: WithdrawalRouteId, facts: WithdrawalFacts): Finding[] {
  const state = facts.accountState;
  if (state === 'frozen') return [finding('account-frozen')];
  if (isGone(state)) return [finding('account-gone', { state })];
  const { closing } = routeTraits(route);
  const allowed = accountPermissions(state);
  if (!(closing ? allowed.withdrawAndClose : allowed.withdrawPart)) return [finding('account-state-unclear')];
  const stay = closing ? 0 : facts.mustStayFen;
  return facts.balanceFen > stay ? [] : [finding('nothing-to-withdraw', { balanceFen: facts.balanceFen, mustStayFen: stay })];
}

/** Name and mobile must be put right before money moves; a case under way blocks every other; paying needs a card. */
export function personFindings(route: WithdrawalRouteId, facts: WithdrawalFacts): Finding[] {
  const running = facts.runningCases[0];
  return [
    ...facts.tasks.map((task) => finding(task)),
    ...(running === undefined ? [] : [finding('case-running', { route: running.route })]),
    ...(routeTraits(route).servedBy === 'online' && facts.usableCards === 0 ? [finding('card-missing')] : []),
  ];
}

/** With a running loan of this centre only its repayment may be withdrawn for, and nothing while it is in arrears. */
export function loanFindings(route: WithdrawalRouteId, facts: WithdrawalFacts): Finding[] {
  if (facts.loan === null) return [];
  return [
    ...(route === 'repay-fund-loan' ? [] : [finding('fund-loan-first')]),
    ...(facts.loan.overduePeriods > 0 ? [finding('loan-in-arrears', { periods: facts.loan.overduePeriods })] : []),
  ];
}

/** The day a route opens again: the core's own, else the last withdrawal and the centre's interval; null when nothing holds it back. */
export function nextPermittedOn(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): PlainDate | null {
  const kept = facts.nextPermitted[route];
  if (kept !== undefined) return kept;
  const last = facts.lastWithdrawals[route];
  return last === undefined ? null : nextEligibleAfter(route, pack, last, today);
}

/** The day a route opens again after a withdrawal on a day; null when the centre sets no interval or none is known. */
export function nextEligibleAfter(route: WithdrawalRouteId, pack: CentrePack, withdrawnOn: PlainDate, today: PlainDate = withdrawnOn): PlainDate | null {
  if (route !== 'repay-fund-loan') return null;
  const interval = figureOn(pack.withdrawal.repayFundLoanEveryMonths, today);
  return interval === undefined ? null : addMonths(withdrawnOn, interval.value);
}

export function intervalFindings(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Finding[] {
  const next = nextPermittedOn(route, facts, pack, today);
  return next !== null && today < next ? [finding('before-next-date', { date: next }, next)] : [];
}
