import type { CaseReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { caseTexts, matterTexts } from '../../../texts/progress.ts';
import { caseTitle, wordsOf } from '../../../texts/routes.ts';
import { stageTone, stageWord } from '../../../texts/stages.ts';
import { Amount, aria, Card, From, Notice, Tag } from '../../../ui/index.ts';
import { isOthers, turnSentence } from '../case.timeline.ts';
import { caseReasonSentence } from '../reason.words.ts';

type Shade = 'brand' | 'attention' | 'stop' | 'info';
const SHADES: Readonly<Partial<Record<CaseReply['stage'], Shade>>> = { refused: 'stop', mortgage: 'info', 'payment-failed': 'attention', unknown: 'attention', cancelled: 'info' };

/** What, how much, where it stands and whose turn it is. */
export function CaseHead({ reply, booked = null, silent = false }: { readonly reply: CaseReply; readonly booked?: string | null; readonly silent?: boolean }) {
  const troubled = reply.overdue || reply.awaitingCore;
  const tone: Shade = troubled ? 'attention' : (SHADES[reply.stage] ?? 'brand');
  // Approved and paid are good news, with or without a time booked.
  const good = !troubled && (reply.stage === 'paid' || reply.stage === 'signing');
  const sentence = turnSentence(reply, booked, silent);
  const matter = wordsOf(reply);
  return (
    <Card>
      <Text className="case-head__what">{[caseTitle(reply), reply.number, ...(isOthers(reply) ? [caseTexts.coBorrower] : [])].join(' · ')}</Text>
      <View className="case-head__line">
        <From source={`core@${reply.updatedAt}`}><Amount fen={reply.amountFen} size="large" unit label={matterTexts(matter).amount} /></From>
        <Tag tone={stageTone(reply.stage, matter)}>{stageWord(reply.stage, matter)}</Tag>
      </View>
      <View {...aria({ live: 'polite' })}>
        {reply.refusal === undefined ? <Notice tone={tone} {...(good ? { icon: 'check' as const } : {})}>{sentence}</Notice> : <Notice tone="stop" title={sentence}>{caseReasonSentence(reply.refusal, reply.route)}</Notice>}
      </View>
    </Card>
  );
}
