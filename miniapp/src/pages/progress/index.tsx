import type { CasesReply } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useQuery } from '../../api/use-query.ts';
import { CaseLine, FailureState, go, goSignIn, goTab, PageState, PATHS, Screen, useOlder } from '../../screen/index.ts';
import { dayText } from '../../texts/format.ts';
import { homeTexts } from '../../texts/home.ts';
import { progressTexts } from '../../texts/progress-tab.ts';
import { caseTitle, wordsOf } from '../../texts/routes.ts';
import { stageTone, stageWord } from '../../texts/stages.ts';
import { Amount, Button, Card, Empty, Footnote, Row, Section, Skeleton, Tag } from '../../ui/index.ts';
import { chinaDateOf } from '@anju/shared/calendar';

/** Nothing goes on by itself any more; after a failed payment the money is back and the person applies anew. */
const ENDED: readonly string[] = ['paid', 'refused', 'cancelled', 'payment-failed'];
type Case = CasesReply['items'][number];

const dayOf = (instant: string): string => dayText(chinaDateOf(Date.parse(instant)), true);

function DoneRow({ one }: { readonly one: Case }) {
  const matter = wordsOf(one);
  const word = stageWord(one.stage, matter);
  const begun = progressTexts.begunOn(dayOf(one.submittedAt), one.origin);
  return (
    <Row
      title={caseTitle(one)}
      note={one.resubmittedAs === undefined ? begun : `${begun}，${progressTexts.handedInAgain}`}
      tag={<Tag tone={one.stage === 'paid' ? 'brand' : stageTone(one.stage, matter)}>{word}</Tag>}
      value={<Amount fen={one.amountFen} label={caseTitle(one)} />}
      label={`${caseTitle(one)}，${word}`}
      onPress={() => go(PATHS.caseOf(one.caseId))}
    />
  );
}

function Cases({ reply }: { readonly reply: CasesReply }) {
  const older = useOlder(reply, ({ caseId }) => caseId, (cursor) => call('listCases', { query: { cursor } }));
  const running = older.items.filter((one) => !ENDED.includes(one.stage));
  const done = older.items.filter((one) => ENDED.includes(one.stage));
  return (
    <>
      {running.length === 0 ? null : (
        <Section title={progressTexts.runningCount(running.length)}>
          {running.map((one) => (
            <Card key={one.caseId}>
              <CaseLine one={one} now={reply.now} />
              <Text className="a-small">{progressTexts.number(one.number)}</Text>
            </Card>
          ))}
        </Section>
      )}
      {done.length === 0 ? null : (
        <Section title={progressTexts.done}>
          <Card>{done.map((one) => <DoneRow key={one.caseId} one={one} />)}</Card>
        </Section>
      )}
      {older.lost ? <Footnote centred>{progressTexts.moreFailed}</Footnote> : null}
      {older.cursor === null ? null : <Button text={progressTexts.more} loadingText={progressTexts.loading} kind="quiet" onPress={older.more} />}
    </>
  );
}

/** 进度: every case, the running ones first; it renews itself while it is seen. */
export default function ProgressPage() {
  const { verified, session } = useSession();
  const cases = useQuery('listCases', {}, { renewEverySeconds: 5, keepLast: true, enabled: verified });
  const guest = <Empty drawing="desk" title={progressTexts.guestTitle} sentences={progressTexts.guestWhy} actions={[{ text: progressTexts.signIn, onPress: goSignIn }, { text: progressTexts.emptyAction, onPress: () => goTab(PATHS.services) }]} />;
  return (
    <Screen title={progressTexts.title} tab sensitive>
      <PageState
        query={cases}
        off={session === null ? guest : <FailureState kind="not-bound" retry={cases.reload} />}
        skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="list" count={3} /></>}
        empty={{ when: cases.value?.items.length === 0, drawing: 'desk', title: progressTexts.emptyTitle, sentences: progressTexts.emptyWhy, actions: [{ text: progressTexts.emptyAction, onPress: () => goTab(PATHS.services) }] }}
      >
        {(reply) => <Cases reply={reply} />}
      </PageState>
      <Footnote centred>{homeTexts.footer}</Footnote>
    </Screen>
  );
}
