import type { FormReply } from '@anju/shared/contract';
import { useEffect, useState } from 'react';
import { before, closedAt, nextAfter, startAt, stepOf } from './form.steps.ts';
import type { Step } from './form.steps.ts';
import { paperTexts } from '../../texts/withdrawal-form.ts';
import { fieldFault } from './field.faults.ts';
import type { DraftContent } from './draft.content.ts';
import type { DraftKeeper, DraftView } from './draft.keeper.ts';
import { todayOf } from './today.ts';
import type { ChangeFiles } from './use-papers.ts';

export interface FormSteps {
  /** null until the draft is in. */
  readonly step: Step | null;
  readonly content: DraftContent;
  /** What is wrong, once the person wanted to go on. */
  readonly fault: string | null;
  /** The route is closed by what was answered, and here nothing is others yet: going on leads nowhere. */
  readonly closed: boolean;
  answer(value: string | number | undefined): void;
  readonly changeFiles: ChangeFiles;
  /** Papers are on their way, or have not come through. */
  setWaiting(waiting: boolean): void;
  /** Goes on; what is wrong is said instead. */
  next(): Promise<void>;
  /** null on the first question. */
  readonly back: (() => void) | null;
}

/** So long a person waits for the next question; then the one that is known comes. */
const PATIENCE_MS = 2_500;
const within = <Value>(work: Promise<Value>, ms: number): Promise<Value | null> =>
  Promise.race([work.catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))]);

/**
 * Walks a person through what is missing, one question after the other, from where they stood.
 * @param renew asks for the form again, once the answer is saved; null: none came
 */
export function useFormSteps(form: FormReply | null, only: string | null, view: DraftView, keeper: DraftKeeper, renew: () => Promise<FormReply | null>, onEnd: () => void): FormSteps {
  const [at, setAt] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const { content } = view.held;
  useEffect(() => {
    if (form === null || form.missing.length === 0) return;
    keeper.open(form.missing, form.draft);
    const { content: there } = keeper.current.held;
    setAt((stands) => (stepOf(form.missing, stands) === null ? (stepOf(form.missing, only)?.field.name ?? startAt(form.missing, there, todayOf(form.asOf))) : stands));
  }, [form, only, keeper]);
  const missing = form?.missing ?? [];
  const step = stepOf(missing, at);
  const today = form === null ? '' : todayOf(form.asOf);
  const fault = step === null ? null : waiting && step.field.kind === 'file' ? paperTexts.waiting : fieldFault(step.field, content, today);
  const goTo = (name: string): void => {
    setAt(name);
    setAsked(false);
    setWaiting(false);
    keeper.change({ at: name });
  };
  const next = async (): Promise<void> => {
    setAsked(true);
    if (step === null || fault !== null) return;
    // An answer may bring another question, and the maximum follows the answers: without an answer of the service in time what is known goes on.
    const renewed = (await within(keeper.flush().then(renew), PATIENCE_MS)) ?? form;
    // An answer that closes the route is told here, where it can be changed.
    if (renewed?.verdict.eligible === false) return;
    const asks = renewed?.missing ?? missing;
    const following = nextAfter(asks, step.field.name, keeper.current.held.content, today, only !== null);
    if (following !== null && following !== step.field.name) return goTo(following);
    onEnd();
  };
  const previous = step === null || only !== null ? null : before(missing, step.field.name);
  return {
    step,
    content,
    fault: asked ? fault : null,
    closed: form !== null && step !== null && closedAt(form, step.field, content, today),
    answer: (value) => {
      if (step === null) return;
      const { [step.field.name]: _gone, ...rest } = keeper.current.held.content.answers;
      keeper.change({ at: step.field.name, answers: value === undefined ? rest : { ...rest, [step.field.name]: value } });
    },
    changeFiles: (change) => keeper.change({ files: change(keeper.current.held.content.files) }),
    setWaiting,
    next,
    back: previous === null ? null : () => goTo(previous),
  };
}
