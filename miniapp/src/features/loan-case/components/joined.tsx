import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { messageOf } from '../../../api/problem-message.ts';
import { useWish } from '../../../api/use-wish.ts';
import { go, PATHS, useToast } from '../../../screen/index.ts';
import { momentText } from '../../../texts/format.ts';
import { householdTexts as texts } from '../../../texts/household.ts';
import { Button, Card, Notice, Sheet } from '../../../ui/index.ts';

export interface JoinedProps {
  readonly partner: { readonly maskedName: string; readonly joinedAt: string };
  reload(): Promise<void>;
}

/** Together with the spouse: what it is good for, and the way out of it. */
export function Joined({ partner, reload }: JoinedProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Card title={texts.joinedTitle}>
        <View className="a-stack">
          <Text className="a-lead">{texts.joinedWith(partner.maskedName)}</Text>
          <Text className="a-text">{texts.joinedLead}</Text>
          <Text className="a-second">{texts.joinedAt(momentText(partner.joinedAt))}</Text>
        </View>
      </Card>
      <Button text={texts.toResult} onPress={() => go(PATHS.prequalification)} />
      <Button kind="quiet" text={texts.leave} onPress={() => setOpen(true)} />
      {open ? <Leave joinedAt={partner.joinedAt} reload={reload} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Leave({ joinedAt, reload, onClose }: { readonly joinedAt: string; reload(): Promise<void>; onClose(): void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const wish = useWish('leave-household');
  const say = useToast();
  const leave = async (): Promise<void> => {
    setTrouble(null);
    try {
      await call('leaveHousehold', {}, { key: wish.keyFor({ joinedAt }) });
      wish.settle();
      say(texts.left);
      onClose();
    } catch (error) {
      setTrouble(messageOf(error));
    }
    await reload();
  };
  const actions = (
    <>
      <Button kind="danger" text={texts.leaveYes} loadingText={texts.leaveBusy} onPress={leave} />
      <Button kind="quiet" text={texts.leaveNo} onPress={onClose} />
    </>
  );
  return (
    <Sheet open title={texts.leaveTitle} onClose={onClose} actions={actions}>
      <Text className="a-text">{texts.leaveText}</Text>
      {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
    </Sheet>
  );
}
