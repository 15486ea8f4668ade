import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { answerFault } from './answer-fault.ts';
import type { AnswerRule } from './answer-fault.ts';
import { asksOn, isTold, openedFacts } from './asks.ts';
import { findingsOn } from './eligibility.ts';
import { factAt, withFact } from './fact-path.ts';
import type { Ask } from './route-definition.ts';
import { routeDefinition } from './route-definitions.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** An answer that does not count. `unknown`: the route has no such field; `not-asked`: it has, but in another case than this. */
export interface AnswerFault {
  readonly field: string;
  readonly rule: AnswerRule | 'unknown' | 'not-asked';
}
/** The facts with a person's answers among them. */
export interface Answered {
  readonly facts: WithdrawalFacts;
  readonly faults: readonly AnswerFault[];
  /** Fields answered that a source has told in the meantime: the source goes first. */
  readonly superseded: readonly string[];
}

/** What an answer says: itself, what its choice means, or an amount repaid in the twelve months up to today. */
function meaning({ means }: Ask, value: string | number, today: PlainDate): unknown {
  if (means === undefined) return value;
  return means === 'repaid-last-year' ? { fromDate: addMonths(today, -12), toDate: today, principalFen: value, interestFen: 0 } : means[value];
}

function filled(facts: WithdrawalFacts, ask: Ask, value: string | number, today: PlainDate): WithdrawalFacts {
  const told = ask.fills === undefined ? facts : withFact(facts, ask.fills, meaning(ask, value, today));
  return { ...told, answered: [...(facts.answered ?? []), ask.name] };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The facts with the person's answers put in, each held against its question: phone and server judge alike, and the maximum follows the answers.
 * Answers are of whatever origin; what does not fit is named by its field (`answers.<name>`) and left out. Answered facts are listed in
 * `answered`: papers prove them and a clerk decides. An answer left out is no fault: it stays missing in `routeOffer`. Never throws.
 */
export function withAnswers(route: WithdrawalRouteId, facts: WithdrawalFacts, answers: unknown, pack: CentrePack, today: PlainDate): Answered {
  if (answers !== undefined && !isRecord(answers)) return { facts, faults: [{ field: 'answers', rule: 'type' }], superseded: [] };
  const given = new Map(Object.entries(answers ?? {}));
  const faults: AnswerFault[] = [];
  const superseded: string[] = [];
  let told = facts;
  for (const ask of routeDefinition(route).asks) {
    const { name, fills } = ask;
    if (ask.kind === 'file' || !given.has(name)) continue;
    const value = given.get(name);
    given.delete(name);
    const opened = openedFacts(route, told, pack, today);
    const fault = answerFault(ask, value, today);
    if (asksOn(route, opened, findingsOn(route, opened, pack, today), pack, today).indexOf(ask) < 0) {
      const known = fills !== undefined && factAt(opened, fills) !== undefined;
      if (known || (ask.unless !== undefined && isTold(ask, opened))) superseded.push(name);
      else faults.push({ field: `answers.${name}`, rule: 'not-asked' });
    } else if (fault === null) told = filled(told, ask, value as string | number, today);
    else faults.push({ field: `answers.${name}`, rule: fault });
  }
  for (const name of given.keys()) faults.push({ field: `answers.${name}`, rule: 'unknown' });
  return { facts: told, faults, superseded };
}
