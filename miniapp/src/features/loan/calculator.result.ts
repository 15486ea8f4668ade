import { bareEstimate, bindingSentence, checkEstimateInput, estimate as estimateOf, someMonthsLater } from '@anju/shared/loan';
import type { BareEstimate, Estimate, EstimateInput, EstimateRequest, FieldFault } from '@anju/shared/loan';
import type { CentrePack } from '@anju/shared/policy';
import { dayText } from '../../texts/format.ts';
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

type NoEstimate = Exclude<Outcome, { readonly kind: 'estimate' }>;

/** The engine's own refusal, at the fields of the screen. */
function refused(fields: readonly FieldFault[]): NoEstimate {
  const placed = fields.map(({ field, message }) => [pathOfField(field), `${message}。`] as const).filter(([path]) => path !== null);
  const first = fields[0]?.message;
  return { kind: 'invalid', sentence: placed.length > 0 || first === undefined ? calculatorTexts.mend : `${first}。`, faults: Object.fromEntries(placed) as FieldFaults };
}

/** The case of a day, so many months of contribution on. */
export function inputOf({ centre: _centre, ...rest }: EstimateRequest, today: string, laterMonths: number): EstimateInput {
  const input = { ...rest, asOf: today };
  return laterMonths === 0 ? input : someMonthsLater(input, laterMonths);
}

/** What the engine is asked by a form, or why it is not. */
function checked(form: CalculatorForm, today: string, pack: CentrePack | null): { readonly kind: 'input'; readonly input: EstimateInput; readonly pack: CentrePack } | NoEstimate {
  const asked = askedBy(form, today);
  if (asked.kind === 'wrong') return { kind: 'invalid', sentence: calculatorTexts.mend, faults: asked.faults };
  if (asked.kind === 'missing') return { kind: 'missing', sentence: calculatorTexts.missing(asked.fields.join('、')) };
  if (pack?.centre !== form.centre) return { kind: 'no-pack' };
  const input = inputOf(asked.request, today, form.laterMonths);
  const fields = checkEstimateInput(input, pack);
  return fields.length > 0 ? refused(fields) : { kind: 'input', input, pack };
}

/** The engine on the phone: the same rules and packs as the BFF's, without a network. @param pack the chosen centre's, if it is here */
export function calculate(form: CalculatorForm, today: string, pack: CentrePack | null): Outcome {
  const found = checked(form, today, pack);
  return found.kind === 'input' ? { kind: 'estimate', estimate: estimateOf(found.input, found.pack) } : found;
}

/** The same without advice, for a form that is only tried; null where the engine is not asked. */
export function tryOut(form: CalculatorForm, today: string, pack: CentrePack): BareEstimate | null {
  const found = checked(form, today, pack);
  return found.kind === 'input' ? bareEstimate(found.input, found.pack) : null;
}

/** What the head shows: the amount while every limit is known; else the most it can be. */
export function headlineOf(estimate: Estimate): { readonly fen: number | null; readonly open: boolean } {
  const open = !estimate.complete || estimate.amountFen === null;
  return { fen: open ? estimate.atMostFen : estimate.amountFen, open };
}

/** Where a result comes from: no rules of a centre are claimed where none were found. */
export function basisWords(estimate: Estimate, pack: CentrePack): string {
  const own = estimate.policy.sources.some(({ id }) => id.startsWith(`${pack.centre}/`));
  return (own ? calculatorTexts.basis : calculatorTexts.basisNone)(pack.name, dayText(estimate.policy.checkedOn, true));
}

/** What decides, in one sentence. */
export const bindingWords = (estimate: Estimate): string => `${bindingSentence(estimate)}。`;
