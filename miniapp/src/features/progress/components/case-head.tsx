import type { CaseReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { caseTexts } from '../../../texts/progress.ts';
import { routeTitle } from '../../../texts/routes.ts';
import { stageTone, stageWord } from '../../../texts/stages.ts';
import { reasonSentence } from '../../../texts/withdrawal-reasons.ts';
import { Amount, aria, Card, Notice, Tag } from '../../../ui/index.ts';
import { turnSentence } from '../case.timeline.ts';

type Shade = 'brand' | 'attention' | 'stop' | 'info';
const SHADES: Readonly<Partial<Record<CaseReply['stage'], Shade>>> = { refused: 'stop', 'payment-failed': 'attention', unknown: 'attention', cancelled: 'info' };

/** What, how much, where it stands and whose turn it is. */
export function CaseHead({ reply }: { readonly reply: CaseReply }) {
  const tone: Shade = reply.overdue || reply.awaitingCore ? 'attention' : (SHADES[reply.stage] ?? 'brand');
  return (
    <Card>
      <Text className="case-head__what">{`${routeTitle(reply.route)} · ${reply.number}`}</Text>
      <View className="case-head__line">
        <Amount fen={reply.amountFen} size="large" unit label={caseTexts.amount} />
        <Tag tone={stageTone(reply.stage)}>{stageWord(reply.stage)}</Tag>
      </View>
      <View {...aria({ live: 'polite' })}>
        {reply.refusal === undefined ? <Notice tone={tone} {...(reply.stage === 'paid' ? { icon: 'check' as const } : {})}>{turnSentence(reply)}</Notice> : <Notice tone="stop" title={turnSentence(reply)}>{reasonSentence(reply.refusal)}</Notice>}
      </View>
    </Card>
  );
}
