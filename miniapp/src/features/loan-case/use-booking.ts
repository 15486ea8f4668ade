import type { Booking, NearestSlot } from '@anju/shared/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { sendPatiently } from '../../api/patience.ts';
import { ApiProblem } from '../../api/problem.ts';
import { messageOf } from '../../api/problem-message.ts';
import { useWish } from '../../api/use-wish.ts';
import { alternativesOf } from './booking.days.ts';

export interface BookingState {
  readonly booked: Booking | null;
  /** The nearest free times, when somebody was faster. */
  readonly full: readonly NearestSlot[] | null;
  readonly trouble: string | null;
  /** What was offered in the place of a full one stays until there is an answer. */
  book(slotId: string): Promise<void>;
  clear(): void;
}

/** Books a time for the signing of one case: one key a slot, whatever happens in between. */
export function useBooking(caseId: string, reload: () => Promise<void>): BookingState {
  const wish = useWish(`booking:${caseId}`);
  const [booked, setBooked] = useState<Booking | null>(null);
  const [full, setFull] = useState<readonly NearestSlot[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const clear = (): void => {
    setFull(null);
    setTrouble(null);
  };
  const book = async (slotId: string): Promise<void> => {
    setTrouble(null);
    const body = { slotId, purpose: 'loan-signing' as const, caseId };
    try {
      const booking = await sendPatiently(() => call('book', { body }, { key: wish.keyFor(body), timeoutMs: 15_000 }));
      wish.settle();
      setBooked(booking);
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'booking.slot-full') setFull(alternativesOf(error.problem));
      else setTrouble(messageOf(error));
      // A refusal is an answer for good: the same slot asked for later is a new wish.
      if (error instanceof ApiProblem && error.status < 500) wish.drop();
      await reload();
    }
  };
  return { booked, full, trouble, book, clear };
}
