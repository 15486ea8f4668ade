import type { Estimate } from '@anju/shared/loan';
import { Text, View } from '@tarojs/components';
import { Trying } from '../../../screen/advice/advice-list.tsx';
import { rateText, wanFigure, yuanText } from '../../../texts/format.ts';
import { calculatorTexts, centreTexts } from '../../../texts/loan-calculator.ts';
import { aria, classNames, From, originOf } from '../../../ui/index.ts';
import { bindingWords, headlineOf } from '../calculator.result.ts';
import type { CalculatorState } from '../use-calculator.ts';

/** Why the figure is what it is; or what keeps it from being reckoned anew. */
function sentenceOf(state: CalculatorState, city: string): string {
  const { outcome } = state;
  const earlier = state.shown === null || headlineOf(state.shown.estimate).fen === null ? '' : calculatorTexts.earlier;
  if (outcome.kind === 'estimate') return bindingWords(outcome.estimate);
  if (outcome.kind === 'no-pack') return `${state.policy.kind === 'loading' ? centreTexts.loading(city) : centreTexts.none(city)}。${earlier}`;
  return `${outcome.sentence}${outcome.kind === 'missing' ? '。' : ''}${earlier}`;
}

function Terms({ estimate }: { readonly estimate: Estimate }) {
  return (
    <View className="calc-head__terms">
      <From source="computed:limit"><Text>{calculatorTexts.years(estimate.termMonths / 12)}</Text></From>
      <From source={originOf(estimate.rateSource)}><Text>{rateText(estimate.annualRateMillionths)}</Text></From>
    </View>
  );
}

/** The result, in view whatever is being typed below; dimmed while it is an earlier one. */
export function ResultHead({ state, city }: { readonly state: CalculatorState; readonly city: string }) {
  const { shown, trying } = state;
  const estimate = shown?.estimate ?? null;
  const head = estimate === null ? null : headlineOf(estimate);
  const monthly = estimate?.instalments?.equalInstalment.firstInstalmentFen ?? null;
  return (
    <View className={classNames('calc-head', shown?.earlier === true && 'calc-head--earlier')} {...aria({ role: 'status', live: 'polite' })}>
      <View className="a-line">
        <Text className="calc-head__label">{head?.open === true && head.fen !== null ? calculatorTexts.mostOpen : calculatorTexts.most}</Text>
        {estimate === null ? null : <Terms estimate={estimate} />}
      </View>
      <From source="computed:limit">
        <View className="calc-head__line">
          <View className="calc-head__amount" {...aria({ role: 'text', label: head === null || head.fen === null ? calculatorTexts.nothingYet : yuanText(head.fen) })}>
            {head === null || head.fen === null ? <Text className="calc-head__wan calc-head__wan--none">{calculatorTexts.notYet}</Text> : <Text className="calc-head__wan">{wanFigure(head.fen)}</Text>}
            {head === null || head.fen === null ? null : <Text className="calc-head__unit">{calculatorTexts.wan}</Text>}
          </View>
          {monthly === null || head?.open === true ? null : (
            <From source="computed:schedule"><Text className="calc-head__monthly">{`${calculatorTexts.monthly} ${yuanText(monthly)}`}</Text></From>
          )}
        </View>
        <Text className="calc-head__why">{sentenceOf(state, city)}</Text>
        {trying === null ? null : <Trying words={trying} onUndo={state.undo} />}
      </From>
    </View>
  );
}
