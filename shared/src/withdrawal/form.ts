import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { withAnswers } from './answers.ts';
import type { Answered } from './answers.ts';
import { fieldOf, routeOffer } from './offer.ts';
import type { MissingField, RouteOffer } from './offer.ts';
import { routeDefinition } from './route-definitions.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** A form with the answers given so far. */
export interface RouteForm {
  /** What is offered on the facts with the answers among them: the maximum follows them, and what they stand against is said. */
  readonly offer: RouteOffer;
  /** Every field that was answered or is still asked, in order: an answer can be changed, and may bring another question with it. */
  readonly fields: readonly MissingField[];
  /** The answers that count; what no longer fits, as a draft may hold it, is left out. */
  readonly answers: Readonly<Record<string, string | number>>;
  readonly answered: Answered;
}

/** The form of a route: the same on the phone and on the server, for a draft as for what is handed in. Never throws on any answers. */
export function routeForm(route: WithdrawalRouteId, facts: WithdrawalFacts, answers: unknown, pack: CentrePack, today: PlainDate): RouteForm {
  const answered = withAnswers(route, facts, answers, pack, today);
  const offer = routeOffer(route, answered.facts, pack, today);
  const counted = answered.facts.answered ?? [];
  const given = answers as Readonly<Record<string, string | number>>;
  const asked = (name: string): boolean => counted.indexOf(name) >= 0 || offer.missing.some((field) => field.name === name);
  return {
    offer,
    fields: routeDefinition(route).asks.filter(({ name }) => asked(name)).map(fieldOf),
    answers: counted.reduce<Readonly<Record<string, string | number>>>((kept, name) => ({ ...kept, [name]: given[name] ?? '' }), {}),
    answered,
  };
}
