import type { CaseReply, CaseStage } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { isNotTheirs } from '../../../../api/failure.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { useReleasedWish } from '../../../../api/use-wish.ts';
import { channel } from '../../../../platform/sign-in.ts';
import { FailureState, go, goReplace, goTab, mayStillMove, PATHS, Screen } from '../../../../screen/index.ts';
import { dayText } from '../../../../texts/format.ts';
import { resultTexts } from '../../../../texts/withdrawal.ts';
import { Amount, aria, Button, Card, Facts, Footnote, Icon, Row, Skeleton } from '../../../../ui/index.ts';
import { resultWords } from '../../result.words.ts';
import '../../withdrawal.scss';

const STAGES: readonly CaseStage[] = ['submitted', 'accepted', 'under-review', 'approved', 'paid', 'refused', 'cancelled', 'payment-failed', 'unknown'];
const stageOf = (text: string | undefined): CaseStage => STAGES.find((stage) => stage === text) ?? 'submitted';
const MARKS = { done: 'check', wait: 'clock', stop: 'attention' } as const;

/** What became of it. What the submission answered is shown at once; the case itself follows and is renewed. */
export default function ResultPage() {
  const { caseId = '', number = '', state, route = '' } = useRouter().params;
  const query = useQuery('showCase', { params: { caseId } }, { renewEverySeconds: 3, renewWhile: (one) => mayStillMove(one.stage) });
  const reply = query.value;
  useReleasedWish(reply);
  if (reply === null && isNotTheirs(query.why)) return <Screen title={resultTexts.title}><FailureState kind={query.why} retry={query.reload} /></Screen>;
  const stage = reply?.stage ?? stageOf(state);
  const words = resultWords(stage, reply, route);
  return (
    <Screen
      title={resultTexts.title}
      sensitive
      foot={
        <>
          <Button text={words.button} onPress={() => goReplace(PATHS.caseOf(caseId))} />
          <Button kind="quiet" text={resultTexts.home} onPress={() => goTab(PATHS.home)} />
        </>
      }
    >
      <View className="result-head" {...aria({ role: 'status', live: 'polite' })}>
        <View className={`result-head__mark result-head__mark--${words.mark}`}><Icon name={MARKS[words.mark]} size={44} /></View>
        <Text className="result-head__title">{words.title}</Text>
        {reply === null ? null : <Amount className="result-head__amount" fen={reply.amountFen} size="large" unit alwaysShown label={resultTexts.amount} />}
        <Text className="result-head__lead">{words.lead}</Text>
      </View>
      {stage === 'paid' && (reply?.route === 'rent' || reply?.route === 'repay-commercial-loan') ? <Monthly kind={reply.route} /> : null}
      {query.state === 'loading' ? <Skeleton shape="card" count={1} /> : <ResultFacts reply={reply} number={number} />}
      <Footnote centred>{stage === 'paid' || words.mark === 'stop' ? resultTexts.free : channel === 'weapp' ? resultTexts.noticeWechat : resultTexts.noticeSms}</Footnote>
    </Screen>
  );
}

/** What is done each month may be signed once. */
function Monthly({ kind }: { readonly kind: 'rent' | 'repay-commercial-loan' }) {
  return <Card><Row icon="transfer" title={resultTexts.monthly} note={resultTexts.monthlyNote} onPress={() => go(PATHS.standingSign(kind))} /></Card>;
}

function ResultFacts({ reply, number }: { readonly reply: CaseReply | null; readonly number: string }) {
  const facts = [
    { label: resultTexts.number, value: reply?.number ?? decodeURIComponent(number) },
    ...(reply?.nextEligibleOn === undefined ? [] : [{ label: resultTexts.nextDay, value: resultTexts.nextFrom(dayText(reply.nextEligibleOn, true)) }]),
  ];
  return <Card><Facts items={facts} /></Card>;
}
