import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { intervalFindings, nextYear } from './interval.ts';
import type { WithdrawalLimit } from './limit-basis.ts';
import { accountFindings, barFindings, loanFindings, personFindings } from './person-findings.ts';
import { routeFindings } from './route-findings.ts';
import { routeDefinition } from './route-definitions.ts';
import { servedByAt } from './served-by.ts';
import { withdrawalLimit } from './withdrawal-limit.ts';
import type { ServedBy, WithdrawalRouteId } from './withdrawal-route.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import { finding } from './withdrawal-reason.ts';
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
  /** How much more in the account makes it possible, in fen; only when money alone stands against it. */
  readonly missingFen?: number;
  readonly decided: 'at-once' | 'by-clerk';
  /** Questions still to be answered, and papers still to be handed in: both only where no source told. */
  readonly questions: number;
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

/** Lines other than the balance that leave nothing: a year used up passes with the year. What was not repaid is said by the route itself. */
function emptyFindings({ basis }: WithdrawalLimit, told: readonly Finding[], today: PlainDate): Finding[] {
  const empty = basis.filter(({ name, amountFen }) => amountFen === 0 && name !== 'balance-less-stay' && name !== 'repaid-since-last');
  return empty.flatMap(({ name }) => {
    if (name !== 'year-left') return [finding('nothing-left', { line: name })];
    const date = nextYear(today);
    return told.some(({ reason }) => reason.code === 'year-used') ? [] : [finding('year-used', { date }, date)];
  });
}

/** Everything that stands against a route by the facts as they are. */
export function findingsOn(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): readonly Finding[] {
  const own = routeFindings(route, facts, pack, today);
  // The dead have no cards and no case under way; what the account allows their heirs counts all the same.
  if (routeDefinition(route).heirs === true) return [...accountFindings(route, facts, pack, today), ...own];
  const found = [
    ...accountFindings(route, facts, pack, today),
    ...personFindings(route, facts, pack, today),
    ...barFindings(facts, today),
    ...loanFindings(route, facts),
    ...own,
    ...intervalFindings(route, facts, pack, today),
  ];
  return [...found, ...emptyFindings(withdrawalLimit(route, facts, pack, today), found, today)];
}

/** How often a day is looked at again: what passes may uncover another rule that passes later. */
const LOOKS = 8;

/** The day on which nothing stands against a route any more, held against the rules of that very day. */
function opensOn(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, findings: readonly Finding[], standing: Standing): PlainDate | undefined {
  let day = passesOn(findings);
  for (let look = 0; day !== undefined && look < LOOKS; look += 1) {
    const then = standing(findingsOn(route, facts, pack, day), day);
    if (then.length === 0) return day;
    day = passesOn(then);
  }
  return undefined;
}

/** What of the findings still stands when everything that can be asked is answered; on a day. */
type Standing = (findings: readonly Finding[], day: PlainDate) => readonly Finding[];

/** The verdict of a route on what was found against it, as far as it stands; the rest of it is `offer.ts`'s to say. Pure: the same facts give the same verdict. */
export function verdictOf(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate, found: readonly Finding[], standing: Standing): Omit<RouteVerdict, 'decided' | 'uploads' | 'questions'> {
  const findings = standing(found, today);
  const eligibleFrom = opensOn(route, facts, pack, findings, standing);
  const [only] = findings;
  const missingFen = findings.length === 1 ? only?.missingFen : undefined;
  const running = facts.runningCases.find((one) => one.route === route)?.caseId;
  return {
    route,
    servedBy: servedByAt(route, pack, today),
    eligible: findings.length === 0,
    maxFen: withdrawalLimit(route, facts, pack, today).maxFen,
    reasons: findings.map(({ reason }) => reason),
    ...(eligibleFrom === undefined ? {} : { eligibleFrom }),
    ...(missingFen === undefined ? {} : { missingFen }),
    ...(running === undefined ? {} : { runningCaseId: running }),
  };
}
