import { Text, View } from '@tarojs/components';
import { rateText, wanFigure, yuanText } from '../../../texts/format.ts';
import { calculatorTexts } from '../../../texts/loan.ts';
import { aria, Tap } from '../../../ui/index.ts';
import { bindingSentence } from '../calculator.result.ts';
import type { CalculatorState } from '../use-calculator.ts';

/** The result, in view whatever is being typed below. */
export function ResultHead({ state }: { readonly state: CalculatorState }) {
  const { outcome, trying } = state;
  const estimate = outcome.kind === 'estimate' ? outcome.estimate : null;
  const amountFen = estimate?.amountFen ?? null;
  const monthly = estimate?.instalments?.equalInstalment.firstInstalmentFen ?? null;
  return (
    <View className="calc-head" {...aria({ role: 'status', live: 'polite' })}>
      <View className="a-line">
        <Text className="calc-head__label">{estimate !== null && !estimate.complete ? calculatorTexts.mostOpen : calculatorTexts.most}</Text>
        {estimate === null ? null : <Text className="calc-head__label">{calculatorTexts.terms(estimate.termMonths / 12, rateText(estimate.annualRateMillionths))}</Text>}
      </View>
      <View className="calc-head__line">
        <View className="calc-head__amount" {...aria({ label: amountFen === null ? calculatorTexts.unknown : yuanText(amountFen) })}>
          <Text className="calc-head__wan">{amountFen === null ? '—' : wanFigure(amountFen)}</Text>
          {amountFen === null ? null : <Text className="calc-head__unit">{calculatorTexts.wan}</Text>}
        </View>
        {monthly === null ? null : <Text className="calc-head__monthly">{`${calculatorTexts.monthly} ${yuanText(monthly)}`}</Text>}
      </View>
      <Text className="calc-head__why">{outcome.kind === 'estimate' ? bindingSentence(outcome.estimate) : outcome.sentence}</Text>
      {trying === null ? null : (
        <Tap className="calc-head__trying" label={`${trying}，${calculatorTexts.undo}`} onPress={state.undo}>
          <Text>{trying}</Text>
          <Text className="calc-head__undo">{calculatorTexts.undo}</Text>
        </Tap>
      )}
    </View>
  );
}
