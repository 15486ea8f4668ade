import type { Estimate, LimitLine } from '@anju/shared/loan';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayText } from '../../../texts/format.ts';
import { calculatorTexts, limitTexts } from '../../../texts/loan.ts';
import { Bar, Card, Icon, Sheet, Tap } from '../../../ui/index.ts';
import { limitBars } from '../calculator.result.ts';
import type { LimitBar } from '../calculator.result.ts';

function LimitRow({ bar, onOpen }: { readonly bar: LimitBar; onOpen(line: LimitLine): void }) {
  return (
    <Tap className={bar.binding ? 'limit limit--binding' : 'limit'} label={`${bar.title}，${bar.text}，${calculatorTexts.formula}`} onPress={() => onOpen(bar.line)}>
      <View className="limit__line">
        <Text className="limit__title">{bar.title}</Text>
        <Text className="limit__text">{bar.text}</Text>
        <Icon name="chevron" size={16} className="limit__more" />
      </View>
      {bar.share === null ? null : <Bar share={bar.share} tone={bar.binding ? 'brand' : 'pale'} />}
    </Tap>
  );
}

function LimitSheet({ line, onClose }: { readonly line: LimitLine | null; onClose(): void }) {
  const source = line?.source;
  return (
    <Sheet open={line !== null} title={line === null ? '' : limitTexts[line.limit]} onClose={onClose}>
      <View className="a-stack">
        <View>
          <Text className="limit-sheet__label">{calculatorTexts.formula}</Text>
          <Text className="a-text">{line?.formula ?? ''}</Text>
        </View>
        {source === undefined ? null : (
          <View>
            <Text className="limit-sheet__label">{calculatorTexts.source}</Text>
            <Text className="a-text">{source.title}</Text>
            <Text className="limit-sheet__label">{[source.date === null ? null : calculatorTexts.sourceDate(dayText(source.date, true)), calculatorTexts.sourceLevel[source.confidence]].filter((part) => part !== null).join(' · ')}</Text>
            {source.url === null ? null : <Text className="limit-sheet__url" userSelect>{source.url}</Text>}
          </View>
        )}
      </View>
    </Sheet>
  );
}

/** Every limit as a bar; formula and source on tap. */
export function LimitList({ estimate }: { readonly estimate: Estimate }) {
  const [opened, setOpened] = useState<LimitLine | null>(null);
  return (
    <Card title={calculatorTexts.limitsTitle}>
      <Text className="a-second">{calculatorTexts.limitsLead}</Text>
      {limitBars(estimate).map((bar) => <LimitRow key={bar.line.limit} bar={bar} onOpen={setOpened} />)}
      <LimitSheet line={opened} onClose={() => setOpened(null)} />
    </Card>
  );
}
