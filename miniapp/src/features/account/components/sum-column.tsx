import type { StatementReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { statementTexts as texts } from '../../../texts/statement.ts';
import { Amount, aria, Card, classNames, From, Tag, useYuan } from '../../../ui/index.ts';
import { sumLines } from '../statement.view.ts';
import type { SumLine } from '../statement.view.ts';

const SAID: Readonly<Record<SumLine['sign'], string>> = { '': '', '+': texts.plus, '−': texts.minus, '=': texts.equals };

function Line({ line }: { readonly line: SumLine }) {
  const total = line.sign === '=';
  return (
    <View className={classNames('sum__line', total && 'sum__line--total')}>
      <View className="sum__sign" {...aria({ hidden: true })}><Text>{line.sign}</Text></View>
      <Text className="sum__label">{line.label}</Text>
      <Amount fen={line.fen} strong={total} {...(total ? { size: 'medium' as const } : {})} label={`${SAID[line.sign]}${line.label}`} />
    </View>
  );
}

/** The year as a sum, written under one another so that it can be checked. */
export function SumColumn({ reply }: { readonly reply: StatementReply }) {
  const yuan = useYuan();
  const openFen = reply.interestBasis?.computedFen ?? 0;
  return (
    <Card title={texts.sumTitle} aside={<Tag tone={reply.settled ? 'brand' : 'plain'}>{reply.settled ? texts.settled : texts.open}</Tag>}>
      <From source={`core@${reply.asOf}`}>
        <View className="sum">{sumLines(reply).map((line) => <Line key={line.key} line={line} />)}</View>
        {reply.settled ? null : <View><Text className="a-second">{texts.openNote(yuan(openFen))}</Text></View>}
      </From>
    </Card>
  );
}
