import type { Booking } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { messageOf } from '../api/problem-message.ts';
import { bookingWish, useWish } from '../api/use-wish.ts';
import { Button, Notice, Sheet } from '../ui/index.ts';
import { useToast } from './toast.ts';
import { keepSigningTime } from './use-signing-time.ts';

export interface CancelBookingProps {
  readonly booking: Booking;
  readonly texts: Readonly<Record<'cancelTitle' | 'cancelText' | 'cancelYes' | 'cancelBusy' | 'cancelNo' | 'cancelled', string>>;
  /** Asked anew, whatever the answer was. */
  reload(): Promise<void>;
  onClose(): void;
}

/** Asks once more before a booked time is given back. */
export function CancelBooking({ booking, texts, reload, onClose }: CancelBookingProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const { bookingId } = booking;
  const booked = useWish(bookingWish(booking));
  const wish = useWish(`cancel-booking:${bookingId}`);
  const say = useToast();
  const cancel = async (): Promise<void> => {
    setTrouble(null);
    try {
      await call('cancelBooking', { params: { bookingId } }, { key: wish.keyFor({ bookingId }) });
      wish.settle();
      // The same time booked again is a new wish, and not the one that was given back.
      booked.release(bookingId);
      if (booking.caseId !== undefined) keepSigningTime(booking.caseId, null);
      say(texts.cancelled);
      onClose();
    } catch (error) {
      setTrouble(messageOf(error));
    }
    await reload();
  };
  const actions = (
    <>
      <Button kind="danger" text={texts.cancelYes} loadingText={texts.cancelBusy} onPress={cancel} />
      <Button kind="quiet" text={texts.cancelNo} onPress={onClose} />
    </>
  );
  return (
    <Sheet open title={texts.cancelTitle} onClose={onClose} actions={actions}>
      <Text className="a-text">{texts.cancelText}</Text>
      {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
    </Sheet>
  );
}
