import { failureKind } from '../../api/failure.ts';
import { ApiProblem } from '../../api/problem.ts';
import { messageOf } from '../../api/problem-message.ts';
import type { PressEnd } from '../../screen/index.ts';
import { standingTexts } from '../../texts/standing-order.ts';
import { reasonSentence } from '../../texts/withdrawal-reasons.ts';

/** Why it did not come through. */
export interface Trouble {
  /** `unsure`: perhaps it was done; `changed`: what stands here is not so any more; `refused`: it is not possible. */
  readonly kind: 'unsure' | 'changed' | 'refused';
  readonly text: string;
}

/** The order was ended, paused or changed elsewhere. */
const MOVED_ON = 'standing-unknown';

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiProblem) || error.status >= 500) return { kind: 'unsure', text: standingTexts.unsure };
  if (error.code === 'request.not-found' || error.reasons.some(({ code }) => code === MOVED_ON)) return { kind: 'changed', text: standingTexts.changed };
  const kind = error.code === 'standing-order.not-possible' || error.code === 'withdrawal.card-unknown' ? 'changed' : 'refused';
  const words = [messageOf(error), ...error.reasons.map((reason) => `${reasonSentence(reason)}。`), ...error.fields.map(({ message }) => message)];
  return { kind, text: words.filter((text, at) => words.indexOf(text) === at).join('') };
}

/** What a failed press means for the person. */
export function endOf(error: unknown): PressEnd<Trouble> {
  return failureKind(error) === 'step-up' ? { kind: 'be-seen' } : { kind: 'trouble', trouble: troubleOf(error) };
}
