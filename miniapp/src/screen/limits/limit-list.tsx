import type { LimitLine } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { calculatorTexts } from '../../texts/loan-calculator.ts';
import { Bar, Card, classNames, From, Icon, Tag, Tap } from '../../ui/index.ts';
import { limitBars } from './limit.bars.ts';
import type { LimitBar, Limited } from './limit.bars.ts';
import { LimitSheet } from './limit-sheet.tsx';
import './limits.scss';

function LimitRow({ bar, onOpen }: { readonly bar: LimitBar; onOpen(line: LimitLine): void }) {
  // In the order in which it is seen.
  const said = [bar.title, ...(bar.binding ? [calculatorTexts.decides] : []), ...bar.flags, bar.text, calculatorTexts.formula].join('，');
  return (
    <Tap className={classNames('limit', bar.binding && 'limit--binding')} label={said} onPress={() => onOpen(bar.line)}>
      <View className="limit__line">
        <View className="limit__words">
          <Text className="limit__title">{bar.title}</Text>
          {bar.binding ? <Tag>{calculatorTexts.decides}</Tag> : null}
          {bar.flags.map((flag) => <Tag key={flag} tone="attention">{flag}</Tag>)}
        </View>
        <Text className="limit__text">{bar.text}</Text>
        <Icon name="chevron" size={16} className="limit__more" />
      </View>
      {bar.share === null ? null : <Bar share={bar.share} tone={bar.binding ? 'brand' : 'pale'} />}
    </Tap>
  );
}

/** Every limit as a bar, the one that decides dark; formula and source on tap. */
export function LimitList({ estimate }: { readonly estimate: Limited }) {
  const [opened, setOpened] = useState<LimitLine | null>(null);
  return (
    <Card title={calculatorTexts.limitsTitle}>
      <Text className="a-second">{calculatorTexts.limitsLead}</Text>
      <From source="computed:limit">{limitBars(estimate).map((bar) => <LimitRow key={bar.line.limit} bar={bar} onOpen={setOpened} />)}</From>
      <LimitSheet line={opened} onClose={() => setOpened(null)} />
    </Card>
  );
}
