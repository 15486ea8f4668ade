import type { Estimate } from '@anju/shared/loan';
import { useMemo } from 'react';
import type { CentrePack } from '@anju/shared/policy';
import { AdviceList } from '../../../screen/advice/advice-list.tsx';
import { calculatorTexts } from '../../../texts/loan-calculator.ts';
import { suggestions } from '../calculator.advice.ts';
import type { CalculatorState } from '../use-calculator.ts';

/** What would raise the quota of the form as it stands; each is tried in place. */
export function FormAdvice({ state, estimate, pack }: { readonly state: CalculatorState; readonly estimate: Estimate; readonly pack: CentrePack }) {
  const { form, today } = state;
  const advice = useMemo(() => suggestions(form, estimate, today, pack), [form, estimate, today, pack]);
  return <AdviceList items={advice.map((one) => ({ ...one, action: { text: calculatorTexts.try, onPress: () => state.tryOut(one) } }))} />;
}
