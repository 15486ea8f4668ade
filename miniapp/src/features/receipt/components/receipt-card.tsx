import type { ReceiptFacts } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { caseTexts, checkSource } from '../../../texts/progress.ts';
import { receiptTexts } from '../../../texts/receipt.ts';
import { stageTone, stageWord } from '../../../texts/stages.ts';
import { Amount, aria, Facts, From, Tag } from '../../../ui/index.ts';
import { amountLabel, fullMoment, linesOf, partsOf } from '../receipt.view.ts';

/** The receipt as a slip of paper: the same for its owner and for whoever checks it. */
export function ReceiptCard({ facts }: { readonly facts: ReceiptFacts }) {
  const parts = partsOf(facts);
  return (
    <View className="slip">
      <View className="slip__head">
        <Text className="slip__centre">{facts.centre}</Text>
        <Text className="slip__title" {...aria({ role: 'heading' })}>{receiptTexts.paper}</Text>
      </View>
      <From source={`core@${facts.decidedAt}`}>
        <View className="slip__money">
          <View className="slip__line">
            <Text className="slip__label">{amountLabel(facts)}</Text>
            <Tag tone={stageTone(facts.outcome, facts.route)}>{stageWord(facts.outcome, facts.route)}</Tag>
          </View>
          <Amount fen={facts.totalFen} size="large" unit alwaysShown label={amountLabel(facts)} />
          {parts === null ? null : <Text className="slip__parts">{parts}</Text>}
        </View>
        <View className="slip__tear" {...aria({ hidden: true })} />
        <View className="slip__body"><Facts items={linesOf(facts)} /></View>
        {facts.checks.length === 0 ? null : (
          <View className="slip__checks">
            <Text className="slip__checks-title">{receiptTexts.checks}</Text>
            {facts.checks.map((check) => (
              <View key={`${check.source}${check.at}`} className="slip__check">
                <Text className="slip__check-what">{checkSource(check.source, facts.route)}</Text>
                <Text className="slip__check-when">{fullMoment(check.at)}</Text>
                <Text className="slip__check-said">{caseTexts.result[check.result]}</Text>
              </View>
            ))}
          </View>
        )}
      </From>
      <Text className="slip__foot">{receiptTexts.masked}</Text>
    </View>
  );
}
