import type { Booking, ServicePoint, ServicePointsReply, Slot } from '@anju/shared/contract';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, goReplace, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { bookingTexts as texts } from '../../../../texts/booking.ts';
import { Button, Card, Empty, Facts, Notice, Skeleton } from '../../../../ui/index.ts';
import { Alternatives } from '../../components/alternatives.tsx';
import { Guest } from '../../components/guest.tsx';
import { PointChoice } from '../../components/point-choice.tsx';
import { SlotChoice } from '../../components/slot-choice.tsx';
import { caseToSign, slotText } from '../../booking.days.ts';
import { useBooking } from '../../use-booking.ts';
import '../../loan-case.scss';

const SHAPE = <><Skeleton shape="card" count={1} /><Skeleton shape="list" count={6} /></>;

/** A time for signing the contract: the place, the day, the half hour. */
export default function BookingPage() {
  const caseId = decodeURIComponent(useRouter().params['caseId'] ?? '');
  return caseId === '' ? <FindCase /> : <OfCase caseId={caseId} />;
}

/** Opened without a case: on to the one that waits, or to what comes first. */
function FindCase() {
  const { session, ended } = useSession();
  const query = useQuery('listCases', {}, { enabled: session !== null || ended });
  const found = query.value === null ? null : caseToSign(query.value.items);
  if (found !== null) return <OfCase caseId={found} />;
  const actions = [{ text: texts.firstAction, onPress: () => goReplace(PATHS.prequalification) }, { text: texts.firstOther, onPress: () => goReplace(PATHS.calculator), kind: 'quiet' as const }];
  return (
    <Screen title={texts.title}>
      <PageState query={query} skeleton={SHAPE} off={<Guest texts={texts} />}>
        {() => <Empty drawing="desk" title={texts.firstTitle} sentences={[texts.firstText]} actions={actions} />}
      </PageState>
    </Screen>
  );
}

function OfCase({ caseId }: { readonly caseId: string }) {
  const { session, ended } = useSession();
  const params = { preApplicationId: caseId };
  // Whose case it is and whether it waits for the signing stands first.
  const shown = useQuery('showPreApplication', { params }, { enabled: (session !== null || ended) && caseId !== '' });
  const open = shown.value?.signing.canBook === true && shown.value.signing.booking === null;
  const points = useQuery('listServicePoints', {}, { enabled: open });
  if (!open || points.value === null) {
    return (
      <Screen title={texts.title}>
        <PageState query={shown} skeleton={SHAPE} off={session === null ? <Guest texts={texts} /> : <FailureState kind="not-found" retry={shown.reload} />}>
          {(reply) => {
            if (reply.signing.booking !== null) return <Done booking={reply.signing.booking} caseId={caseId} />;
            if (!reply.signing.canBook) return <Empty drawing="desk" title={texts.noCaseTitle} sentences={[texts.noCaseText]} actions={[{ text: texts.noCaseAction, onPress: () => goReplace(PATHS.caseOf(caseId)) }]} />;
            return <PageState query={points} skeleton={SHAPE}>{() => null}</PageState>;
          }}
        </PageState>
      </Screen>
    );
  }
  return <Book caseId={caseId} points={points.value} />;
}

function Book({ caseId, points }: { readonly caseId: string; readonly points: ServicePointsReply }) {
  const [point, setPoint] = useState<ServicePoint | null>(null);
  const [slot, setSlot] = useState<Slot | null>(null);
  const servicePointId = point?.servicePointId ?? '';
  const slots = useQuery('listSlots', { params: { servicePointId } }, { enabled: point !== null });
  const state = useBooking(caseId, slots.reload);
  if (state.booked !== null) return <Screen title={texts.title} sensitive><Done booking={state.booked} caseId={caseId} /></Screen>;
  if (point === null) return <Screen title={texts.title}><PointChoice points={points.items} onChosen={setPoint} /></Screen>;
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
    <Screen title={texts.title} foot={foot}>
      {state.trouble === null ? null : <Notice tone="stop">{state.trouble}</Notice>}
      {state.full === null ? null : <Alternatives slots={state.full} onTake={(near) => state.book(near.slotId)} />}
      <PageState query={slots} skeleton={SHAPE}>
        {(reply) => <SlotChoice point={point} slots={reply.items} chosen={wanted} onChosen={choose} onOtherPoint={otherPoint} />}
      </PageState>
    </Screen>
  );
}

function Done({ booking, caseId }: { readonly booking: Booking; readonly caseId: string }) {
  const place = booking.servicePoint;
  return (
    <>
      <Card title={texts.doneTitle}>
        <Facts
          items={[
            { label: texts.at, value: slotText(booking) },
            { label: texts.place, value: place.name },
            { label: texts.address, value: place.address },
            { label: texts.phone, value: place.phone },
            { label: texts.bring, value: texts.bringList },
          ]}
        />
      </Card>
      <Button text={texts.toCase} onPress={() => goReplace(PATHS.caseOf(caseId))} />
    </>
  );
}
