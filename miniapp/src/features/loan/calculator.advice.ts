import type { AdviceLine, Estimate } from '@anju/shared/loan';
import { yuanTextOf } from '@anju/shared/money';
import type { CentrePack } from '@anju/shared/policy';
import { wanText, yuanText } from '../../texts/format.ts';
import { limitTexts } from '../../texts/loan.ts';
import { adviceEffect, adviceTexts } from '../../texts/loan-calculator.ts';
import { spouseLike } from './calculator.form.ts';
import type { CalculatorForm } from './calculator.form.ts';
import { calculate } from './calculator.result.ts';
import { amountTyped, countTyped, valueOf, wanTyped } from '../../texts/typed.ts';

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
/** Yuan for a field, without needless decimals. */
const yuanField = (fen: number): string => yuanTextOf(fen).replace(/\.00$/, '');
/** Whole yuan as 万元 for a field. */
function wanField(fen: number): string {
  const yuan = String(Math.ceil(fen / 100)).padStart(5, '0');
  return `${yuan.slice(0, -4)}.${yuan.slice(-4)}`.replace(/\.?0+$/, '');
}

/** An amount as typed, so much more or less of it; never below nothing. */
const moved = (text: string, byFen: number): string => yuanField(Math.max(0, (valueOf(amountTyped(text)) ?? 0) + byFen));

/** The form with an advice taken in; null where the form has no place for it. */
export function formWith(form: CalculatorForm, { change: { code, params = {} } }: AdviceLine): CalculatorForm | null {
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
      return me({ balance: moved(form.me.balance, count(params, 'moreFen')) });
    case 'raise-base':
      return me({ base: moved(form.me.base, count(params, 'moreFen')) });
    case 'raise-income':
      return more({ income: moved(form.more.income, count(params, 'moreFen')) });
    case 'pay-off-debt':
      return more({ debt: moved(form.more.debt, -count(params, 'lessFen')) });
    case 'pay-off-fund-loan':
      return more({ loanRunning: false, loansBefore: String(Math.max(1, valueOf(countTyped(form.more.loansBefore, 0, 20, '')) ?? 1)) });
    case 'dearer-home':
      return { ...form, price: wanField((valueOf(wanTyped(form.price)) ?? 0) + count(params, 'moreFen')) };
    default:
      return null;
  }
}

function wordsOf({ change: { code, params = {} } }: AdviceLine): string {
  const fen = params['moreFen'] ?? params['lessFen'];
  const words = {
    ...(params['months'] === undefined ? {} : { months: String(params['months']) }),
    ...(params['years'] === undefined ? {} : { years: String(params['years']) }),
    ...(fen === undefined ? {} : { amount: yuanText(Number(fen)) }),
  };
  return adviceTexts[code]?.(words) ?? '';
}

/**
 * The advice as sentences. The effect is reckoned on the very form that 试一试 puts in place (a spouse of the other sex may have
 * fewer years), so that it does what it says; what neither brings an amount nor lifts its condition is left out.
 */
export function suggestions(form: CalculatorForm, estimate: Estimate, today: string, pack: CentrePack): readonly Suggestion[] {
  const before = estimate.amountFen ?? 0;
  return estimate.advice.flatMap((advice) => {
    const tried = formWith(form, advice);
    const words = wordsOf(advice);
    if (tried === null || words === '') return [];
    const then = calculate(tried, today, pack);
    if (then.kind !== 'estimate') return [];
    const effectFen = then.estimate.complete && estimate.complete ? (then.estimate.amountFen ?? 0) - before : 0;
    const lifts = then.estimate.limits.find((line) => line.limit === advice.lifts)?.amountFen;
    if (effectFen <= 0 && !(advice.effectFen === 0 && lifts !== 0 && lifts !== null)) return [];
    const end = effectFen <= 0 ? adviceEffect.lifts(limitTexts[advice.lifts]) : before === 0 ? adviceEffect.first(wanText(effectFen)) : adviceEffect.more(wanText(effectFen));
    return [{ code: advice.change.code, sentence: `${words}${end}`, trying: adviceEffect.tried(words), effectFen: Math.max(0, effectFen), form: tried }];
  });
}
