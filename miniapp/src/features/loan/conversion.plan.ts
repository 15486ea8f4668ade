import { checkConversion, conversionGain } from '@anju/shared/loan';
import type { ConversionGain, RepaymentMethod } from '@anju/shared/loan';
import { loanRateOn } from '@anju/shared/policy';
import { conversionTexts } from '../../texts/loan-ways.ts';
import { amountTyped, countTyped, faultOf, rateTyped, valueOf, wanTyped } from '../../texts/typed.ts';
import { typedTexts } from '../../texts/loan-calculator.ts';

/** As typed: the bank's loan, and how much of it is to be turned. */
export interface ConversionForm {
  readonly balance: string;
  readonly monthsLeft: string;
  readonly rate: string;
  /** In 万元; empty: the quota of the calculator. */
  readonly quota: string;
  readonly costs: string;
  readonly method: RepaymentMethod;
  readonly order: 'first' | 'second';
}
export const NO_CONVERSION: ConversionForm = { balance: '', monthsLeft: '', rate: '', quota: '', costs: '', method: 'equal-instalment', order: 'first' };

export type ConversionField = 'balance' | 'monthsLeft' | 'rate' | 'quota' | 'costs';
export interface ConversionAnswer {
  readonly gain: ConversionGain;
  readonly fundRate: number;
  readonly months: number;
  readonly balanceFen: number;
}
export type ConversionOutcome =
  | { readonly kind: 'answer'; readonly answer: ConversionAnswer }
  | { readonly kind: 'missing'; readonly fields: readonly string[] }
  | { readonly kind: 'wrong'; readonly faults: Readonly<Partial<Record<ConversionField, string>>> };

/** What turning the loan brings. @param quotaFen the calculator's quota, or null @param today the day in China, whose fund rate counts */
export function convert(form: ConversionForm, quotaFen: number | null, today: string): ConversionOutcome {
  const balance = wanTyped(form.balance, typedTexts.noAmount);
  const months = countTyped(form.monthsLeft, 1, 360, typedTexts.monthsLeft);
  const rate = rateTyped(form.rate);
  const quota = wanTyped(form.quota, typedTexts.noAmount);
  const costs = amountTyped(form.costs);
  const balanceFen = valueOf(balance);
  const asked = valueOf(quota) ?? (quotaFen === null || balanceFen === null ? null : Math.min(quotaFen, balanceFen));
  const tooMuch = quota.kind === 'value' && balanceFen !== null && quota.value > balanceFen ? conversionTexts.quotaTooMuch : undefined;
  const faults = { balance: faultOf(balance), monthsLeft: faultOf(months), rate: faultOf(rate), quota: faultOf(quota) ?? tooMuch, costs: faultOf(costs) };
  const wrong = Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== undefined)) as Readonly<Partial<Record<ConversionField, string>>>;
  if (Object.keys(wrong).length > 0) return { kind: 'wrong', faults: wrong };
  const monthsLeft = valueOf(months);
  const bankRate = valueOf(rate);
  if (balanceFen === null || monthsLeft === null || bankRate === null || asked === null || asked === 0) {
    const missing = [
      ...(balanceFen === null ? [conversionTexts.balance] : []),
      ...(monthsLeft === null ? [conversionTexts.monthsLeft] : []),
      ...(bankRate === null ? [conversionTexts.rate] : []),
      ...(balanceFen !== null && (asked === null || asked === 0) ? [conversionTexts.quotaMissing] : []),
    ];
    return { kind: 'missing', fields: missing };
  }
  return reckoned({ balanceFen, monthsLeft, bankRate, fundFen: asked, costsFen: valueOf(costs) ?? 0 }, form, today);
}

interface Read {
  readonly balanceFen: number;
  readonly monthsLeft: number;
  readonly bankRate: number;
  readonly fundFen: number;
  readonly costsFen: number;
}

function reckoned({ balanceFen, monthsLeft, bankRate, fundFen, costsFen }: Read, { method, order }: ConversionForm, today: string): ConversionOutcome {
  const fundRate = loanRateOn(today, order, monthsLeft) ?? 0;
  const input = {
    commercial: { balanceFen, annualRateMillionths: bankRate, monthsLeft, method },
    fund: { amountFen: fundFen, annualRateMillionths: fundRate, months: monthsLeft, method },
    costsFen,
  };
  const fault = checkConversion(input)[0];
  if (fault !== undefined) return { kind: 'wrong', faults: { [fault.field.startsWith('costs') ? 'costs' : 'balance']: `${fault.message}。` } };
  return { kind: 'answer', answer: { gain: conversionGain(input), fundRate, months: monthsLeft, balanceFen } };
}
