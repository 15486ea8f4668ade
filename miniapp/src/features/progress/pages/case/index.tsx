import type { CaseReply } from '@anju/shared/contract';
import { View } from '@tarojs/components';
import { isTerminal } from '@anju/shared/progress';
import { useRouter } from '@tarojs/taro';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { useReleasedWish } from '../../../../api/use-wish.ts';
import { phone } from '../../../../platform/phone-call.ts';
import { go, goSignIn, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { caseTexts } from '../../../../texts/progress.ts';
import { Button, Empty, Skeleton } from '../../../../ui/index.ts';
import { CancelCase } from '../../components/cancel-case.tsx';
import { CaseHead } from '../../components/case-head.tsx';
import { CaseMore } from '../../components/case-more.tsx';
import { CaseTimeline } from '../../components/case-timeline.tsx';
import '../../progress.scss';

/** One case from submission to the money: renews itself while it is looked at. */
export default function CasePage() {
  const caseId = decodeURIComponent(useRouter().params['caseId'] ?? '');
  const { session, ended } = useSession();
  const query = useQuery('showCase', { params: { caseId } }, { renewEverySeconds: 4, renewWhile: (reply) => !isTerminal(reply.stage), keepLast: true, enabled: session !== null || ended });
  const shown = query.value;
  useReleasedWish(shown);
  return (
    <Screen title={caseTexts.title} sensitive foot={shown === null || shown.stage === 'paid' ? null : <CaseActions reply={shown} onChanged={query.set} reload={query.reload} />}>
      <PageState
        query={query}
        skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="timeline" count={5} /></>}
        off={<Empty drawing="door" title={caseTexts.guestTitle} actions={[{ text: caseTexts.guestAction, onPress: goSignIn }]} />}
      >
        {(reply) => (
          <>
            <CaseHead reply={reply} />
            <CaseTimeline reply={reply} />
            <CaseMore reply={reply} />
          </>
        )}
      </PageState>
    </Screen>
  );
}

interface ActionsProps {
  readonly reply: CaseReply;
  onChanged(reply: CaseReply): void;
  reload(): Promise<void>;
}

/** What can be done with a case that is not paid yet. */
function CaseActions({ reply, onChanged, reload }: ActionsProps) {
  const ask = <Button kind="secondary" text={caseTexts.ask} onPress={() => phone('12329')} />;
  if (reply.canCancel) return <CancelCase caseId={reply.caseId} onCancelled={onChanged} reload={reload} beside={ask} />;
  if (reply.stage === 'refused' || reply.stage === 'cancelled') {
    return (
      <>
        <Button text={caseTexts.again} onPress={() => go(PATHS.routes)} />
        {reply.stage === 'refused' ? ask : null}
      </>
    );
  }
  if (reply.stage === 'payment-failed') {
    return (
      <>
        <Button text={caseTexts.again} onPress={() => go(PATHS.withdrawalForm(reply.route))} />
        <View className="a-pair">
          <Button kind="secondary" text={caseTexts.card} onPress={() => go(PATHS.guide('bank-card'))} />
          {ask}
        </View>
      </>
    );
  }
  return ask;
}
