import type { StandingOrder } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { go, PATHS } from '../../../screen/index.ts';
import { standingTexts as texts } from '../../../texts/standing-order.ts';
import { Amount, Button, Row, Tag } from '../../../ui/index.ts';
import { runLine } from '../order.words.ts';

const SHOWN = 3;

/** The last runs, newest first; each leads to its case. */
export function OrderRuns({ order, asOf }: { readonly order: StandingOrder; readonly asOf: string }) {
  const [all, setAll] = useState(false);
  const { runs, kind } = order;
  const lines = (all ? runs : runs.slice(0, SHOWN)).map((run) => runLine(kind, run, asOf));
  return (
    <View className="order-runs">
      <Text className="order-runs__title">{texts.runs}</Text>
      {lines.length === 0 ? <Text className="a-second">{texts.noRuns}</Text> : (
        <View>
          {lines.map(({ day, word, tone, amountFen, caseId }) => (
            <Row
              key={day}
              title={day}
              tag={<Tag tone={tone}>{word}</Tag>}
              {...(amountFen === null ? {} : { value: <Amount fen={amountFen} unit label={day} /> })}
              {...(caseId === null ? {} : { onPress: () => go(PATHS.caseOf(caseId)) })}
            />
          ))}
        </View>
      )}
      {!all && runs.length > SHOWN ? <Button kind="quiet" text={texts.allRuns(runs.length)} onPress={() => setAll(true)} /> : null}
    </View>
  );
}
