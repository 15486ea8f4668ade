import { Text, View } from '@tarojs/components';
import { calculatorTexts } from '../../texts/loan-calculator.ts';
import { Card, From, Tap } from '../../ui/index.ts';
import type { Press } from '../../ui/index.ts';
import './advice.scss';

export interface AdviceItem {
  readonly code: string;
  readonly sentence: string;
  /** What can be done about it at once; null: it takes time or money, and is only said. */
  readonly action: { readonly text: string; readonly onPress: Press } | null;
}

/** What would raise the quota, one sentence each, to be tried in place. */
export function AdviceList({ items }: { readonly items: readonly AdviceItem[] }) {
  if (items.length === 0) return null;
  return (
    <Card tone="info" title={calculatorTexts.adviceTitle}>
      <From source="computed:limit">
        {items.map(({ code, sentence, action }) => (
          <View key={`${code} ${sentence}`} className="advice">
            <Text className="advice__text">{sentence}</Text>
            {action === null ? null : <Tap className="advice__try" label={`${action.text}，${sentence}`} onPress={action.onPress}><Text>{action.text}</Text></Tap>}
          </View>
        ))}
      </From>
    </Card>
  );
}

/** What is being looked at, and the way back. */
export function Trying({ words, onUndo }: { readonly words: string; readonly onUndo: Press }) {
  return (
    <Tap className="trying" label={`${words}，${calculatorTexts.undo}`} onPress={onUndo}>
      <Text className="trying__words">{words}</Text>
      <Text className="trying__undo">{calculatorTexts.undo}</Text>
    </Tap>
  );
}
