import type { PlainDate } from '../calendar/index.ts';
import { figureOfDay } from '../policy/index.ts';
import type { Figure, Figures } from '../policy/index.ts';
import { openTexts } from './texts/open.texts.ts';

/** A figure of the day, under the name a citizen knows it by. Past its validity it still counts, and is flagged. */
export interface Rule<T> {
  readonly words: string;
  readonly value: T;
  readonly figure: Figure<T>;
  readonly expired: boolean;
}
export type AnyRule = Rule<unknown>;

/** The rule of a day; null when no source gives one for that day. */
export function ruleOf<T>(words: string, figures: Figures<T> | undefined, date: PlainDate): Rule<T> | null {
  const found = figureOfDay(figures, date);
  return found.state === 'unknown' ? null : { words, value: found.figure.value, figure: found.figure, expired: found.state === 'expired' };
}

/** Why a rule is missing, as a sentence: nobody published it, or only from a later day on. */
export function missingSentence(words: string, figures: Figures<unknown> | undefined): string {
  const first = figures?.[0];
  return first === undefined ? openTexts.notPublished(words) : openTexts.onlySince(words, first.validFrom);
}

/** The sentence of a rule past its validity; none while it holds. */
export function expiredSentences(rules: readonly AnyRule[]): readonly string[] {
  return rules.flatMap((rule) => (rule.expired && rule.figure.validTo !== undefined ? [openTexts.expired(rule.words, rule.figure.validTo)] : []));
}
