import { accountPermissions, isGone } from '../account/index.ts';
import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { falseLoanYears, falseWithdrawalYears, figureOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { routeDefinition } from './route-definitions.ts';
import { servedByAt } from './served-by.ts';
import { mustStay } from './withdrawal-limit.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';

/** JGJ/T 320 A.6: frozen, merged, transferred out and closed accounts pay nothing; what `other` means only the core knows. */
export function accountFindings(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Finding[] {
  const state = facts.accountState;
  if (state === 'frozen') return [finding('account-frozen')];
  if (isGone(state)) return [finding('account-gone', { state })];
  const closing = routeDefinition(route).closing === true;
  const allowed = accountPermissions(state);
  if (!(closing ? allowed.withdrawAndClose : allowed.withdrawPart)) return [finding('account-state-unclear')];
  const stay = mustStay(route, facts, pack, today);
  return [
    ...(facts.balanceFen > stay
      ? []
      : [{ ...finding('nothing-to-withdraw', { balanceFen: facts.balanceFen, mustStayFen: stay }), missingFen: stay + 1 - facts.balanceFen }]),
    ...(facts.transferRunning === true ? [finding('transfer-running')] : []),
    ...(closing && facts.contributionPending === true ? [finding('contribution-pending')] : []),
  ];
}

/** Name and mobile must be put right before money moves; a case under way blocks every other; what is paid to a person needs a card. */
export function personFindings(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Finding[] {
  const running = facts.runningCases[0];
  const toCard = routeDefinition(route).payTo === undefined && servedByAt(route, pack, today) === 'online';
  return [
    ...facts.tasks.map((task) => finding(task)),
    ...(running === undefined ? [] : [finding('case-running', { route: running.route })]),
    ...(facts.locked === true ? [finding('locked')] : []),
    ...(toCard && facts.usableCards === 0 ? [finding('card-missing')] : []),
  ];
}

/** With a running loan of this centre, as borrower or co-borrower, only its repayment may be withdrawn for, and nothing while it is in arrears. */
export function loanFindings(route: WithdrawalRouteId, facts: WithdrawalFacts): Finding[] {
  if (facts.loan === null) return [];
  const { overduePeriods, role } = facts.loan;
  const as = role === undefined ? undefined : { role };
  return [
    ...(routeDefinition(route).rule === 'repay-fund-loan' ? [] : [finding('fund-loan-first', as)]),
    ...(overduePeriods > 0 ? [finding('loan-in-arrears', { periods: overduePeriods, ...as })] : []),
  ];
}

function lawfulEnd(falsePapers: WithdrawalFacts['falsePapers']): PlainDate | undefined {
  if (falsePapers === undefined) return undefined;
  const years = figureOn(falsePapers.for === 'loan' ? falseLoanYears : falseWithdrawalYears, falsePapers.on)?.value ?? 0;
  return addMonths(falsePapers.on, years * 12);
}

/** 《住房公积金管理条例》 since 2026-09-20: no withdrawal for years after false papers, for a withdrawal or for a loan. */
export function barFindings(facts: WithdrawalFacts, today: PlainDate): Finding[] {
  const until = facts.barredUntil ?? lawfulEnd(facts.falsePapers);
  return until !== undefined && today < until ? [finding('barred', { date: until }, until)] : [];
}
