import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { groupOf } from './fact-findings.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** Months between two withdrawals of a route, where the centre publishes them; a property fee is by the calendar year and not here. */
export function everyMonths(route: WithdrawalRouteId, pack: CentrePack, today: PlainDate): number | null {
  const rules = pack.withdrawal;
  if (route === 'repay-fund-loan') return figureOn(rules.repayFundLoanEveryMonths, today)?.value ?? null;
  if (route === 'repay-commercial-loan') return figureOn(rules.repayCommercialLoanEveryMonths, today)?.value ?? null;
  if (route === 'rent') return figureOn(rules.rent, today)?.value.everyMonths ?? null;
  if (route === 'purchase') return figureOn(rules.purchase, today)?.value.everyMonths ?? null;
  const gapYears = route === 'renovation' ? figureOn(rules.renovation, today)?.value.gapYears : undefined;
  return gapYears === undefined ? null : gapYears * 12;
}

export const nextYear = (date: PlainDate): PlainDate => `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;

/** The day a route opens again after a withdrawal on a day; null when the centre sets no interval or none is known. */
export function nextEligibleAfter(route: WithdrawalRouteId, pack: CentrePack, withdrawnOn: PlainDate, today: PlainDate = withdrawnOn): PlainDate | null {
  if (route === 'property-fee') return nextYear(withdrawnOn);
  const months = everyMonths(route, pack, today);
  return months === null ? null : addMonths(withdrawnOn, months);
}

/** The last withdrawal by a route that any source told of. */
function lastOf(route: WithdrawalRouteId, facts: WithdrawalFacts): PlainDate | undefined {
  const forHome = (groupOf(facts.home)?.used ?? []).flatMap((used) => (used.route === route && used.on !== undefined ? [used.on] : []));
  return [facts.lastWithdrawals[route], ...forHome].reduce((latest, day) => (day !== undefined && (latest === undefined || day > latest) ? day : latest), undefined);
}

/** The day a route opens again: the core's own, else the last withdrawal and the centre's interval; null when nothing holds it back. */
export function nextPermittedOn(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): PlainDate | null {
  const kept = facts.nextPermitted[route];
  if (kept !== undefined) return kept;
  const last = lastOf(route, facts);
  return last === undefined ? null : nextEligibleAfter(route, pack, last, today);
}

export function intervalFindings(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Finding[] {
  const next = nextPermittedOn(route, facts, pack, today);
  if (next === null || today >= next) return [];
  if (facts.nextPermitted[route] !== undefined || route === 'repay-fund-loan') return [finding('before-next-date', { date: next }, next)];
  if (route === 'property-fee') return [finding('year-used', { date: next }, next)];
  return [finding('before-next-date', { date: next, months: everyMonths(route, pack, today) ?? 0 }, next)];
}
