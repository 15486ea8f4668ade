import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../../api/call.ts';
import { messageOf } from '../../../../api/problem-message.ts';
import { forgetPerson, useSession } from '../../../../api/session.ts';
import { goTab, PATHS, Screen } from '../../../../screen/index.ts';
import { unbindTexts } from '../../../../texts/me.ts';
import { Button, Card, Empty, Icon, Notice, Sheet } from '../../../../ui/index.ts';
import '../../me.scss';

/** Takes the person's identity out of this app. */
export default function UnbindPage() {
  const { verified } = useSession();
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  if (done || !verified) return <Nothing done={done} />;
  return (
    <Screen title={unbindTexts.title} foot={<Button kind="danger" text={unbindTexts.button} onPress={() => setAsked(true)} />}>
      <Card title={unbindTexts.lead}>
        {unbindTexts.points.map((point) => (
          <View key={point} className="unbind-point">
            <Icon name="info" size={20} className="unbind-point__mark" />
            <Text className="unbind-point__text">{point}</Text>
          </View>
        ))}
      </Card>
      <UnbindSheet open={asked} onClose={() => setAsked(false)} onDone={() => setDone(true)} />
    </Screen>
  );
}

function Nothing({ done }: { readonly done: boolean }) {
  return (
    <Screen title={unbindTexts.title}>
      <Empty drawing="door" title={done ? unbindTexts.done : unbindTexts.guestTitle} sentences={[done ? unbindTexts.doneText : unbindTexts.guestText]} actions={[{ text: unbindTexts.home, onPress: () => goTab(PATHS.home) }]} />
    </Screen>
  );
}

function UnbindSheet({ open, onClose, onDone }: { readonly open: boolean; onClose(): void; onDone(): void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const unbind = async (): Promise<void> => {
    setTrouble(null);
    try {
      await call('unbind', {});
      onDone();
      forgetPerson();
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  return (
    <Sheet
      open={open}
      title={unbindTexts.sheetTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" text={unbindTexts.yes} loadingText={unbindTexts.busy} onPress={unbind} />
          <Button kind="quiet" text={unbindTexts.no} onPress={onClose} />
        </>
      }
    >
      <Text className="a-text">{unbindTexts.sheetText}</Text>
      {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
    </Sheet>
  );
}
