import type { EstimateBody } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useQuery } from '../../api/use-query.ts';
import { go, PATHS } from '../../screen/index.ts';
import { wanFigure } from '../../texts/format.ts';
import { teaserTexts } from '../../texts/home.ts';
import { Button, Card, Tag } from '../../ui/index.ts';

/** The example in words stands in teaserTexts.example. */
const EXAMPLE: EstimateBody = {
  centre: 'xiamen',
  household: {},
  applicants: [{ balanceFen: 3_000_000, monthlyContributionFen: 240_000, contributionMonths: 60, birthDate: '1998-06-15', sex: 'male' }],
  house: { priceFen: 200_000_000, order: 'first', kind: 'new' },
  termYears: 30,
};

/** What the calculator gives, by an example, for everyone. Without an answer it invites without a figure. */
export function CalculatorTeaser() {
  const example = useQuery('estimateLoan', { body: EXAMPLE }, { keepLast: true });
  // An upper bound is no example of what one gets: then it invites without a figure.
  const amount = example.value?.complete === true ? example.value.amountFen : null;
  return (
    <Card title={teaserTexts.title} aside={<Tag tone="plain">{teaserTexts.free}</Tag>}>
      <Text className="a-text a-second">{amount === null ? teaserTexts.lead : teaserTexts.example}</Text>
      <View className="p-home__teaser">
        {amount === null ? (
          <View />
        ) : (
          <View className="p-home__upto">
            <Text className="a-second">{teaserTexts.upTo}</Text>
            <Text className="p-home__wan">{wanFigure(amount)}</Text>
            <Text>{teaserTexts.wan}</Text>
          </View>
        )}
        <Button text={teaserTexts.own} kind="secondary" size="small" onPress={() => go(PATHS.calculator)} />
      </View>
    </Card>
  );
}
