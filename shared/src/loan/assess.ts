import { loanRateOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import type { EstimateInput, LimitName } from './estimate-input.ts';
import { isOpen } from './limit.ts';
import type { Limit, OpenLimit } from './limit.ts';
import { amountOf, inOrder, limitsOf } from './limits.ts';
import type { Limits } from './limits.ts';
import { ruleOf } from './limits-rule.ts';
import type { Rule } from './limits-rule.ts';
import { loanCaseOf, withCategory } from './loan-case.ts';
import type { LoanCase } from './loan-case.ts';
import { termOf } from './term.ts';
import type { Term } from './term.ts';
import { ruleWords } from './texts/open.texts.ts';

/** A quota with everything it was decided by, before any of it is put into words. */
export interface Assessment {
  readonly loanCase: LoanCase;
  readonly term: Term;
  readonly rateMillionths: number;
  readonly limits: Limits;
  readonly step: Rule<number> | null;
  readonly amountFen: number | null;
  readonly atMostFen: number | null;
  readonly complete: boolean;
  readonly binding: LimitName | null;
}

/** One amount and the limit it comes from. */
interface Held {
  readonly fen: number;
  readonly by: LimitName;
}

function least(limits: readonly (Limit | OpenLimit)[]): Held | null {
  let held: Held | null = null;
  for (const limit of limits) {
    const fen = amountOf(limit);
    if (fen !== null && (held === null || fen < held.fen)) held = { fen, by: limit.limit };
  }
  return held;
}

const forbids = (limit: Limit | OpenLimit): boolean => amountOf(limit) === 0;
const mayForbid = (limit: Limit | OpenLimit): boolean => isOpen(limit) && limit.mayForbid === true;
const isStale = (limit: Limit | OpenLimit): boolean => !isOpen(limit) && limit.rules.some((rule) => rule.expired);

/**
 * What account and ability carry, raised to the minimum. Known while both are; and also when what is known of them is below the minimum,
 * which then decides whatever the rest is, or nothing at all. An ability nobody published a rule for is not counted (and said).
 */
function carried({ account, ability, minimum }: Limits): { readonly held: Held | null; readonly known: boolean } {
  const own = least([account, ability]);
  const floorFen = minimum?.amountFen ?? 0;
  if (own !== null && own.fen < floorFen) return { held: { fen: floorFen, by: 'guaranteed-minimum' }, known: true };
  const nothing = own !== null && own.fen === 0;
  return { held: own, known: nothing || (amountOf(account) !== null && (isOpen(ability) || ability.amountFen !== null)) };
}

/** What the other limits let through when one of them is set aside, in fen; null when nothing else is known. */
export function withoutLimit(limits: Limits, aside: LimitName): number | null {
  const { account, ability, minimum, price, cap } = limits;
  const others = (among: readonly (Limit | OpenLimit)[]): Held | null => least(among.filter((limit) => limit.limit !== aside));
  const own = others([account, ability]);
  const carriedFen = own === null ? null : Math.max(own.fen, minimum?.amountFen ?? 0);
  const outerFen = others([cap, price])?.fen ?? null;
  return carriedFen === null || outerFen === null ? (carriedFen ?? outerFen) : Math.min(carriedFen, outerFen);
}

interface Decision {
  readonly exactFen: number | null;
  readonly atMostFen: number | null;
  readonly complete: boolean;
  readonly binding: LimitName | null;
}

function decide(limits: Limits): Decision {
  const forbidding = [limits.months, limits.count, limits.age].find(forbids);
  if (forbidding !== undefined) {
    const sure = !isStale(forbidding);
    return { exactFen: 0, atMostFen: 0, complete: sure, binding: sure ? forbidding.limit : null };
  }
  const outer = least([limits.cap, limits.price]);
  const { held, known } = carried(limits);
  // Where they meet, the city or the home decides: more of one's own would change nothing.
  const lowest = outer === null || (held !== null && held.fen < outer.fen) ? held : outer;
  // Whatever the account carries, the minimum lifts it to at least this: a price or a cap below it decides alone.
  const decided = known || (outer !== null && limits.minimum?.amountFen !== undefined && outer.fen <= (limits.minimum.amountFen ?? 0));
  const outerKnown = amountOf(limits.price) !== null && amountOf(limits.cap) !== null;
  const complete = decided && outerKnown && !inOrder(limits).some((limit) => isStale(limit) || mayForbid(limit));
  return {
    exactFen: decided || amountOf(limits.account) !== null ? (lowest?.fen ?? null) : null,
    atMostFen: lowest?.fen ?? null,
    complete,
    binding: complete ? (lowest?.by ?? null) : null,
  };
}

const YUAN = 100;
const downTo = (amountFen: number | null, stepFen: number): number | null => (amountFen === null ? null : Math.floor(amountFen / stepFen) * stepFen);

/**
 * Decides a quota. Where a woman's retirement category is unknown the earlier one counts. Expects input that checkEstimateInput let
 * through. Makes no words, so that advice can try hundreds of cases.
 */
export function assess(asked: EstimateInput, pack: CentrePack): Assessment {
  const loanCase = loanCaseOf(withCategory(asked, 'F50'), pack);
  const term = termOf(loanCase);
  // A day before the first rate is refused at the door.
  const rateMillionths = loanRateOn(asked.asOf, asked.house.order, Math.max(1, term.years * 12)) ?? 0;
  const limits = limitsOf(loanCase, term, rateMillionths);
  const { exactFen, atMostFen, complete, binding } = decide(limits);
  const step = ruleOf(ruleWords.rounding, pack.loan.roundDownToFen, asked.asOf);
  const stepFen = step?.value ?? YUAN;
  return {
    loanCase, term, rateMillionths, limits, step,
    amountFen: downTo(exactFen, stepFen), atMostFen: downTo(atMostFen, stepFen),
    complete: complete && step?.expired !== true,
    binding: step?.expired === true ? null : binding,
  };
}
