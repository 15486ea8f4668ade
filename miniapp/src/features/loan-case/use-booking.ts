import type { Booking, BookingBody, NearestSlot, WithdrawalRouteId } from '@anju/shared/contract';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { sendPatiently } from '../../api/patience.ts';
import { ApiProblem } from '../../api/problem.ts';
import { messageOf } from '../../api/problem-message.ts';
import { bookingWish, useWish } from '../../api/use-wish.ts';
import { keepSigningTime } from '../../screen/index.ts';
import { alternativesOf } from './booking.days.ts';

/** What a time is booked for. */
export type BookingMatter = { readonly purpose: 'loan-signing'; readonly caseId: string; readonly route?: never } | { readonly purpose: 'counter-withdrawal'; readonly route: WithdrawalRouteId; readonly caseId?: never };

export interface BookingState {
  readonly booked: Booking | null;
  /** The nearest free times, when somebody was faster. */
  readonly full: readonly NearestSlot[] | null;
  readonly trouble: string | null;
  /** What was offered in the place of a full one stays until there is an answer. */
  book(slotId: string): Promise<void>;
  clear(): void;
}

/** Books a time for the signing of one case, or for a withdrawal at the counter: one key a slot, whatever happens in between. */
export function useBooking(matter: BookingMatter, reload: () => Promise<void>): BookingState {
  const wish = useWish(bookingWish(matter));
  const [booked, setBooked] = useState<Booking | null>(null);
  const [full, setFull] = useState<readonly NearestSlot[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const clear = (): void => {
    setFull(null);
    setTrouble(null);
  };
  const book = async (slotId: string): Promise<void> => {
    setTrouble(null);
    const body: BookingBody = { slotId, ...matter };
    try {
      const booking = await sendPatiently(() => call('book', { body }, { key: wish.keyFor(body), timeoutMs: 15_000 }));
      wish.settle(booking.bookingId);
      if (matter.caseId !== undefined) keepSigningTime(matter.caseId, booking);
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
