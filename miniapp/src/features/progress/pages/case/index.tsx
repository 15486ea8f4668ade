import type { CaseReply } from '@anju/shared/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import type { Query } from '../../../../api/use-query.ts';
import { useReleasedWish } from '../../../../api/use-wish.ts';
import { phone } from '../../../../platform/phone-call.ts';
import { go, goSignIn, mayStillMove, PageState, PATHS, ReceiptLink, Screen, useSigningTime } from '../../../../screen/index.ts';
import { nearText } from '../../../../texts/format.ts';
import { caseTexts } from '../../../../texts/progress.ts';
import { Button, Empty, Notice, Skeleton } from '../../../../ui/index.ts';
import { isOthers } from '../../case.timeline.ts';
import { CancelCase } from '../../components/cancel-case.tsx';
import { canBeFixed, CaseFix } from '../../components/case-fix.tsx';
import { CaseHead } from '../../components/case-head.tsx';
import { CaseMore } from '../../components/case-more.tsx';
import { CaseTimeline } from '../../components/case-timeline.tsx';
import { Applied, Signing } from '../../components/signing.tsx';
import '../../progress.scss';

/** One case from submission to the money: renews itself while it is looked at. */
export default function CasePage() {
  const caseId = decodeURIComponent(useRouter().params['caseId'] ?? '');
  const { session, ended } = useSession();
  const query = useQuery('showCase', { params: { caseId } }, { renewEverySeconds: 4, renewWhile: (reply) => mayStillMove(reply.stage), keepLast: true, enabled: session !== null || ended });
  const shown = query.value;
  useReleasedWish(shown);
  const [late, setLate] = useState(false);
  return (
    <Screen title={caseTexts.title} sensitive foot={shown === null || shown.stage === 'paid' ? null : <CaseActions reply={shown} onChanged={query.set} reload={query.reload} onLate={() => setLate(true)} />}>
      <PageState
        query={query}
        skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="timeline" count={5} /></>}
        off={<Empty drawing="door" title={caseTexts.guestTitle} actions={[{ text: caseTexts.guestAction, onPress: goSignIn }]} />}
      >
        {(reply) => (
          <>
            {late && !reply.canCancel ? <Notice tone="attention" title={caseTexts.lateTitle}>{reply.stage === 'paid' ? caseTexts.latePaid : caseTexts.lateOn}</Notice> : null}
            {reply.route === 'loan-pre-application' ? <LoanCase reply={reply} query={query} /> : <PlainCase reply={reply} />}
          </>
        )}
      </PageState>
    </Screen>
  );
}

function PlainCase({ reply }: { readonly reply: CaseReply }) {
  return (
    <>
      <CaseHead reply={reply} />
      <CaseFix reply={reply} />
      <CaseTimeline reply={reply} />
      <ReceiptLink reply={reply} />
      <CaseMore reply={reply} />
    </>
  );
}

/** A pre-application: with its signing and what was applied for, which come by a call of their own. */
function LoanCase({ reply, query }: { readonly reply: CaseReply; readonly query: Query<CaseReply> }) {
  const params = { preApplicationId: reply.caseId };
  const loan = useQuery('showPreApplication', { params }, { renewEverySeconds: 4, renewWhile: (one) => mayStillMove(one.case.stage), keepLast: true });
  const signing = useSigningTime(loan.value);
  const booking = signing?.booking ?? null;
  const booked = booking === null ? null : nearText(booking.startsAt, reply.now);
  const reload = async (): Promise<void> => {
    await Promise.all([loan.reload(), query.reload()]);
  };
  return (
    <>
      <CaseHead reply={reply} booked={booked} silent={signing?.silent === true} />
      {loan.value === null || signing === null ? null : <Signing shown={loan.value} signing={signing} others={isOthers(reply)} reload={reload} />}
      <CaseTimeline reply={reply} booked={booked} />
      {loan.value === null ? null : <Applied shown={loan.value} />}
      <ReceiptLink reply={reply} />
      <CaseMore reply={reply} />
    </>
  );
}

interface ActionsProps {
  readonly reply: CaseReply;
  onChanged(reply: CaseReply): void;
  reload(): Promise<void>;
  onLate(): void;
}

/** Where a person begins anew. */
function startOf(reply: CaseReply): string {
  if (reply.route === 'loan-pre-application') return PATHS.prequalification;
  if (reply.route === 'loan-prepayment') return PATHS.myLoan;
  return reply.stage === 'payment-failed' ? PATHS.withdrawalForm(reply.route) : PATHS.routes;
}

/** What can be done with a case that is not paid yet. */
function CaseActions({ reply, onChanged, reload, onLate }: ActionsProps) {
  const ask = <Button kind="secondary" text={caseTexts.ask} onPress={() => phone('12329')} />;
  const again = <Button text={caseTexts.again} onPress={() => go(startOf(reply))} />;
  if (isOthers(reply)) return ask;
  if (reply.canCancel) return <CancelCase caseId={reply.caseId} matter={reply.route} onCancelled={onChanged} reload={reload} onLate={onLate} beside={ask} />;
  const { resubmittedAs } = reply;
  if (resubmittedAs !== undefined) return <Button text={caseTexts.toReplaced} onPress={() => go(PATHS.caseOf(resubmittedAs))} />;
  if (canBeFixed(reply)) {
    // Nothing was paid yet of a case that was refused.
    const text = reply.fix?.item === 'card' && reply.stage === 'payment-failed' ? caseTexts.otherCard : caseTexts.fix;
    return (
      <>
        <Button text={text} onPress={() => go(PATHS.putRight(reply.caseId))} />
        {ask}
      </>
    );
  }
  if (reply.stage === 'refused' || reply.stage === 'cancelled') {
    return (
      <>
        {again}
        {reply.stage === 'refused' ? ask : null}
      </>
    );
  }
  if (reply.stage === 'payment-failed') {
    if (reply.origin === 'order') {
      return (
        <>
          <Button text={caseTexts.toOrders} onPress={() => go(PATHS.standingOrders)} />
          {ask}
        </>
      );
    }
    return (
      <>
        {again}
        <View className="a-pair">
          <Button kind="secondary" text={caseTexts.card} onPress={() => go(PATHS.bankCards)} />
          {ask}
        </View>
      </>
    );
  }
  return ask;
}
