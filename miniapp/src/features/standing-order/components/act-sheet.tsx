import type { IdentityReply, StandingOrder } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { dayText } from '../../../texts/format.ts';
import { actTexts, keepText, standingTexts } from '../../../texts/standing-order.ts';
import { Button, Notice, Sheet } from '../../../ui/index.ts';
import { nextStepText } from '../../../screen/index.ts';
import type { ActName } from '../order.acts.ts';
import type { Trouble } from '../submission.ts';

interface ActSheetProps {
  readonly order: StandingOrder;
  readonly action: ActName;
  readonly identity: IdentityReply | null;
  /** Who it is is being asked; when it cannot be told, the face check says so. */
  readonly asking: boolean;
  readonly fresh: boolean;
  readonly unsent: boolean;
  readonly sending: boolean;
  readonly trouble: Trouble | null;
  onYes(): Promise<void>;
  onClose(): void;
}

/** What follows, exactly, before it is done. */
export function ActSheet({ order, action, identity, asking, fresh, unsent, sending, trouble, onYes, onClose }: ActSheetProps) {
  const words = actTexts[action];
  const lines = words.lines({ kind: order.kind, day: order.day, next: order.next === null ? null : dayText(order.next.on), skipped: (order.skipped ?? []).map((day) => dayText(day)) });
  const actions = (
    <>
      <Button kind={action === 'end' ? 'danger' : 'primary'} text={words.yes} loading={sending} loadingText={standingTexts.working} disabled={asking} onPress={onYes} />
      <Text className="standing-foot__next">{nextStepText(identity, fresh, unsent)}</Text>
      <Button kind="quiet" text={keepText} onPress={onClose} />
    </>
  );
  return (
    <Sheet open title={words.title(standingTexts.kind[order.kind])} onClose={onClose} actions={actions}>
      <View className="act-lines">
        {lines.map((line) => <Text key={line} className="act-lines__one">{line}</Text>)}
        {trouble === null ? null : <Notice tone="attention">{trouble.text}</Notice>}
      </View>
    </Sheet>
  );
}
