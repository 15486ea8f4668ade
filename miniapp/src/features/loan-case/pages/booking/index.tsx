import type { Booking } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, goReplace, PageState, PATHS, Screen, useSigningTime } from '../../../../screen/index.ts';
import { bookingTexts as texts } from '../../../../texts/booking.ts';
import { Button, Card, Empty, Facts, Notice } from '../../../../ui/index.ts';
import { AtCounter } from '../../components/at-counter.tsx';
import { Book, BOOKING_SHAPE } from '../../components/book.tsx';
import { Guest } from '../../components/guest.tsx';
import { bookedFacts, caseToSign } from '../../booking.days.ts';
import '../../loan-case.scss';

/** A time for signing the contract, or at the counter for a withdrawal: the place, the day, the half hour. */
export default function BookingPage() {
  const { caseId = '', route = '' } = useRouter().params;
  if (route !== '') return <AtCounter route={decodeURIComponent(route)} />;
  return caseId === '' ? <FindCase /> : <OfCase caseId={decodeURIComponent(caseId)} />;
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
      <PageState query={query} skeleton={BOOKING_SHAPE} off={<Guest texts={texts} />}>
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
  const signing = useSigningTime(shown.value);
  const open = shown.value?.signing.canBook === true && shown.value.signing.booking === null;
  const points = useQuery('listServicePoints', {}, { enabled: open });
  if (!open || points.value === null) {
    return (
      <Screen title={texts.title}>
        <PageState query={shown} skeleton={BOOKING_SHAPE} off={session === null ? <Guest texts={texts} /> : <FailureState kind="not-found" retry={shown.reload} />}>
          {(reply) => {
            if (signing?.silent === true) return <Silent booking={signing.booking} caseId={caseId} retry={shown.reload} />;
            if (reply.signing.booking !== null) return <Done booking={reply.signing.booking} caseId={caseId} />;
            if (!reply.signing.canBook) return <Empty drawing="desk" title={texts.noCaseTitle} sentences={[texts.noCaseText]} actions={[{ text: texts.noCaseAction, onPress: () => goReplace(PATHS.caseOf(caseId)) }]} />;
            return <PageState query={points} skeleton={BOOKING_SHAPE}>{() => null}</PageState>;
          }}
        </PageState>
      </Screen>
    );
  }
  const done = (booking: Booking) => <Done booking={booking} caseId={caseId} />;
  return <Book matter={{ purpose: 'loan-signing', caseId }} points={points.value} title={texts.title} where={texts.points} lead={<Text className="a-second">{texts.lead}</Text>} done={done} />;
}

/** The core does not answer now: the time last heard of, else that nothing is known; never that there is nothing to book. */
function Silent({ booking, caseId, retry }: { readonly booking: Booking | null; readonly caseId: string; retry(): Promise<void> }) {
  if (booking === null) return <Empty drawing="cloud" title={texts.silentTitle} sentences={[texts.silentText]} actions={[{ text: texts.silentAgain, onPress: retry }, { text: texts.toCase, onPress: () => goReplace(PATHS.caseOf(caseId)), kind: 'quiet' }]} />;
  return (
    <>
      <Notice tone="attention">{texts.silentKept}</Notice>
      <Done booking={booking} caseId={caseId} />
    </>
  );
}

function Done({ booking, caseId }: { readonly booking: Booking; readonly caseId: string }) {
  return (
    <>
      <Notice tone="brand" icon="check" title={texts.doneTitle} />
      <Card><Facts items={[...bookedFacts(booking), { label: texts.bring, value: texts.bringList }]} /></Card>
      <Button text={texts.toCase} onPress={() => goReplace(PATHS.caseOf(caseId))} />
    </>
  );
}
