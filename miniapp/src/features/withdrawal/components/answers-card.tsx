import type { FormReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { go } from '../../../screen/index.ts';
import { confirmTexts } from '../../../texts/withdrawal.ts';
import { Card, Tap } from '../../../ui/index.ts';
import { answerLines } from '../confirm.facts.ts';
import type { DraftContent } from '../draft.content.ts';
import { changeUrl } from '../withdrawal.paths.ts';

/** Every answer, each with the way to exactly its question and back here. */
export function AnswersCard({ form, content }: { readonly form: FormReply; readonly content: DraftContent }) {
  const lines = answerLines(form, content);
  if (lines.length === 0) return null;
  return (
    <Card title={confirmTexts.answers}>
      {lines.map((line) => (
        <View key={line.name} className="answer">
          <View className="answer__words">
            <Text className="answer__label">{line.label}</Text>
            <Text className="answer__text">{line.text}</Text>
          </View>
          <Tap className="answer__change" label={confirmTexts.changeOne(line.label)} onPress={() => go(changeUrl(form.route, line.name))}><Text>{confirmTexts.change}</Text></Tap>
        </View>
      ))}
    </Card>
  );
}
