import type { Estimate } from '@anju/shared/loan';
import type { CentrePack } from '@anju/shared/policy';
import { Text } from '@tarojs/components';
import { dayText } from '../../../texts/format.ts';
import { calculatorTexts } from '../../../texts/loan-calculator.ts';
import { basisWords } from '../calculator.result.ts';
import { Card, Footnote, From, originOf } from '../../../ui/index.ts';

/** What no source gave, and where the rest comes from. */
export function Basis({ estimate, pack }: { readonly estimate: Estimate; readonly pack: CentrePack }) {
  const { rateSource } = estimate;
  const first = estimate.policy.sources[0] ?? rateSource;
  const rateDay = rateSource.date === null ? calculatorTexts.seen(dayText(rateSource.seenOn, true)) : calculatorTexts.published(dayText(rateSource.date, true));
  return (
    <>
      {estimate.unknown.length === 0 ? null : (
        <Card title={calculatorTexts.unknownTitle}>
          <From source="computed:limit">{estimate.unknown.map((sentence) => <Text key={sentence} className="unknown__line">{`${sentence}。`}</Text>)}</From>
        </Card>
      )}
      <From source={originOf(first)}><Footnote>{basisWords(estimate, pack)}</Footnote></From>
      <From source={originOf(rateSource)}><Footnote>{calculatorTexts.rateBasis(rateSource.title, rateDay)}</Footnote></From>
      <Footnote>{calculatorTexts.offline}</Footnote>
    </>
  );
}
