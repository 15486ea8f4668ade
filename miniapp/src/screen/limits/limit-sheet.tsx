import type { LimitLine, PolicySource } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { dayText } from '../../texts/format.ts';
import { limitTexts } from '../../texts/loan.ts';
import { calculatorTexts } from '../../texts/loan-calculator.ts';
import { From, Notice, originOf, Sheet } from '../../ui/index.ts';

/** A publication: its title, its day and how sure it is. */
function SourceLine({ source, label }: { readonly source: PolicySource; readonly label: string }) {
  const day = source.date === null ? calculatorTexts.seen(dayText(source.seenOn, true)) : calculatorTexts.published(dayText(source.date, true));
  return (
    <From source={originOf(source)}>
      <View>
        <Text className="limit-sheet__label">{label}</Text>
        <Text className="a-text">{source.title}</Text>
        <Text className="limit-sheet__label">{`${day} · ${calculatorTexts.sourceLevel[source.confidence]}`}</Text>
        {source.url === null ? null : <Text className="limit-sheet__url" userSelect>{source.url}</Text>}
      </View>
    </From>
  );
}

/** One limit: its formula with the figures in place, where it comes from, and what speaks against it. */
export function LimitSheet({ line, onClose }: { readonly line: LimitLine | null; onClose(): void }) {
  if (line === null) return null;
  const { conflict } = line;
  return (
    <Sheet open title={limitTexts[line.limit]} onClose={onClose}>
      <View className="a-stack">
        <From source={originOf(line.source)}>
          <View>
            <Text className="limit-sheet__label">{calculatorTexts.formula}</Text>
            <Text className="a-text">{line.formula}</Text>
          </View>
        </From>
        {line.expired === true ? <Notice tone="attention" title={calculatorTexts.expired}>{calculatorTexts.expiredNote}</Notice> : null}
        <SourceLine source={line.source} label={calculatorTexts.source} />
        {conflict === undefined ? null : (
          <From source={originOf(conflict.source)}>
            <Notice tone="attention" title={calculatorTexts.conflict}>{conflict.words}</Notice>
            <SourceLine source={conflict.source} label={calculatorTexts.conflict} />
          </From>
        )}
      </View>
    </Sheet>
  );
}
