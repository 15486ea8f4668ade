import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { factAt, groupAt, numberTerm, termAt } from './fact-path.ts';
import { missingFindings, proofFindings, sourceFindings, usedFindings, waitFindings, windowFindings } from './fact-findings.ts';
import type { Condition, FactPath } from './route-definition.ts';
import type { HomeFacts, SourceResult, WithdrawalFacts } from './withdrawal-facts.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** What a condition is held against. */
export interface Case {
  readonly route: WithdrawalRouteId;
  /** The group of facts that the route rests on. */
  readonly about: string;
  readonly facts: WithdrawalFacts;
  readonly pack: CentrePack;
  readonly today: PlainDate;
}
type CheckOf<K extends Condition['check']> = (condition: Extract<Condition, { check: K }>, one: Case) => Finding[];

function firstDay(paths: readonly FactPath[], { facts }: Case): PlainDate | undefined {
  for (const path of paths) {
    const value = factAt(facts, path);
    if (typeof value === 'string') return value;
  }
  return undefined;
}

function months(term: string, unit: number | undefined, { pack, today }: Case): number | undefined {
  const units = numberTerm(pack, term, today);
  return units === undefined ? undefined : units * (unit ?? 1);
}

/** `false` is laid down as much as nothing at all. */
const applies = (term: string | undefined, { pack, today }: Case): boolean => {
  const value = term === undefined ? true : termAt(pack, term, today);
  return value !== undefined && value !== false;
};

const CHECKS: { readonly [K in Condition['check']]: CheckOf<K> } = {
  proofs: ({ kinds }, { facts }) => proofFindings(kinds, facts),
  known: ({ facts: paths, as, ifTerm }, one) =>
    applies(ifTerm, one) && paths.every((path) => factAt(one.facts, path) === undefined) ? missingFindings({ [as]: undefined }) : [],
  never: ({ fact, is, code, ifTerm }, one) => {
    const value = factAt(one.facts, fact);
    return applies(ifTerm, one) && is.some((wrong) => wrong === value) ? [finding(code)] : [];
  },
  among: ({ fact, term, code }, { facts, pack, today }) => {
    const value = factAt(facts, fact);
    const named = termAt(pack, term, today);
    return value !== undefined && Array.isArray(named) && named.indexOf(value) < 0 ? [finding(code)] : [];
  },
  source: ({ fact, as }, { facts }) => sourceFindings(as, factAt(facts, fact) as SourceResult | undefined),
  window: ({ since, term, unitMonths }, one) => windowFindings(firstDay(since, one), months(term, unitMonths, one), one.today),
  wait: ({ since, term, unitMonths, beyond, code }, one) => waitFindings(code, firstDay([since], one), months(term, unitMonths, one), one.today, beyond),
  once: ({ unlessTerm }, one) => {
    // Where it is possible again after some years the interval counts them; a use of which nobody knows the day still stands.
    const again = unlessTerm !== undefined && applies(unlessTerm, one);
    const used = groupAt(one.facts, one.about)?.['used'];
    if (!Array.isArray(used)) return used === true ? [finding('home-already-used')] : [];
    const uses = used as NonNullable<HomeFacts['used']>;
    return usedFindings(one.route, { used: again ? uses.filter(({ on }) => on === undefined) : uses });
  },
  when: ({ fact, is, then }, one) => (factAt(one.facts, fact) === is ? conditionFindings(then, one) : []),
};

/** What stands against a case by its conditions, in their order. */
export function conditionFindings(conditions: readonly Condition[], one: Case): Finding[] {
  return conditions.flatMap((condition) => (CHECKS[condition.check] as CheckOf<Condition['check']>)(condition, one));
}
