import type { StandingOrder } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { Icon, Pieces, useYuan } from '../../../ui/index.ts';
import { enoughSentence, nextSentence, skippedSentence } from '../order.words.ts';

/** The next run in one sentence: when, how much, from where to where, and whether the balance suffices. */
export function NextRun({ order, asOf }: { readonly order: StandingOrder; readonly asOf: string }) {
  const yuan = useYuan();
  const enough = enoughSentence(order);
  const skipped = skippedSentence(order, asOf);
  return (
    <View className={order.state === 'running' ? 'next-run' : 'next-run next-run--rests'}>
      {skipped === null ? null : <Text className="next-run__skipped">{skipped}</Text>}
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
