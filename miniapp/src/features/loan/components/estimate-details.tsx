import type { Estimate } from '@anju/shared/loan';
import { Text, View } from '@tarojs/components';
import { policyCentres } from '@anju/shared/policy';
import { dayText, rateText, yuanText } from '../../../texts/format.ts';
import { calculatorTexts, methodTexts } from '../../../texts/loan.ts';
import { Amount, Card, Footnote, Tap } from '../../../ui/index.ts';
import { openSchedule } from '../schedule.link.ts';
import type { CalculatorState } from '../use-calculator.ts';

/** What would raise the quota, to be tried in place. */
export function AdviceList({ state }: { readonly state: CalculatorState }) {
  if (state.advice.length === 0) return null;
  return (
    <Card tone="info" title={calculatorTexts.adviceTitle}>
      {state.advice.map((one) => (
        <View key={one.code} className="advice">
          <Text className="advice__text">{one.sentence}</Text>
          <Tap className="advice__try" label={`${calculatorTexts.try}，${one.sentence}`} onPress={() => state.tryOut(one)}><Text>{calculatorTexts.try}</Text></Tap>
        </View>
      ))}
    </Card>
  );
}

/** Both ways of repaying, side by side; a tap opens the plan. */
export function Methods({ estimate }: { readonly estimate: Estimate }) {
  const { instalments } = estimate;
  if (instalments === null || estimate.amountFen === null) return null;
  const { equalInstalment, equalPrincipal } = instalments;
  const declining = Math.max(0, equalPrincipal.firstInstalmentFen - equalPrincipal.lastInstalmentFen) / Math.max(1, equalPrincipal.periods - 1);
  const plan = { principalFen: estimate.amountFen, rate: estimate.annualRateMillionths, months: estimate.termMonths };
  return (
    <Card title={calculatorTexts.methodsTitle} aside={calculatorTexts.terms(estimate.termMonths / 12, rateText(estimate.annualRateMillionths))}>
      <View className="a-pair">
        <Tap className="method" label={methodTexts['equal-instalment']} onPress={() => openSchedule({ ...plan, method: 'equal-instalment' })}>
          <Text className="method__name">{methodTexts['equal-instalment']}</Text>
          <Amount fen={equalInstalment.firstInstalmentFen} size="medium" strong alwaysShown />
          <Text className="method__note">{calculatorTexts.instalment(yuanText(equalInstalment.totalInterestFen))}</Text>
        </Tap>
        <Tap className="method" label={methodTexts['equal-principal']} onPress={() => openSchedule({ ...plan, method: 'equal-principal' })}>
          <Text className="method__name">{`${methodTexts['equal-principal']} · ${calculatorTexts.firstMonth}`}</Text>
          <Amount fen={equalPrincipal.firstInstalmentFen} size="medium" strong alwaysShown />
          <Text className="method__note">{`${calculatorTexts.declining(yuanText(Math.round(declining)))} · ${calculatorTexts.instalment(yuanText(equalPrincipal.totalInterestFen))}`}</Text>
        </Tap>
      </View>
    </Card>
  );
}

/** What no source gave, and where the rest comes from. */
export function Basis({ estimate }: { readonly estimate: Estimate }) {
  const { policy } = estimate;
  const name = policyCentres.find((one) => one.centre === policy.centre)?.name ?? policy.centre;
  return (
    <>
      {estimate.unknown.length === 0 ? null : (
        <Card title={calculatorTexts.unknownTitle}>
          {estimate.unknown.map((sentence) => <Text key={sentence} className="unknown__line">{sentence}</Text>)}
        </Card>
      )}
      <Footnote>{calculatorTexts.basis(name, dayText(policy.effectiveFrom, true), dayText(policy.checkedOn, true))}</Footnote>
      <Footnote>{calculatorTexts.offline}</Footnote>
    </>
  );
}
