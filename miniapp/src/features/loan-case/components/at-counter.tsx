import type { Booking, CatalogueItemReply, WithdrawalRouteId } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { useQuery } from '../../../api/use-query.ts';
import { phone } from '../../../platform/phone-call.ts';
import { CancelBooking } from '../../../screen/cancel-booking.tsx';
import { goReplace, PageState, PATHS, Screen } from '../../../screen/index.ts';
import { bookingTexts as texts, counterTexts } from '../../../texts/booking.ts';
import { Button, Card, Empty, Facts, Notice } from '../../../ui/index.ts';
import { bookedFacts, heldForRoute } from '../booking.days.ts';
import { Book, BOOKING_SHAPE } from './book.tsx';
import { Guest } from './guest.tsx';

/** A time at the counter for a withdrawal: what to bring, where and when; once it is booked, that and the way to give it back. */
export function AtCounter({ route }: { readonly route: string }) {
  const { session, ended } = useSession();
  const [turn, setTurn] = useState(0);
  const enabled = session !== null || ended;
  const item = useQuery('showCatalogueItem', { params: { item: route } }, { enabled });
  const atCounter = item.value?.servedBy === 'counter' && item.value.route !== undefined;
  const bookings = useQuery('listBookings', {}, { enabled: enabled && atCounter });
  const held = heldForRoute(bookings.value?.items ?? [], route);
  const points = useQuery('listServicePoints', {}, { enabled: bookings.value !== null && held === null });
  const given = async (): Promise<void> => {
    await bookings.reload();
    setTurn((before) => before + 1);
  };
  if (item.value !== null && atCounter && bookings.value !== null && held === null && points.value !== null && points.value.items.length > 0) {
    const known = item.value;
    const done = (booking: Booking) => <Booked item={known} booking={booking} reload={given} />;
    const matter = { purpose: 'counter-withdrawal' as const, route: route as WithdrawalRouteId };
    return <Book key={turn} matter={matter} points={points.value} title={counterTexts.title} where={counterTexts.points} lead={<Lead item={known} />} done={done} refused={bookings.reload} />;
  }
  return (
    <Screen title={counterTexts.title} sensitive={held !== null}>
      <PageState query={item} skeleton={BOOKING_SHAPE} off={<Guest texts={counterTexts} />}>
        {(reply) => {
          if (!atCounter) return <Elsewhere item={reply} />;
          if (held !== null) return <Booked item={reply} booking={held} reload={given} />;
          return (
            <PageState query={bookings} skeleton={BOOKING_SHAPE}>
              {() => (
                <PageState query={points} skeleton={BOOKING_SHAPE}>
                  {() => <Empty drawing="desk" title={counterTexts.noPointsTitle} sentences={[counterTexts.noPointsText]} actions={[{ text: counterTexts.call, onPress: () => phone('12329') }]} />}
                </PageState>
              )}
            </PageState>
          );
        }}
      </PageState>
    </Screen>
  );
}

/** No window is kept for it: done on the phone, or a guide only. */
function Elsewhere({ item }: { readonly item: CatalogueItemReply }) {
  const { route } = item;
  if (item.servedBy === 'online' && route !== undefined) {
    return <Empty drawing="desk" title={counterTexts.onlineTitle} sentences={[counterTexts.onlineText]} actions={[{ text: counterTexts.onlineAction, onPress: () => goReplace(PATHS.withdrawalForm(route)) }]} />;
  }
  return <Empty drawing="desk" title={counterTexts.guideTitle} sentences={[counterTexts.guideText]} actions={[{ text: counterTexts.guideAction, onPress: () => goReplace(PATHS.guide(item.item)) }]} />;
}

function Lead({ item }: { readonly item: CatalogueItemReply }) {
  return (
    <>
      <Text className="a-second">{counterTexts.lead(item.title)}</Text>
      <Bring materials={item.guide.materials} />
    </>
  );
}

/** The originals the counter wants to see, as the guide has them. */
function Bring({ materials }: { readonly materials: readonly string[] }) {
  if (materials.length === 0) return null;
  return (
    <Card title={texts.bring}>
      {materials.map((line, index) => (
        <View key={line} className="loan-step">
          <Text className="loan-step__number">{String(index + 1)}</Text>
          <Text className="a-text">{line}</Text>
        </View>
      ))}
    </Card>
  );
}

function Booked({ item, booking, reload }: { readonly item: CatalogueItemReply; readonly booking: Booking; reload(): Promise<void> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Notice tone="brand" icon="check" title={texts.doneTitle} />
      <Card>
        <Facts items={[{ label: counterTexts.matter, value: item.title }, ...bookedFacts(booking)]} />
        <View className="booked-buttons a-pair">
          <Button kind="secondary" text={texts.call} onPress={() => phone(booking.servicePoint.phone)} />
          <Button kind="secondary" text={texts.cancel} onPress={() => setOpen(true)} />
        </View>
      </Card>
      <Bring materials={item.guide.materials} />
      {open ? <CancelBooking booking={booking} texts={texts} reload={reload} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
