import type { AdviceLine, Estimate } from '@anju/shared/loan';
import type { CentrePack } from '@anju/shared/policy';
import { adviceSentence, changeWords } from '../../screen/advice/advice.words.ts';
import { adviceEffect } from '../../texts/loan-calculator.ts';
import { amountMoved, countTyped, valueOf, wanMoved } from '../../texts/typed.ts';
import { spouseLike } from './calculator.form.ts';
import type { CalculatorForm } from './calculator.form.ts';
import { tryOut } from './calculator.result.ts';

export interface Suggestion {
  readonly code: string;
  /** What to change and what it brings, for reading. */
  readonly sentence: string;
  /** What is being looked at, while it is tried. */
  readonly trying: string;
  /** By how much the result changes when it is tried; 0 where it only lifts a condition. */
  readonly effectFen: number;
  /** The form with it taken in. */
  readonly form: CalculatorForm;
}

type Params = Readonly<Record<string, string | number>>;
const count = (params: Params, name: string): number => Number(params[name] ?? 0);

/** The form with an advice taken in; null where the form has no place for it. */
function formWith(form: CalculatorForm, { change: { code, params = {} } }: AdviceLine): CalculatorForm | null {
  const more = (part: Partial<CalculatorForm['more']>): CalculatorForm => ({ ...form, more: { ...form.more, ...part } });
  const me = (part: Partial<CalculatorForm['me']>): CalculatorForm => ({ ...form, me: { ...form.me, ...part } });
  switch (code) {
    case 'wait-for-months':
    case 'keep-contributing':
      return { ...form, laterMonths: form.laterMonths + count(params, 'months') };
    case 'spouse-joins':
      return { ...form, spouse: spouseLike(form.me) };
    case 'longer-term':
    case 'shorter-term':
      return more({ term: String(count(params, 'years')) });
    case 'raise-balance':
      return me({ balance: amountMoved(form.me.balance, count(params, 'moreFen')) });
    case 'raise-base':
      return me({ base: amountMoved(form.me.base, count(params, 'moreFen')) });
    case 'raise-income':
      return more({ income: amountMoved(form.more.income, count(params, 'moreFen')) });
    case 'pay-off-debt':
      return more({ debt: amountMoved(form.more.debt, -count(params, 'lessFen')) });
    case 'pay-off-fund-loan':
      return more({ loanRunning: false, loansBefore: String(Math.max(1, valueOf(countTyped(form.more.loansBefore, 0, 20, '')) ?? 1)) });
    case 'dearer-home':
      return { ...form, price: wanMoved(form.price, count(params, 'moreFen')) };
    default:
      return null;
  }
}

/**
 * The advice as sentences. The effect is reckoned on the very form that 试一试 puts in place (a spouse of the other sex may have
 * fewer years), so that it does what it says; what neither brings an amount nor lifts its condition is left out.
 */
export function suggestions(form: CalculatorForm, estimate: Estimate, today: string, pack: CentrePack): readonly Suggestion[] {
  const before = estimate.amountFen ?? 0;
  return estimate.advice.flatMap((advice) => {
    const tried = formWith(form, advice);
    const words = changeWords(advice);
    if (tried === null || words === '') return [];
    const then = tryOut(tried, today, pack);
    if (then === null) return [];
    const effectFen = then.complete && estimate.complete ? Math.max(0, (then.amountFen ?? 0) - before) : 0;
    const lifts = then.limits.find((line) => line.limit === advice.lifts)?.amountFen;
    if (effectFen === 0 && !(advice.effectFen === 0 && lifts !== 0 && lifts !== null)) return [];
    return [{ code: advice.change.code, sentence: adviceSentence(advice, effectFen, before), trying: adviceEffect.tried(words), effectFen, form: tried }];
  });
}
