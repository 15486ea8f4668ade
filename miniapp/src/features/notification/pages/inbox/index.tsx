import type { Notice, NoticesReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { now } from '../../../../api/api.ts';
import { call } from '../../../../api/call.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { go, goSignIn, goTab, PageState, PATHS, Screen, useOlder } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { inboxTexts } from '../../../../texts/notification.ts';
import { Button, Card, Empty, Footnote, Skeleton, Tag, Tap, useEye } from '../../../../ui/index.ts';
import { noticeWords } from '../../notice.words.ts';
import { useMarkRead } from '../../use-mark-read.ts';
import '../../notification.scss';

/** Everything the person was told, whatever became of message and SMS. */
export default function InboxPage() {
  const { session, ended } = useSession();
  const query = useQuery('listNotices', {}, { enabled: session !== null || ended, renewEverySeconds: 4, keepLast: true });
  return (
    <Screen title={inboxTexts.title} sensitive>
      <PageState
        query={query}
        skeleton={<Skeleton shape="list" count={5} />}
        off={<Empty drawing="letters" title={inboxTexts.guestTitle} actions={[{ text: inboxTexts.guestAction, onPress: goSignIn }]} />}
        empty={{ when: query.value?.items.length === 0, drawing: 'letters', title: inboxTexts.emptyTitle, sentences: [inboxTexts.emptyText], actions: [{ text: inboxTexts.emptyAction, onPress: () => goTab(PATHS.services) }] }}
      >
        {(reply) => <Notices reply={reply} reload={query.reload} />}
      </PageState>
    </Screen>
  );
}

function Notices({ reply, reload }: { readonly reply: NoticesReply; reload(): Promise<void> }) {
  const older = useOlder(reply, ({ noticeId }) => noticeId, (cursor) => call('listNotices', { query: { cursor } }));
  useMarkRead(older.items, () => void reload());
  return (
    <View className="a-stack">
      <Text className="a-second">{reply.unread === 0 ? inboxTexts.allRead : inboxTexts.unread(reply.unread)}</Text>
      {older.items.map((notice) => <NoticeCard key={notice.noticeId} notice={notice} />)}
      {older.lost ? <Footnote centred>{inboxTexts.moreFailed}</Footnote> : null}
      {older.cursor === null ? <Footnote centred>{inboxTexts.end}</Footnote> : <Button kind="secondary" text={inboxTexts.more} loadingText={inboxTexts.loading} onPress={older.more} />}
    </View>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const words = noticeWords(notice, useEye().open);
  return (
    <Card>
      <Tap className="inbox-one" onPress={() => go(PATHS.caseOf(notice.caseId))}>
        <View className="a-line">
          <View className="inbox-one__head">
            <Text className="inbox-one__title">{words.title}</Text>
            {notice.read ? null : <Tag tone="attention">{inboxTexts.fresh}</Tag>}
          </View>
          <Text className="inbox-one__at">{momentText(notice.at, now())}</Text>
        </View>
        <Text className="inbox-one__text">{words.text}</Text>
        <Text className="inbox-one__small">{words.small}</Text>
      </Tap>
    </Card>
  );
}
