import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { asksOn, holds, openedFacts, standingFindings } from './asks.ts';
import { findingsOn, verdictOf } from './eligibility.ts';
import type { RouteVerdict } from './eligibility.ts';
import type { Ask, FieldKind, RouteDefinition, RouteStage, SourceName } from './route-definition.ts';
import { routeDefinition } from './route-definitions.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import { WITHDRAWAL_ROUTES } from './withdrawal-route.ts';
import type { ServedBy, WithdrawalRouteId } from './withdrawal-route.ts';

/** A field that is still to be filled in; all else is known. In the order in which it is asked. */
export interface MissingField {
  /** The key of the answer; of a `file` what the paper is. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly group: string;
  readonly choices?: readonly string[];
  readonly optional?: boolean;
  /** Of an amount in fen, of a number, of a text's length. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** A number with so many decimals is handed over without its point: 89.53 as 8953. */
  readonly decimals?: number;
  readonly pattern?: string;
  /** The source that would have told it. */
  readonly instead?: SourceName;
}

/** What a person is offered: may they, for how much, and what is left to ask. */
export interface RouteOffer {
  readonly verdict: RouteVerdict;
  /** Questions and papers; empty while something stands against the route. */
  readonly missing: readonly MissingField[];
  /** Papers that must be handed in. */
  readonly uploads: number;
  readonly decided: 'at-once' | 'by-clerk';
  readonly stages: readonly RouteStage[];
  readonly payTo: 'card' | 'escrow';
  /** The sources it rests on beside the core. */
  readonly sources: readonly SourceName[];
}

/** An ask as it travels, without what only the engine needs. */
export function fieldOf({ fills: _fills, means: _means, settles: _settles, always: _always, unless: _unless, proves: _proves, ...field }: Ask): MissingField {
  return field;
}

function oneHolds({ fact, ...rest }: NonNullable<RouteDefinition['atOnceIf']>[number], facts: WithdrawalFacts): boolean {
  return (typeof fact === 'string' ? [fact] : fact).some((one) => holds({ fact: one, ...rest }, facts));
}

function decidedBy(route: WithdrawalRouteId, facts: WithdrawalFacts, asks: readonly Ask[], served: ServedBy): 'at-once' | 'by-clerk' {
  const { decided, atOnceIf = [], asks: all, sources } = routeDefinition(route);
  const silent = sources.some((source) => (facts.silent ?? []).indexOf(source) >= 0);
  const stated = all.some(({ name }) => (facts.answered ?? []).indexOf(name) >= 0);
  const open = asks.some(({ optional, always }) => optional !== true && always !== true);
  return served !== 'online' || silent || stated || open || !atOnceIf.every((one) => oneHolds(one, facts)) ? 'by-clerk' : decided;
}

type Counted = Pick<RouteVerdict, 'decided' | 'questions' | 'uploads'>;

function countsOf(route: WithdrawalRouteId, opened: WithdrawalFacts, asks: readonly Ask[], served: ServedBy): Counted {
  const needed = asks.filter(({ optional }) => optional !== true);
  const uploads = needed.filter(({ kind }) => kind === 'file').length;
  return { decided: decidedBy(route, opened, asks, served), questions: needed.length - uploads, uploads };
}

/**
 * What a person is offered of a route. Facts that no source told are asked, and proved on paper where they must be: they stand in nobody's way,
 * but a clerk decides. What a source denies stays a refusal. `maxFen` is null until the amounts it rests on are answered. `today` is the core's
 * day. Pure.
 */
export function routeOffer(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): RouteOffer {
  const opened = openedFacts(route, facts, pack, today);
  const found = findingsOn(route, opened, pack, today);
  const verdict = verdictOf(route, opened, pack, today, found, (findings, day) => standingFindings(route, findings, pack, day));
  const asks = asksOn(route, opened, found, pack, today);
  const counts = countsOf(route, opened, verdict.eligible ? asks : [], verdict.servedBy);
  const { stages, payTo = 'card', sources } = routeDefinition(route);
  const decided = decidedBy(route, opened, asks, verdict.servedBy);
  return { verdict: { ...verdict, ...counts, decided }, missing: verdict.eligible ? asks.map(fieldOf) : [], uploads: counts.uploads, decided, stages, payTo, sources };
}

/** What a person is offered of every route, in the order they are listed. */
export function routeOffers(facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): readonly RouteOffer[] {
  return WITHDRAWAL_ROUTES.map((route) => routeOffer(route, facts, pack, today));
}

/** The verdict on the facts as they stand: what no source told counts against the route. What a person is offered is `routeOffer`'s. */
export function routeVerdict(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): RouteVerdict {
  const opened = openedFacts(route, facts, pack, today);
  const found = findingsOn(route, facts, pack, today);
  const open = opened === facts ? found : findingsOn(route, opened, pack, today);
  const verdict = verdictOf(route, facts, pack, today, found, (findings) => findings);
  return { ...verdict, ...countsOf(route, opened, asksOn(route, opened, open, pack, today), verdict.servedBy) };
}

/** The verdicts on all routes, in the order they are listed. */
export function routeVerdicts(facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): readonly RouteVerdict[] {
  return WITHDRAWAL_ROUTES.map((route) => routeVerdict(route, facts, pack, today));
}
