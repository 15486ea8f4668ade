import type { IdentityReply } from '@anju/shared/contract';
import { ApiProblem } from './problem.ts';

/** A face check that ends sooner than this would run out on the way. */
const FACE_MARGIN_MS = 10_000;
const PATIENCE = 6;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether the person was seen lately enough for a write. */
export function seenLately(identity: IdentityReply | null, nowMs: number): boolean {
  const until = identity?.faceUntil;
  return until !== undefined && Date.parse(until) - FACE_MARGIN_MS > nowMs;
}

/** Sends a wish; while the same wish is still being worked on (another tab, an earlier tap) it waits for that answer. */
export async function sendPatiently<Reply>(send: () => Promise<Reply>, wait: (ms: number) => Promise<void> = pause): Promise<Reply> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await send();
    } catch (error) {
      const running = error instanceof ApiProblem && error.code === 'idempotency.running';
      if (!running || turn >= PATIENCE) throw error;
      await wait((error.problem.retryAfter ?? 1) * 1000);
    }
  }
}
