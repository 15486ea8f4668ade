import type { GapsReply, HistoryFinding } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { goSignIn, PageState, Screen } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { findingSentence, historyTexts as texts } from '../../../../texts/history.ts';
import { Card, Empty, Facts, Footnote, From, Notice, Skeleton, Tag, useYuan } from '../../../../ui/index.ts';
import type { Tone } from '../../../../ui/index.ts';
import '../../account.scss';

const TONE: Readonly<Record<HistoryFinding['code'], Tone>> = { gap: 'attention', double: 'attention', late: 'attention', 'base-change': 'info', 'amount-change': 'plain' };
const HEED: readonly HistoryFinding['code'][] = ['gap', 'double', 'late'];

/** What stands out in the contributions of one account, in words. */
export default function HistoryPage() {
  const accountId = decodeURIComponent(useRouter().params['accountId'] ?? '');
  const { session, ended } = useSession();
  const query = useQuery('showGaps', { params: { accountId } }, { enabled: session !== null || ended, keepLast: true });
  return (
    <Screen title={texts.title} sensitive>
      <PageState
        query={query}
        skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="list" count={4} /></>}
        off={<Empty drawing="ledger" title={texts.guestTitle} actions={[{ text: texts.guestAction, onPress: goSignIn }]} />}
      >
        {(reply) => <Checked reply={reply} />}
      </PageState>
    </Screen>
  );
}

function Checked({ reply }: { readonly reply: GapsReply }) {
  const heed = reply.findings.filter(({ code }) => HEED.includes(code));
  const changes = reply.findings.filter(({ code }) => !HEED.includes(code));
  return (
    <From source={`core@${reply.asOf}`}>
      <Card>
        <Facts
          items={[
            { label: texts.consecutive, value: texts.months(reply.months.consecutive), note: texts.monthsNote },
            { label: texts.total, value: texts.months(reply.months.total) },
          ]}
        />
      </Card>
      {heed.length === 0 ? <Notice tone="brand" icon="check" title={texts.fineTitle}>{texts.fineText}</Notice> : <Findings title={texts.heedTitle} findings={heed} />}
      {changes.length === 0 ? null : <Findings title={texts.changesTitle} findings={changes} />}
      {heed.length === 0 ? null : <Footnote>{texts.help}</Footnote>}
      <Footnote centred>{texts.looked(reply.from, reply.to)}</Footnote>
      <Footnote centred>{texts.asOf(momentText(reply.asOf))}</Footnote>
    </From>
  );
}

function Findings({ title, findings }: { readonly title: string; readonly findings: readonly HistoryFinding[] }) {
  const yuan = useYuan();
  return (
    <Card title={title}>
      {findings.map((finding) => (
        <View key={`${finding.code}${finding.from}`} className="finding">
          <Tag tone={TONE[finding.code]}>{texts.kind[finding.code]}</Tag>
          <Text className="finding__words">{findingSentence(finding, yuan)}</Text>
        </View>
      ))}
    </Card>
  );
}
