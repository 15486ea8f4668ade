import { failureKind } from '../../api/failure.ts';
import { ApiProblem } from '../../api/problem.ts';
import { messageOf } from '../../api/problem-message.ts';
import type { PressEnd } from '../../screen/index.ts';
import { preApplicationTexts } from '../../texts/loan-case.ts';
import { loanReasonSentence } from '../../texts/loan-case-reasons.ts';

/** Why it did not come through, and what to do about it. */
export interface SubmitTrouble {
  /** `unsure`: perhaps it was taken in; `changed`: the figures are others now; `running`: a case is in the way. */
  readonly kind: 'unsure' | 'changed' | 'running' | 'refused';
  readonly text: string;
  readonly caseId?: string;
}

const CHANGED: readonly string[] = ['loan.ineligible', 'loan.amount-above-limit', 'loan.partner-missing'];
const RUNNING: readonly string[] = ['case-running', 'loan-case-running'];

function caseOf(error: ApiProblem): { readonly caseId?: string } {
  const caseId = error.reasons.find((reason) => RUNNING.includes(reason.code))?.params?.['caseId'];
  return typeof caseId === 'string' ? { caseId } : {};
}

function troubleOf(error: unknown): SubmitTrouble {
  if (!(error instanceof ApiProblem) || error.status >= 500) return { kind: 'unsure', text: preApplicationTexts.unsure };
  if (error.code === 'loan.case-running') return { kind: 'running', text: messageOf(error), ...caseOf(error) };
  const words = [error.code === 'loan.partner-missing' ? preApplicationTexts.partnerGone : messageOf(error), ...error.reasons.map(loanReasonSentence)];
  const said = words.filter((text, at) => words.indexOf(text) === at).join('');
  return { kind: CHANGED.includes(error.code) ? 'changed' : 'refused', text: said };
}

/** What a failed submission means for the person. */
export function endOf(error: unknown): PressEnd<SubmitTrouble> {
  return failureKind(error) === 'step-up' ? { kind: 'be-seen' } : { kind: 'trouble', trouble: troubleOf(error) };
}
