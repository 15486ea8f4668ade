import { chinaDateOf } from '@anju/shared/calendar';
import type { Estimate } from '@anju/shared/loan';
import { useDidShow } from '@tarojs/taro';
import { useMemo, useRef, useState } from 'react';
import { device, now } from '../../api/api.ts';
import type { Suggestion } from './calculator.advice.ts';
import { EXAMPLE_FORM, formFromText } from './calculator.form.ts';
import type { CalculatorForm, MoreForm, PersonForm } from './calculator.form.ts';
import type { FieldFaults } from './calculator.request.ts';
import { calculate } from './calculator.result.ts';
import type { Outcome } from './calculator.result.ts';
import { usePolicy } from './use-policy.ts';
import type { PolicyState } from './use-policy.ts';

/** Kept on this device only; forgotten at sign-out with everything of the person. */
const KEPT = 'wish:calculator';
const NO_FAULTS: FieldFaults = {};

export interface CalculatorState {
  readonly form: CalculatorForm;
  readonly today: string;
  readonly policy: PolicyState;
  readonly outcome: Outcome;
  /** The result now; or the last one there was while the form is being mended. */
  readonly shown: { readonly estimate: Estimate; readonly earlier: boolean } | null;
  readonly faults: FieldFaults;
  /** What is being tried now, in words. */
  readonly trying: string | null;
  change(part: Partial<CalculatorForm>): void;
  changeMe(part: Partial<PersonForm>): void;
  changeSpouse(part: Partial<PersonForm>): void;
  changeMore(part: Partial<MoreForm>): void;
  choose(centre: string): void;
  tryOut(advice: Suggestion): void;
  undo(): void;
  again(): Promise<void>;
}

/** What a trial has changed is put back; what the person typed meanwhile stays. */
function undone(form: CalculatorForm, before: CalculatorForm, tried: CalculatorForm): CalculatorForm {
  const back = <Part extends object>(current: Part, earlier: Part, trial: Part): Part =>
    Object.fromEntries(Object.entries(current).map(([key, value]) => [key, value === trial[key as keyof Part] ? earlier[key as keyof Part] : value])) as Part;
  return { ...back(form, before, tried), me: back(form.me, before.me, tried.me), more: back(form.more, before.more, tried.more), spouse: tried.spouse !== before.spouse ? before.spouse : form.spouse };
}

/** The calculator: every keystroke goes through the engine at once. */
export function useCalculator(): CalculatorState {
  const [form, setForm] = useState<CalculatorForm>(() => formFromText(device.get(KEPT)));
  const [trial, setTrial] = useState<{ readonly words: string; readonly before: CalculatorForm; readonly tried: CalculatorForm } | null>(null);
  const last = useRef<{ readonly centre: string; readonly estimate: Estimate } | null>(null);
  const today = chinaDateOf(now());
  const { state: policy, again } = usePolicy(form.centre);
  const pack = policy.kind === 'here' ? policy.pack : null;
  const outcome = useMemo(() => calculate(form, today, pack), [form, today, pack]);
  if (outcome.kind === 'estimate') last.current = { centre: form.centre, estimate: outcome.estimate };
  // What another city's rules gave is no result of this one.
  const kept = last.current?.centre === form.centre ? last.current.estimate : null;
  const put = (next: CalculatorForm): void => {
    setForm(next);
    device.set(KEPT, JSON.stringify(next));
  };
  // Another page of this family may have changed it.
  useDidShow(() => {
    const text = device.get(KEPT);
    if (text !== null && text !== JSON.stringify(form)) setForm(formFromText(text));
  });
  return {
    form,
    today,
    policy,
    outcome,
    shown: kept === null ? null : { estimate: kept, earlier: outcome.kind !== 'estimate' },
    faults: outcome.kind === 'invalid' ? outcome.faults : NO_FAULTS,
    trying: trial?.words ?? null,
    again,
    change: (part) => put({ ...form, ...part }),
    changeMe: (part) => put({ ...form, me: { ...form.me, ...part } }),
    changeSpouse: (part) => put({ ...form, spouse: { ...(form.spouse ?? EXAMPLE_FORM.me), ...part } }),
    changeMore: (part) => put({ ...form, more: { ...form.more, ...part } }),
    choose: (centre) => {
      // A part of one city is none of another's.
      if (centre !== form.centre) put({ ...form, centre, more: { ...form.more, locality: '' } });
    },
    tryOut: (one) => {
      setTrial({ words: one.trying, before: trial?.before ?? form, tried: one.form });
      put(one.form);
    },
    undo: () => {
      if (trial === null) return;
      put(undone(form, trial.before, trial.tried));
      setTrial(null);
    },
  };
}
