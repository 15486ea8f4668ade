import type { Booking, ServicePoint, ServicePointsReply, Slot } from '@anju/shared/contract';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '../../../api/use-query.ts';
import { PageState, Screen } from '../../../screen/index.ts';
import { momentText } from '../../../texts/format.ts';
import { bookingTexts as texts } from '../../../texts/booking.ts';
import { Button, Notice, Skeleton } from '../../../ui/index.ts';
import { useBooking } from '../use-booking.ts';
import type { BookingMatter } from '../use-booking.ts';
import { Alternatives } from './alternatives.tsx';
import { PointChoice } from './point-choice.tsx';
import { SlotChoice } from './slot-choice.tsx';

export const BOOKING_SHAPE = <><Skeleton shape="card" count={1} /><Skeleton shape="list" count={6} /></>;

export interface BookProps {
  readonly matter: BookingMatter;
  readonly points: ServicePointsReply;
  /** Of the page. */
  readonly title: string;
  /** Over the places. */
  readonly where: string;
  /** Before the places: what the time is for. */
  readonly lead: ReactNode;
  /** What stands there once it is booked. */
  readonly done: (booking: Booking) => ReactNode;
  /** Asked too when the service says no: another phone may have booked. */
  readonly refused?: () => Promise<void>;
}

/** The place, then the day and the half hour, then the one button. */
export function Book({ matter, points, title, where, lead, done, refused }: BookProps) {
  const [point, setPoint] = useState<ServicePoint | null>(null);
  const [slot, setSlot] = useState<Slot | null>(null);
  const servicePointId = point?.servicePointId ?? '';
  const slots = useQuery('listSlots', { params: { servicePointId } }, { enabled: point !== null });
  const state = useBooking(matter, async () => {
    await Promise.all([slots.reload(), refused?.()]);
  });
  if (state.booked !== null) return <Screen title={title} sensitive>{done(state.booked)}</Screen>;
  if (point === null) return <Screen title={title}><PointChoice points={points.items} lead={lead} title={where} onChosen={setPoint} /></Screen>;
  const choose = (next: Slot): void => {
    state.clear();
    setSlot(next);
  };
  const otherPoint = (): void => {
    state.clear();
    setSlot(null);
    setPoint(null);
  };
  const confirm = async (): Promise<void> => {
    if (slot !== null) await state.book(slot.slotId);
  };
  // What was full a moment ago is chosen no more.
  const wanted = slot !== null && state.full === null ? slot : null;
  const foot = <Button text={wanted === null ? texts.choose : texts.button(momentText(wanted.startsAt))} loadingText={texts.sending} disabled={wanted === null} onPress={confirm} />;
  return (
    <Screen title={title} foot={foot}>
      {state.trouble === null ? null : <Notice tone="stop">{state.trouble}</Notice>}
      {state.full === null ? null : <Alternatives slots={state.full} onTake={(near) => state.book(near.slotId)} />}
      <PageState query={slots} skeleton={BOOKING_SHAPE}>
        {(reply) => <SlotChoice point={point} slots={reply.items} chosen={wanted} onChosen={choose} onOtherPoint={otherPoint} />}
      </PageState>
    </Screen>
  );
}
