import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { accountFindings, intervalFindings, loanFindings, personFindings } from './person-findings.ts';
import { routeFindings } from './route-findings.ts';
import { withdrawalLimit } from './withdrawal-limit.ts';
import { routeTraits, WITHDRAWAL_ROUTES } from './withdrawal-route.ts';
import type { ServedBy, WithdrawalRouteId } from './withdrawal-route.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import type { Finding, WithdrawalReason } from './withdrawal-reason.ts';

/** May this person withdraw by this route: yes or no, how much, every reason against it, and from when. */
export interface RouteVerdict {
  readonly route: WithdrawalRouteId;
  readonly servedBy: ServedBy;
  readonly eligible: boolean;
  /** null when it cannot be told; for rent, what one month pays. */
  readonly maxFen: number | null;
  readonly reasons: readonly WithdrawalReason[];
  /** The first day on which nothing stands against it; only when time alone does now. */
  readonly eligibleFrom?: PlainDate;
  readonly decided: 'at-once' | 'by-clerk';
  readonly uploads: number;
  readonly runningCaseId?: string;
}

/** The latest of the days on which the reasons pass; undefined unless all of them pass with time. */
function passesOn(findings: readonly Finding[]): PlainDate | undefined {
  let latest: PlainDate | undefined;
  for (const found of findings) {
    if (found.passesOn === undefined) return undefined;
    if (latest === undefined || found.passesOn > latest) latest = found.passesOn;
  }
  return latest;
}

function decidedBy(route: WithdrawalRouteId, facts: WithdrawalFacts): 'at-once' | 'by-clerk' {
  const confirmed = facts.documents.some((document) => document.kind === 'purchase-contract' && document.result === 'confirmed' && document.local);
  return route === 'purchase' && confirmed ? 'at-once' : routeTraits(route).decided;
}

/** The verdict on one route. `today` is the core's day. Pure: the same facts give the same verdict. */
export function routeVerdict(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): RouteVerdict {
  const traits = routeTraits(route);
  const findings =
    route === 'death'
      ? routeFindings(route, facts, pack, today)
      : [
          ...accountFindings(route, facts),
          ...personFindings(route, facts),
          ...loanFindings(route, facts),
          ...routeFindings(route, facts, pack, today),
          ...intervalFindings(route, facts, pack, today),
        ];
  const eligibleFrom = passesOn(findings);
  const running = facts.runningCases.find((one) => one.route === route)?.caseId;
  return {
    route,
    servedBy: traits.servedBy,
    eligible: findings.length === 0,
    maxFen: withdrawalLimit(route, facts, pack, today).maxFen,
    reasons: findings.map((found) => found.reason),
    ...(eligibleFrom === undefined ? {} : { eligibleFrom }),
    decided: decidedBy(route, facts),
    uploads: traits.uploads,
    ...(running === undefined ? {} : { runningCaseId: running }),
  };
}

/** The verdicts on all routes, in the order they are listed. */
export function routeVerdicts(facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): readonly RouteVerdict[] {
  return WITHDRAWAL_ROUTES.map((route) => routeVerdict(route, facts, pack, today));
}
