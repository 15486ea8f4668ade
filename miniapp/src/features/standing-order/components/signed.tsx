import type { StandingOrder } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { signTexts as texts, standingTexts } from '../../../texts/standing-order.ts';
import { aria, Card, Footnote, From, Icon } from '../../../ui/index.ts';
import { NextRun } from './next-run.tsx';

/** It is signed: what comes next, on the same screen. */
export function Signed({ order, asOf }: { readonly order: StandingOrder; readonly asOf: string }) {
  return (
    <>
      <View className="signed-head" {...aria({ role: 'status', live: 'polite' })}>
        <View className="signed-head__mark"><Icon name="check" size={44} /></View>
        <Text className="signed-head__title">{texts.signed}</Text>
        <Text className="signed-head__lead">{order.kind === 'offset' ? texts.signedLead.offset : texts.signedLead.other}</Text>
      </View>
      <From source={`core@${asOf}`}>
        <Card title={standingTexts.kind[order.kind]} aside={standingTexts.next}><NextRun order={order} asOf={asOf} /></Card>
      </From>
      <Footnote centred>{standingTexts.footer}</Footnote>
    </>
  );
}
