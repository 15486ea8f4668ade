import { Text, View } from '@tarojs/components';
import { go, PATHS } from '../../../screen/index.ts';
import { draftListTexts } from '../../../texts/withdrawal-form.ts';
import { Card, Row } from '../../../ui/index.ts';
import type { BegunLine } from '../drafts.list.ts';

/** What was begun and not sent: one tap goes on at the same question. */
export function BegunList({ lines }: { readonly lines: readonly BegunLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Card title={draftListTexts.title}>
      {lines.map((line) => (
        <Row key={line.route} title={line.title} note={line.note} onPress={() => go(PATHS.withdrawalForm(line.route))} value={<View className="begun__go"><Text>{draftListTexts.goOn}</Text></View>} />
      ))}
    </Card>
  );
}
