import { estimateFor } from '@anju/shared/loan';
import type { AdviceLine, Estimate, LimitLine } from '@anju/shared/loan';
import { THIN, wanFigure, wanText } from '../../texts/format.ts';
import { adviceTexts, calculatorTexts, limitTexts } from '../../texts/loan.ts';
import { requestOf, spouseLike } from './calculator.form.ts';
import type { CalculatorForm } from './calculator.form.ts';

export type Outcome =
  | { readonly kind: 'estimate'; readonly estimate: Estimate }
  | { readonly kind: 'missing'; readonly sentence: string }
  | { readonly kind: 'invalid'; readonly sentence: string };

/** The engine on the phone: the same rules and the same pack as the BFF's, without a network. */
export function calculate(form: CalculatorForm, today: string): Outcome {
  const asked = requestOf(form, today);
  if ('missing' in asked) return { kind: 'missing', sentence: calculatorTexts.missing(asked.missing.join('、')) };
  const outcome = estimateFor(asked.request, today);
  if (outcome.kind === 'estimated') return { kind: 'estimate', estimate: outcome.estimate };
  const first = outcome.kind === 'invalid' ? outcome.fields[0] : undefined;
  return { kind: 'invalid', sentence: first?.message ?? calculatorTexts.unknown };
}

/** Limits that let through or not, rather than set an amount. */
const CONDITIONS: readonly LimitLine['limit'][] = ['contribution-months', 'age-term'];
export const isCondition = (line: LimitLine): boolean => CONDITIONS.includes(line.limit);

const amountOf = (estimate: Estimate, limit: LimitLine['limit']): number | null => estimate.limits.find((line) => line.limit === limit)?.amountFen ?? null;

/** What decides, in one sentence. */
export function bindingSentence(estimate: Estimate): string {
  const { binding } = estimate;
  if (binding === null || !estimate.complete) return calculatorTexts.openLimits;
  if (estimate.amountFen === 0) return estimate.limits.find((line) => line.limit === binding)?.formula ?? calculatorTexts.zero;
  if (binding === 'city-cap') return calculatorTexts.atCap;
  const cap = amountOf(estimate, 'city-cap');
  return calculatorTexts.boundBy(limitTexts[binding], cap === null ? null : wanText(cap));
}

export interface LimitBar {
  readonly line: LimitLine;
  readonly title: string;
  readonly text: string;
  /** 0 to 1; null: a condition, or no source gave it. */
  readonly share: number | null;
  readonly binding: boolean;
}

/** Limits as bars on one scale; the one that decides is dark. */
export function limitBars(estimate: Estimate): readonly LimitBar[] {
  const amounts = estimate.limits.filter((line) => !isCondition(line)).map((line) => line.amountFen ?? 0);
  const most = Math.max(1, ...amounts);
  // What sets an amount comes before what lets through or not.
  const ordered = [...estimate.limits.filter((line) => !isCondition(line)), ...estimate.limits.filter(isCondition)];
  return ordered.map((line) => {
    const binding = line.limit === estimate.binding;
    const title = limitTexts[line.limit];
    if (isCondition(line)) return { line, title, binding, share: null, text: line.amountFen === 0 ? calculatorTexts.notMet : calculatorTexts.met };
    if (line.amountFen === null) return { line, title, binding, share: null, text: calculatorTexts.noSource };
    return { line, title, binding, share: line.amountFen / most, text: calculatorTexts.limitAmount(`${wanFigure(line.amountFen)}${THIN}`, binding) };
  });
}


export interface Tried {
  readonly form: CalculatorForm;
  /** What is being tried, in words. */
  readonly words: string;
}

/** The form with an advice taken in, to see its effect in place. */
export function tryAdvice(form: CalculatorForm, advice: AdviceLine): Tried {
  const { code, params = {} } = advice.change;
  const months = Number(params['months'] ?? 0);
  const years = Number(params['years'] ?? 0);
  if (code === 'spouse-joins') return { form: { ...form, spouse: spouseLike(form.me) }, words: calculatorTexts.tried.spouse };
  if (code === 'longer-term') return { form: { ...form, term: String(years) }, words: calculatorTexts.tried.term(years) };
  const laterMonths = form.laterMonths + months;
  return { form: { ...form, laterMonths }, words: calculatorTexts.tried.months(laterMonths) };
}

export interface Suggestion {
  readonly code: string;
  readonly sentence: string;
  readonly effectFen: number;
  readonly tried: Tried;
}

function sentenceOf(advice: AdviceLine, effectFen: number): string {
  const { params = {} } = advice.change;
  const count = (name: string): number => Number(params[name] ?? 0);
  return adviceTexts[advice.change.code]?.({ months: count('months'), years: count('years') }, wanText(effectFen)) ?? '';
}

/**
 * The advice as sentences. The effect is reckoned on the very form that 试一试 puts in place (a spouse of the other sex may
 * have fewer years), so that it does what it says; what brings nothing is left out.
 */
export function suggestions(form: CalculatorForm, estimate: Estimate, today: string): readonly Suggestion[] {
  return estimate.advice
    .map((advice) => {
      const tried = tryAdvice(form, advice);
      const then = calculate(tried.form, today);
      const effectFen = then.kind === 'estimate' && then.estimate.complete ? (then.estimate.amountFen ?? 0) - (estimate.amountFen ?? 0) : 0;
      return { code: advice.change.code, sentence: sentenceOf(advice, effectFen), effectFen, tried };
    })
    .filter((one) => one.effectFen > 0 && one.sentence !== '');
}
