import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { factAt, groupAt, isNothing, withGroup } from './fact-path.ts';
import type { Ask, FactPath } from './route-definition.ts';
import { proofsOf, routeDefinition } from './route-definitions.ts';
import { servedByAt } from './served-by.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import type { Finding } from './withdrawal-reason.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** A contract that the source confirmed has told what the person would be asked. */
function withContract(facts: WithdrawalFacts): WithdrawalFacts {
  const contract = facts.documents.find((document) => document.kind === 'purchase-contract');
  if (contract?.kind !== 'purchase-contract' || contract.result !== 'confirmed') return facts;
  const told = { contractNumber: contract.number ?? '', city: contract.local ? 'local' : 'elsewhere', ...(contract.paidFen === undefined ? {} : { paidFen: contract.paidFen }) };
  return withGroup(facts, 'home', { ...told, ...groupAt(facts, 'home') });
}

/**
 * The facts as a route taken online looks at them: where no source told anything of the case, each single fact is missing and can be asked for.
 * At the counter everything is shown at once, and the facts stay as they are.
 */
export function openedFacts(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): WithdrawalFacts {
  if (servedByAt(route, pack, today) !== 'online') return facts;
  const { about } = routeDefinition(route);
  const told = about === 'home' ? withContract(facts) : facts;
  const opened = about === undefined || groupAt(told, about) !== undefined || isNothing(told, about) ? told : withGroup(told, about, {});
  const silent = proofsOf(route).filter((kind) => !opened.documents.some((document) => document.kind === kind));
  return silent.length === 0 ? opened : { ...opened, documents: [...opened.documents, ...silent.map((kind) => ({ kind, result: 'unavailable' }) as const)] };
}

/** Whether an answer or a paper does away with a finding; an age that no answer makes reached stays as it is. */
function settles({ settles: keys = [] }: Ask, { reason: { code, params = {} } }: Finding, today: PlainDate): boolean {
  const { missing, earliest } = params;
  if (typeof earliest === 'string' && earliest > today) return false;
  return (keys as readonly string[]).indexOf(code === 'proof-needed' ? String(missing ?? '') : code) >= 0;
}

/** Whether a fact is so, or known at all. */
export function holds({ fact, is }: { readonly fact: FactPath; readonly is?: string | boolean }, facts: WithdrawalFacts): boolean {
  const value = factAt(facts, fact);
  return is === undefined ? value !== undefined : value === is;
}

/** Whether what an ask is put for unless it is told, is told. */
export function isTold({ unless }: Ask, facts: WithdrawalFacts): boolean {
  return unless === undefined || holds(unless, facts);
}

/** What is asked of a person on facts that are opened, in the definition's order: questions first, then the papers that prove their answers. */
export function asksOn(route: WithdrawalRouteId, facts: WithdrawalFacts, findings: readonly Finding[], pack: CentrePack, today: PlainDate): readonly Ask[] {
  if (servedByAt(route, pack, today) !== 'online') return [];
  const asked: Ask[] = [];
  const proven = (name: string): boolean =>
    (facts.answered ?? []).indexOf(name) >= 0 || asked.some((ask) => ask.name === name && ask.optional !== true);
  for (const ask of routeDefinition(route).asks) {
    if (ask.always === true || findings.some((found) => settles(ask, found, today)) || !isTold(ask, facts) || (ask.proves ?? []).some(proven)) asked.push(ask);
  }
  return asked;
}

/** What still stands when all that is asked is answered and shown. */
export function standingFindings(route: WithdrawalRouteId, findings: readonly Finding[], pack: CentrePack, today: PlainDate): readonly Finding[] {
  if (servedByAt(route, pack, today) !== 'online') return findings;
  const { asks } = routeDefinition(route);
  return findings.filter((found) => !asks.some((ask) => settles(ask, found, today)));
}
