import type { InterestPart, StatementReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { dayText } from '../../../texts/format.ts';
import { statementTexts as texts } from '../../../texts/statement.ts';
import { Card, From, originOf, useYuan } from '../../../ui/index.ts';
import { sourceText } from '../source.words.ts';

type Basis = NonNullable<StatementReply['interestBasis']>;

/** A rate and the publication it stands in. */
function Source({ part }: { readonly part: InterestPart }) {
  return (
    <From source={originOf(part.source)}>
      <View><Text className="a-small">{sourceText(part.source)}</Text></View>
    </From>
  );
}

function ManyRates({ basis, sentence }: { readonly basis: Basis; readonly sentence: string }) {
  const sources = basis.parts.filter((part, at) => basis.parts.findIndex((other) => other.source.id === part.source.id) === at);
  return (
    <>
      <View><Text className="a-text">{sentence}</Text></View>
      {basis.parts.filter((part) => part.balanceDaysFen !== 0).map((part) => (
        <From key={`${part.from}${part.money}`} source={originOf(part.source)}>
          <View><Text className="a-second">{`${texts.part[part.money]}：${texts.partOf(dayText(part.from, true), dayText(part.to, true), part.annualRateMillionths)}`}</Text></View>
        </From>
      ))}
      {sources.map((part) => <Source key={part.source.id} part={part} />)}
    </>
  );
}

/** Where the interest comes from, in one sentence, with the rate, its source and its day. */
export function InterestCard({ reply }: { readonly reply: StatementReply }) {
  const yuan = useYuan();
  const basis = reply.interestBasis;
  if (basis === null) return <Card title={texts.interestTitle}><Text className="a-text">{texts.rateUnknown}</Text></Card>;
  const [only] = basis.parts;
  const computed = yuan(basis.computedFen);
  const differs = reply.settled && reply.interestFen !== basis.computedFen;
  return (
    <Card title={texts.interestTitle}>
      <View className="a-stack">
        {only !== undefined && basis.parts.length === 1 ? (
          <>
            <From source={originOf(only.source)}><View><Text className="a-text">{texts.oneRate(yuan(basis.balanceDaysFen), only.annualRateMillionths, computed)}</Text></View></From>
            <Source part={only} />
          </>
        ) : (
          <ManyRates basis={basis} sentence={texts.manyRates(computed)} />
        )}
        {differs ? <From source={`core@${reply.asOf}`}><View><Text className="a-text">{texts.booked(yuan(reply.interestFen))}</Text></View></From> : null}
      </View>
    </Card>
  );
}
