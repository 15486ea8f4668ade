import type { LimitLine, LimitName } from './estimate-input.ts';
import { expiredSentences } from './limits-rule.ts';
import type { AnyRule } from './limits-rule.ts';

/** A limit as the engine weighs it; its words are made only when somebody reads them. */
export interface Limit {
  readonly limit: LimitName;
  /** In fen, down to the yuan; null: a figure it needs is missing. */
  readonly amountFen: number | null;
  /** The figures it rests on, the one whose source is shown first. */
  readonly rules: readonly [AnyRule, ...AnyRule[]];
  readonly say: () => { readonly formula: string; readonly inputs: LimitLine['inputs'] };
  /** What had to be left open while computing it. */
  readonly unknown?: readonly string[];
}

/** A limit that no source gives on that day, in sentences. */
export interface OpenLimit {
  readonly limit: LimitName;
  readonly open: readonly string[];
  /** A condition nobody published that may forbid this very household. */
  readonly mayForbid?: boolean;
}

export const isOpen = (limit: Limit | OpenLimit): limit is OpenLimit => 'open' in limit;

const YUAN = 100;
/** Down to the yuan. */
export const wholeYuan = (amountFen: number): number => Math.floor(amountFen / YUAN) * YUAN;

/** The line a person sees. */
export function lineOf(limit: Limit): LimitLine {
  const [shown] = limit.rules;
  const conflict = limit.rules.find((rule) => rule.figure.conflict !== undefined)?.figure.conflict;
  return {
    limit: limit.limit,
    amountFen: limit.amountFen,
    ...limit.say(),
    source: shown.figure.source,
    ...(limit.rules.some((rule) => rule.expired) ? { expired: true } : {}),
    ...(conflict === undefined ? {} : { conflict }),
  };
}

/** What is open about a limit, in sentences: no rule, a missing figure, a rule past its validity. */
export function openSentences(limit: Limit | OpenLimit): readonly string[] {
  return isOpen(limit) ? limit.open : [...(limit.unknown ?? []), ...expiredSentences(limit.rules)];
}
