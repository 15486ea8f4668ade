import type { CaseSummary } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { untilText } from '../texts/format.ts';
import { progressTexts } from '../texts/progress-tab.ts';
import { caseTitle, wordsOf } from '../texts/routes.ts';
import { stageMeans, stageShare, stageTone, stageWord } from '../texts/stages.ts';
import { Amount, Bar, Tag, Tap } from '../ui/index.ts';
import { go } from './navigation.ts';
import { PATHS } from './paths.ts';

/** Whose turn it is and how long still, in one sentence. */
export function holderSentence(one: CaseSummary, now: string): string {
  if (one.holder === null || one.dueAt === null) return stageMeans(one.stage, wordsOf(one));
  const until = untilText(one.dueAt, now);
  return one.overdue ? progressTexts.overdueBy(one.holder, until) : progressTexts.heldBy(one.holder, until);
}

/** A case on its way: what, how much, where it stands, whose turn it is. Opens its timeline. */
export function CaseLine({ one, now }: { readonly one: CaseSummary; readonly now: string }) {
  const matter = wordsOf(one);
  const word = stageWord(one.stage, matter);
  const sentence = holderSentence(one, now);
  return (
    <Tap className="a-case" onPress={() => go(PATHS.caseOf(one.caseId))}>
      <View className="a-line">
        <View className="a-case__what">
          <Text className="a-case__title">{caseTitle(one)}</Text>
          <Amount fen={one.amountFen} unit />
        </View>
        <Tag tone={stageTone(one.stage, matter)}>{word}</Tag>
      </View>
      <Bar share={stageShare(one.stage, matter)} />
      <Text className="a-second">{sentence}</Text>
    </Tap>
  );
}
