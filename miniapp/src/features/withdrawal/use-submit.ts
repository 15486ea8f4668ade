import type { SubmitWithdrawalBody, SubmitWithdrawalReply } from '@anju/shared/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { failureKind } from '../../api/failure.ts';
import { ApiProblem } from '../../api/problem.ts';
import { messageOf } from '../../api/problem-message.ts';
import { useWish } from '../../api/use-wish.ts';
import { confirmTexts } from '../../texts/withdrawal.ts';
import { reasonSentence } from '../../texts/withdrawal-reasons.ts';

/** Why the submission did not come through, and what to do about it. */
export interface SubmitTrouble {
  readonly kind: 'unsure' | 'changed' | 'running' | 'refused';
  readonly text: string;
  /** The case that is in the way. */
  readonly caseId?: string;
}
export type SubmitEnd = { readonly kind: 'done'; readonly reply: SubmitWithdrawalReply } | { readonly kind: 'be-seen' } | { readonly kind: 'trouble'; readonly trouble: SubmitTrouble };

const PATIENCE = 6;
const CHANGED: readonly string[] = ['withdrawal.ineligible', 'withdrawal.amount-above-maximum', 'withdrawal.card-unknown'];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a wish; while the same wish is still being worked on (another tab, an earlier tap) it waits for that answer. */
export async function submitPatiently(body: SubmitWithdrawalBody, key: string, wait: (ms: number) => Promise<void> = pause): Promise<SubmitWithdrawalReply> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await call('submitWithdrawal', { body }, { key, timeoutMs: 15_000 });
    } catch (error) {
      const running = error instanceof ApiProblem && error.code === 'idempotency.running';
      if (!running || turn >= PATIENCE) throw error;
      await wait((error.problem.retryAfter ?? 1) * 1000);
    }
  }
}

function runningCaseOf(error: ApiProblem): { readonly caseId?: string } {
  const caseId = error.reasons.find((reason) => reason.code === 'case-running')?.params?.['caseId'];
  return typeof caseId === 'string' ? { caseId } : {};
}

/** What a failed submission means for the person. */
export function endOf(error: unknown): SubmitEnd {
  const kind = failureKind(error);
  if (kind === 'step-up') return { kind: 'be-seen' };
  if (kind === 'offline' || kind === 'timeout') return { kind: 'trouble', trouble: { kind: 'unsure', text: confirmTexts.unsure } };
  if (!(error instanceof ApiProblem)) return { kind: 'trouble', trouble: { kind: 'unsure', text: confirmTexts.unsure } };
  if (error.code === 'withdrawal.case-running') return { kind: 'trouble', trouble: { kind: 'running', text: messageOf(error), ...runningCaseOf(error) } };
  if (CHANGED.includes(error.code)) return { kind: 'trouble', trouble: { kind: 'changed', text: [messageOf(error), ...error.reasons.map(reasonSentence)].join('') } };
  return { kind: 'trouble', trouble: error.status >= 500 ? { kind: 'unsure', text: confirmTexts.unsure } : { kind: 'refused', text: messageOf(error) } };
}

/** Submits a withdrawal: one key a wish, whatever happens in between. */
export function useSubmit(route: string): { readonly sending: boolean; send(body: SubmitWithdrawalBody): Promise<SubmitEnd> } {
  const wish = useWish(`withdrawal:${route}`);
  const [sending, setSending] = useState(false);
  const send = async (body: SubmitWithdrawalBody): Promise<SubmitEnd> => {
    setSending(true);
    try {
      const reply = await submitPatiently(body, wish.keyFor(body));
      wish.settle();
      return { kind: 'done', reply };
    } catch (error) {
      return endOf(error);
    } finally {
      setSending(false);
    }
  };
  return { sending, send };
}
