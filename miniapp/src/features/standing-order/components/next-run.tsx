import type { StandingOrder } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { dayOfYear } from '../../../texts/format.ts';
import { nextTexts } from '../../../texts/standing-order.ts';
import { Icon, Pieces, useYuan } from '../../../ui/index.ts';
import { enoughSentence, nextSentence, skippedBefore } from '../order.words.ts';

/** The next run in one sentence: when, how much, from where to where, and whether the balance suffices. */
export function NextRun({ order, asOf }: { readonly order: StandingOrder; readonly asOf: string }) {
  const yuan = useYuan();
  const enough = enoughSentence(order);
  const skipped = skippedBefore(order, asOf);
  return (
    <View className={order.state === 'running' ? 'next-run' : 'next-run next-run--rests'}>
      {skipped === false ? null : <Text className="next-run__skipped">{skipped === true ? nextTexts.skippedOne : nextTexts.skippedOn(dayOfYear(skipped, Date.parse(asOf)))}</Text>}
      <View className="next-run__what"><Pieces of={nextSentence(order, asOf, yuan)} /></View>
      {enough === null ? null : (
        <View className={enough.short ? 'next-run__enough next-run__enough--short' : 'next-run__enough'}>
          <Icon name={enough.short ? 'attention' : 'check'} size={16} />
          <Text>{enough.text}</Text>
        </View>
      )}
    </View>
  );
}
