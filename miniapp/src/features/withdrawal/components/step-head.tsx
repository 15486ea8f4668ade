import { Text, View } from '@tarojs/components';
import { stepTexts } from '../../../texts/withdrawal-form.ts';
import { Bar, useYuan } from '../../../ui/index.ts';
import type { Step } from '../form.steps.ts';

/** Where one stands in the form, and what can be had at most: said before anything is asked. */
export function StepHead({ step, maxFen }: { readonly step: Step; readonly maxFen: number | null }) {
  const yuan = useYuan();
  const where = stepTexts.where(step.number, step.total);
  return (
    <View className="step-head">
      <View className="step-head__line">
        <Text>{where}</Text>
        {maxFen === null ? null : <Text>{stepTexts.most(yuan(maxFen))}</Text>}
      </View>
      <Bar share={step.number / step.total} label={where} />
    </View>
  );
}
