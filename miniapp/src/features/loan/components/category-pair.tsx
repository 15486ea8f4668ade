import { retirementSource } from '@anju/shared/policy';
import type { Estimate } from '@anju/shared/loan';
import { Text, View } from '@tarojs/components';
import { wanText } from '../../../texts/format.ts';
import { calculatorFields, calculatorTexts } from '../../../texts/loan-calculator.ts';
import { Card, From, originOf } from '../../../ui/index.ts';

/** A woman's category is in no data: the answer under each, side by side. */
export function CategoryPair({ estimate }: { readonly estimate: Estimate }) {
  const answers = estimate.byCategory ?? [];
  if (answers.length === 0) return null;
  return (
    <Card title={calculatorTexts.categoryTitle}>
      <View className="a-pair">
        {answers.map((answer) => (
          <View key={answer.category} className="method">
            <From source={originOf(retirementSource)}><Text className="method__name">{calculatorFields.categories[answer.category === 'F55' ? 'F55' : 'F50']}</Text></From>
            <From source="computed:limit">
              <Text className="method__figure">{answer.amountFen === null ? calculatorTexts.longest(answer.termMonths / 12) : wanText(answer.amountFen)}</Text>
              {answer.amountFen === null ? null : <Text className="method__note">{calculatorTexts.longest(answer.termMonths / 12)}</Text>}
            </From>
          </View>
        ))}
      </View>
      <Text className="plan-note">{calculatorTexts.categoryLead}</Text>
    </Card>
  );
}
