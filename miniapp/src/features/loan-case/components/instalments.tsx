import type { EstimateReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { rateText, yuanText } from '../../../texts/format.ts';
import { prequalificationTexts as texts } from '../../../texts/loan-case.ts';
import { Amount, Card, From, originOf } from '../../../ui/index.ts';
import { termText } from '../prequalification.view.ts';

/** Both ways of repaying, side by side. */
export function Instalments({ estimate }: { readonly estimate: EstimateReply }) {
  const { instalments } = estimate;
  if (instalments === null) return null;
  const ways = [
    { name: texts.equalInstalment, one: instalments.equalInstalment },
    { name: `${texts.equalPrincipal} · ${texts.firstMonth}`, one: instalments.equalPrincipal },
  ];
  return (
    <Card title={texts.monthlyTitle}>
      <From source={originOf(estimate.rateSource)}>
        <Text className="a-second">{`${termText(estimate.termMonths)} · ${texts.rate(rateText(estimate.annualRateMillionths))}`}</Text>
      </From>
      <From source="computed:schedule">
        <View className="a-pair loan-ways">
          {ways.map(({ name, one }) => (
            <View key={name} className="loan-way">
              <Text className="loan-way__name">{name}</Text>
              <Amount fen={one.firstInstalmentFen} size="medium" strong alwaysShown label={name} />
              <Text className="loan-way__note">{texts.interest(yuanText(one.totalInterestFen))}</Text>
            </View>
          ))}
        </View>
      </From>
    </Card>
  );
}
