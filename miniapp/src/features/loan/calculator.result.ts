import { bindingSentence, checkEstimateInput, estimate as estimateOf, someMonthsLater } from '@anju/shared/loan';
import type { Estimate, EstimateInput, EstimateRequest, FieldFault } from '@anju/shared/loan';
import type { CentrePack } from '@anju/shared/policy';
import { calculatorTexts } from '../../texts/loan-calculator.ts';
import type { CalculatorForm } from './calculator.form.ts';
import { askedBy, pathOfField } from './calculator.request.ts';
import type { FieldFaults } from './calculator.request.ts';

/** What the phone can say of a form: a result; what is missing; what is wrong and where; or that the centre's rules are not here. */
export type Outcome =
  | { readonly kind: 'estimate'; readonly estimate: Estimate }
  | { readonly kind: 'missing'; readonly sentence: string }
  | { readonly kind: 'invalid'; readonly sentence: string; readonly faults: FieldFaults }
  | { readonly kind: 'no-pack' };

/** The engine's own refusal, at the fields of the screen. */
function refused(fields: readonly FieldFault[]): Outcome {
  const placed = fields.map(({ field, message }) => [pathOfField(field), `${message}。`] as const).filter(([path]) => path !== null);
  const first = fields[0]?.message;
  return { kind: 'invalid', sentence: placed.length > 0 || first === undefined ? calculatorTexts.mend : `${first}。`, faults: Object.fromEntries(placed) as FieldFaults };
}

/** The case of a day, so many months of contribution on. */
export function inputOf({ centre: _centre, ...rest }: EstimateRequest, today: string, laterMonths: number): EstimateInput {
  const input = { ...rest, asOf: today };
  return laterMonths === 0 ? input : someMonthsLater(input, laterMonths);
}

/** The engine on the phone: the same rules and packs as the BFF's, without a network. @param pack the chosen centre's, if it is here */
export function calculate(form: CalculatorForm, today: string, pack: CentrePack | null): Outcome {
  const asked = askedBy(form, today);
  if (asked.kind === 'wrong') return { kind: 'invalid', sentence: calculatorTexts.mend, faults: asked.faults };
  if (asked.kind === 'missing') return { kind: 'missing', sentence: calculatorTexts.missing(asked.fields.join('、')) };
  if (pack?.centre !== form.centre) return { kind: 'no-pack' };
  const input = inputOf(asked.request, today, form.laterMonths);
  const fields = checkEstimateInput(input, pack);
  return fields.length > 0 ? refused(fields) : { kind: 'estimate', estimate: estimateOf(input, pack) };
}

/** What the head shows: the amount while every limit is known; else the most it can be. */
export function headlineOf(estimate: Estimate): { readonly fen: number | null; readonly open: boolean } {
  const open = !estimate.complete || estimate.amountFen === null;
  return { fen: open ? estimate.atMostFen : estimate.amountFen, open };
}

/** What decides, in one sentence. */
export const bindingWords = (estimate: Estimate): string => `${bindingSentence(estimate)}。`;
