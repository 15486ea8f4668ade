import { chinaDateOf } from '@anju/shared/calendar';
import type { Wish } from '../../api/idempotency-key.ts';

/**
 * Makes a code that can be checked. While one lives it is that one; once taken back, the next press makes another.
 * A code dies at midnight: one that was asked for yesterday is not asked for today.
 */
export async function makeShare(wish: Wish, receiptId: string, nowMs: number, send: (key: string) => Promise<unknown>): Promise<void> {
  await send(wish.keyFor({ receiptId, on: chinaDateOf(nowMs) }));
  wish.drop();
}
