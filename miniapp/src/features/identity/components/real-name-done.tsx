import type { IdentityReply } from '@anju/shared/contract';
import { View } from '@tarojs/components';
import { realNameTexts } from '../../../texts/identity.ts';
import { reasonSentence } from '../../../texts/withdrawal-reasons.ts';
import { Button, Card, Empty, Row } from '../../../ui/index.ts';

/** Bound; and what the core has otherwise, as things to do, now rather than at a refusal later. */
export function RealNameDone({ identity, onGo }: { readonly identity: Pick<IdentityReply, 'person' | 'tasks'>; onGo(): void }) {
  return (
    <View className="a-stack">
      <Empty drawing="key" title={realNameTexts.done} sentences={[realNameTexts.doneLead(identity.person?.name ?? '')]} />
      {identity.tasks.length === 0 ? null : (
        <Card tone="attention" title={realNameTexts.tasksTitle}>
          {identity.tasks.map((task) => (
            <Row key={task.code} icon="attention" title={reasonSentence(task)} note={realNameTexts.tasksLead} />
          ))}
        </Card>
      )}
      <Button text={realNameTexts.go} onPress={onGo} />
    </View>
  );
}
