import type { CaseStage } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { CASE_STAGES } from '@anju/shared/progress';
import { useRouter } from '@tarojs/taro';
import { isNotTheirs } from '../../../../api/failure.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { useReleasedWish } from '../../../../api/use-wish.ts';
import { channel } from '../../../../platform/sign-in.ts';
import { FailureState, goReplace, goTab, mayStillMove, PATHS, Screen } from '../../../../screen/index.ts';
import { loanResultTexts as texts } from '../../../../texts/loan-case.ts';
import { Amount, aria, Button, Card, Facts, Footnote, Icon, Skeleton } from '../../../../ui/index.ts';
import { loanResultWords, noticeWords } from '../../result.words.ts';
import '../../loan-case.scss';

const stageOf = (text: string | undefined): CaseStage => CASE_STAGES.find((stage) => stage === text) ?? 'submitted';
const MARKS = { done: 'check', wait: 'clock', stop: 'attention' } as const;

/** What became of it. What the submission answered is shown at once; the case itself follows and is renewed. */
export default function LoanResultPage() {
  const { caseId = '', number = '', state, matter = 'loan-pre-application' } = useRouter().params;
  const query = useQuery('showCase', { params: { caseId } }, { renewEverySeconds: 3, renewWhile: (one) => mayStillMove(one.stage) });
  const reply = query.value;
  useReleasedWish(reply);
  if (reply === null && isNotTheirs(query.why)) return <Screen title={texts.title}><FailureState kind={query.why} retry={query.reload} /></Screen>;
  const stage = reply?.stage ?? stageOf(state);
  const words = loanResultWords(matter, stage, reply);
  const foot = (
    <>
      <Button text={texts.toCase} onPress={() => goReplace(PATHS.caseOf(caseId))} />
      <Button kind="quiet" text={matter === 'loan-prepayment' ? texts.toLoan : texts.home} onPress={() => (matter === 'loan-prepayment' ? goReplace(PATHS.myLoan) : goTab(PATHS.home))} />
    </>
  );
  return (
    <Screen title={texts.title} sensitive foot={foot}>
      <View className="loan-result" {...aria({ role: 'status', live: 'polite' })}>
        <View className={`loan-result__mark loan-result__mark--${words.mark}`}><Icon name={MARKS[words.mark]} size={44} /></View>
        <Text className="loan-result__title">{words.title}</Text>
        {reply === null ? null : <Amount className="loan-result__amount" fen={reply.amountFen} size="large" unit alwaysShown label={texts.amount[matter] ?? ''} />}
        <Text className="loan-result__lead">{words.lead}</Text>
      </View>
      {query.state === 'loading' ? <Skeleton shape="card" count={1} /> : <Card><Facts items={[{ label: texts.number, value: reply?.number ?? decodeURIComponent(number) }]} /></Card>}
      {matter === 'loan-pre-application' && words.mark !== 'stop' ? <NextSteps /> : null}
      <Footnote centred>{stage === 'paid' || words.mark === 'stop' ? texts.free : noticeWords(matter, channel)}</Footnote>
    </Screen>
  );
}

function NextSteps() {
  return (
    <Card title={texts.next}>
      {texts.nextSteps.map((step, index) => (
        <View key={step} className="loan-step">
          <Text className="loan-step__number">{String(index + 1)}</Text>
          <Text className="a-text">{step}</Text>
        </View>
      ))}
    </Card>
  );
}
