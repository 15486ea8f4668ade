import type { AdviceLine } from '@anju/shared/contract';
import { wanText, yuanText } from '../../texts/format.ts';
import { adviceEffect, adviceTexts } from '../../texts/loan-calculator.ts';
import { limitTexts } from '../../texts/loan.ts';

/** What to change, as the beginning of a sentence; empty where the code is unknown. */
export function changeWords({ change: { code, params = {} } }: AdviceLine): string {
  const fen = params['moreFen'] ?? params['lessFen'];
  const words = {
    ...(params['months'] === undefined ? {} : { months: String(params['months']) }),
    ...(params['years'] === undefined ? {} : { years: String(params['years']) }),
    ...(fen === undefined ? {} : { amount: yuanText(Number(fen)) }),
  };
  return adviceTexts[code]?.(words) ?? '';
}

/** The whole sentence: the change and what it brings. @param effectFen what the quota rises by; 0 where only the condition is lifted @param beforeFen the quota now */
export function adviceSentence(advice: AdviceLine, effectFen: number, beforeFen: number): string {
  const end = effectFen <= 0 ? adviceEffect.lifts(limitTexts[advice.lifts]) : beforeFen === 0 ? adviceEffect.first(wanText(effectFen)) : adviceEffect.more(wanText(effectFen));
  return `${changeWords(advice)}${end}`;
}
