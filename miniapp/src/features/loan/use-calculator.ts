import { chinaDateOf } from '@anju/shared/calendar';
import { useMemo, useState } from 'react';
import { device, now } from '../../api/api.ts';
import { EXAMPLE_FORM, formFromText } from './calculator.form.ts';
import type { CalculatorForm, PersonForm } from './calculator.form.ts';
import { calculate, suggestions } from './calculator.result.ts';
import type { Outcome, Suggestion } from './calculator.result.ts';

/** Kept on this device only; forgotten at sign-out with everything of the person. */
const KEPT = 'wish:calculator';

export interface CalculatorState {
  readonly form: CalculatorForm;
  readonly outcome: Outcome;
  readonly advice: readonly Suggestion[];
  /** What is being tried now, in words. */
  readonly trying: string | null;
  change(part: Partial<CalculatorForm>): void;
  changeMe(part: Partial<PersonForm>): void;
  changeSpouse(part: Partial<PersonForm>): void;
  tryOut(advice: Suggestion): void;
  undo(): void;
}

/** The calculator: every keystroke goes through the engine at once. */
export function useCalculator(): CalculatorState {
  const [form, setForm] = useState<CalculatorForm>(() => formFromText(device.get(KEPT)));
  const [trial, setTrial] = useState<{ readonly words: string; readonly before: CalculatorForm } | null>(null);
  const today = chinaDateOf(now());
  const outcome = useMemo(() => calculate(form, today), [form, today]);
  const advice = useMemo(() => (outcome.kind === 'estimate' ? suggestions(form, outcome.estimate, today) : []), [form, outcome, today]);
  const put = (next: CalculatorForm): void => {
    setForm(next);
    device.set(KEPT, JSON.stringify(next));
  };
  return {
    form,
    outcome,
    advice,
    trying: trial?.words ?? null,
    change: (part) => put({ ...form, ...part }),
    changeMe: (part) => put({ ...form, me: { ...form.me, ...part } }),
    changeSpouse: (part) => put({ ...form, spouse: { ...(form.spouse ?? EXAMPLE_FORM.me), ...part } }),
    tryOut: ({ tried }) => {
      setTrial({ words: tried.words, before: trial?.before ?? form });
      put(tried.form);
    },
    undo: () => {
      if (trial === null) return;
      // What the person typed meanwhile stays.
      const { laterMonths, spouse, term } = trial.before;
      put({ ...form, laterMonths, spouse, term });
      setTrial(null);
    },
  };
}
