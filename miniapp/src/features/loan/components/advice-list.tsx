import { Text, View } from '@tarojs/components';
import { calculatorTexts } from '../../../texts/loan-calculator.ts';
import { Card, From, Tap } from '../../../ui/index.ts';
import type { CalculatorState } from '../use-calculator.ts';

/** What would raise the quota, to be tried in place. */
export function AdviceList({ state }: { readonly state: CalculatorState }) {
  if (state.advice.length === 0) return null;
  return (
    <Card tone="info" title={calculatorTexts.adviceTitle}>
      <From source="computed:limit">
        {state.advice.map((one) => (
          <View key={`${one.code} ${one.sentence}`} className="advice">
            <Text className="advice__text">{one.sentence}</Text>
            <Tap className="advice__try" label={`${calculatorTexts.try}，${one.sentence}`} onPress={() => state.tryOut(one)}><Text>{calculatorTexts.try}</Text></Tap>
          </View>
        ))}
      </From>
    </Card>
  );
}
