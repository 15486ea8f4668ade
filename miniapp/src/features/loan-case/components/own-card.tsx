import type { OwnFigures } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { momentText } from '../../../texts/format.ts';
import { prequalificationTexts as texts } from '../../../texts/loan-case.ts';
import { Amount, Card, Facts, From } from '../../../ui/index.ts';

/** One's own figures as the core has them; never a spouse's. */
export function OwnCard({ own, asOf }: { readonly own: OwnFigures; readonly asOf: string }) {
  const money = (label: string, fen: number) => ({ label, value: <Amount fen={fen} unit label={label} /> });
  return (
    <Card title={texts.ownTitle} aside={texts.ownOnly}>
      <From source={`core@${asOf}`}>
        <Facts
          items={[
            money(texts.balance, own.balanceFen),
            ...(own.averageBalance12Fen === undefined ? [] : [money(texts.average, own.averageBalance12Fen)]),
            money(texts.monthly, own.monthlyContributionFen),
            money(texts.base, own.contributionBaseFen),
            { label: texts.months, value: texts.monthsValue(own.contributionMonths) },
          ]}
        />
      </From>
      <View className="own-source"><Text className="a-small">{texts.byCore(momentText(asOf))}</Text></View>
    </Card>
  );
}
