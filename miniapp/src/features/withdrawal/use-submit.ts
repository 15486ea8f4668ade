import type { SubmitWithdrawalBody, SubmitWithdrawalReply } from '@anju/shared/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { ApiProblem } from '../../api/problem.ts';
import { caseWish, useWish } from '../../api/use-wish.ts';
import { endOf } from './submission.ts';
import type { SubmitEnd } from './submission.ts';

const PATIENCE = 6;
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

/** Submits a withdrawal: one key a wish, whatever happens in between. */
export function useSubmit(route: string): { readonly sending: boolean; send(body: SubmitWithdrawalBody): Promise<SubmitEnd> } {
  const wish = useWish(caseWish(route));
  const [sending, setSending] = useState(false);
  const send = async (body: SubmitWithdrawalBody): Promise<SubmitEnd> => {
    setSending(true);
    try {
      const reply = await submitPatiently(body, wish.keyFor(body));
      wish.settle(reply.caseId);
      return { kind: 'done', reply };
    } catch (error) {
      return endOf(error);
    } finally {
      setSending(false);
    }
  };
  return { sending, send };
}
