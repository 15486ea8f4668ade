import { failureKind } from '../../api/failure.ts';
import { ApiProblem } from '../../api/problem.ts';
import { messageOf } from '../../api/problem-message.ts';
import type { PressEnd } from '../../screen/index.ts';
import { confirmTexts } from '../../texts/withdrawal.ts';
import { reasonSentence } from '../../texts/withdrawal-reasons.ts';

/** Why the submission did not come through, and what to do about it. */
export interface SubmitTrouble {
  readonly kind: 'unsure' | 'changed' | 'running' | 'materials' | 'refused';
  readonly text: string;
  /** The case that is in the way. */
  readonly caseId?: string;
}

const CHANGED: readonly string[] = ['withdrawal.ineligible', 'withdrawal.amount-above-maximum', 'withdrawal.card-unknown'];
/** Chosen among the homes on the register as the form told them: refused when the register has others now. */
const HOME = 'answers.registeredHome';

function runningCaseOf(error: ApiProblem): { readonly caseId?: string } {
  const caseId = error.reasons.find((reason) => reason.code === 'case-running')?.params?.['caseId'];
  return typeof caseId === 'string' ? { caseId } : {};
}

function troubleOf(error: unknown): SubmitTrouble {
  if (!(error instanceof ApiProblem) || error.status >= 500) return { kind: 'unsure', text: confirmTexts.unsure };
  if (error.code === 'withdrawal.case-running') return { kind: 'running', text: messageOf(error), ...runningCaseOf(error) };
  if (error.code === 'withdrawal.file-missing') return { kind: 'materials', text: messageOf(error) };
  if (CHANGED.includes(error.code)) return { kind: 'changed', text: [messageOf(error), ...error.reasons.map(reasonSentence)].join('') };
  if (error.code === 'request.invalid' && error.fields.some(({ field }) => field === HOME)) return { kind: 'changed', text: confirmTexts.homesChanged };
  return { kind: 'refused', text: messageOf(error) };
}

/** What a failed submission means for the person. */
export function endOf(error: unknown): PressEnd<SubmitTrouble> {
  return failureKind(error) === 'step-up' ? { kind: 'be-seen' } : { kind: 'trouble', trouble: troubleOf(error) };
}
