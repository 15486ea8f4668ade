import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { groupOf } from './fact-findings.ts';
import { numberTerm } from './fact-path.ts';
import { routeDefinition } from './route-definitions.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** Months between two withdrawals of a route, where the centre publishes them; what is by the calendar year is not here. */
export function everyMonths(route: WithdrawalRouteId, pack: CentrePack, today: PlainDate): number | null {
  const { every } = routeDefinition(route);
  const units = every === undefined || every === 'calendar-year' ? undefined : numberTerm(pack, every.term, today);
  return every === undefined || every === 'calendar-year' || units === undefined ? null : units * (every.unitMonths ?? 1);
}

/** Once in a calendar year. */
export function isYearly(route: WithdrawalRouteId): boolean {
  return routeDefinition(route).every === 'calendar-year';
}

export const nextYear = (date: PlainDate): PlainDate => `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;

/** The day a route opens again after a withdrawal on a day; null when the centre sets no interval or none is known. */
export function nextEligibleAfter(route: WithdrawalRouteId, pack: CentrePack, withdrawnOn: PlainDate, today: PlainDate = withdrawnOn): PlainDate | null {
  if (isYearly(route)) return nextYear(withdrawnOn);
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
  if (facts.nextPermitted[route] !== undefined) return [finding('before-next-date', { date: next }, next)];
  if (isYearly(route)) return [finding('year-used', { date: next }, next)];
  return [finding('before-next-date', { date: next, months: everyMonths(route, pack, today) ?? 0 }, next)];
}
