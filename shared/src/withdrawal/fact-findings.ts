import { addDays, addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import type { HomeFacts, ProofKind, SourceResult, WithdrawalFacts } from './withdrawal-facts.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding, MissingFact } from './withdrawal-reason.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** A group of facts, or undefined when no source told any of it. */
export function groupOf<T extends object>(group: T | 'unknown' | null | undefined): T | undefined {
  return typeof group === 'object' && group !== null ? group : undefined;
}

/** Which single facts are still missing: the counter sees them on paper. */
export function missingFindings(facts: Readonly<Partial<Record<MissingFact, unknown>>>): Finding[] {
  return (Object.keys(facts) as MissingFact[])
    .filter((name) => facts[name] === undefined)
    .map((missing) => finding('proof-needed', { missing }));
}

/** A source's answer on one matter; no answer is no mismatch, and leaves it to paper. */
export function sourceFindings(what: MissingFact, result: SourceResult | undefined): Finding[] {
  if (result === 'confirmed') return [];
  if (result === 'mismatch') return [finding('source-mismatch', { what })];
  return [result === 'not-found' ? finding('source-not-found', { what }) : finding('proof-needed', { missing: what })];
}

function resultOf(kind: ProofKind, facts: WithdrawalFacts): SourceResult | undefined {
  return facts.documents.find((document) => document.kind === kind)?.result;
}

/** Proofs that a route rests on, each by its source; with none of them looked up the route rests on paper altogether. */
export function proofFindings(kinds: readonly ProofKind[], facts: WithdrawalFacts): Finding[] {
  if (kinds.every((kind) => resultOf(kind, facts) === undefined)) return [finding('proof-needed')];
  return kinds.flatMap((kind) => sourceFindings(kind, resultOf(kind, facts)));
}

/** Whether every proof of a route is confirmed. */
export function allConfirmed(kinds: readonly ProofKind[], facts: WithdrawalFacts): boolean {
  return kinds.every((kind) => resultOf(kind, facts) === 'confirmed');
}

/** Too late: more than so many months since a day. */
export function windowFindings(since: PlainDate | undefined, months: number | undefined, today: PlainDate): Finding[] {
  if (since === undefined || months === undefined) return [];
  const last = addMonths(since, months);
  return today > last ? [finding('outside-window', { months, date: last })] : [];
}

/** Too early: not yet so many months since a day (满), or with `beyond` not yet more than so many (超过, which does not count the number itself). */
export function waitFindings(code: 'proof-too-new' | 'home-too-new', since: PlainDate | undefined, months: number | undefined, today: PlainDate, beyond = false): Finding[] {
  if (since === undefined || months === undefined) return [];
  const opens = addDays(addMonths(since, months), beyond ? 1 : 0);
  return today < opens ? [finding(code, { months, date: opens }, opens)] : [];
}

/** Once per home, here or at another centre: one of the two pays. */
export function usedFindings(route: WithdrawalRouteId, home: Pick<HomeFacts, 'used'>): Finding[] {
  const used = (home.used ?? []).filter((one) => one.route === route);
  return [
    ...(used.some((one) => one.at === 'here') ? [finding('home-already-used')] : []),
    ...(used.some((one) => one.at === 'other-centre') ? [finding('home-used-elsewhere')] : []),
  ];
}
