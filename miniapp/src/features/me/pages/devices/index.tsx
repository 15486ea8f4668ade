import type { Device } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../../api/api.ts';
import { call } from '../../../../api/call.ts';
import { messageOf } from '../../../../api/problem-message.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { phone } from '../../../../platform/phone-call.ts';
import { goSignIn, PageState, Screen, useToast } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { devicesTexts } from '../../../../texts/me.ts';
import { Button, Card, Empty, Notice, Sheet, Skeleton, Tag } from '../../../../ui/index.ts';
import '../../me.scss';

/** Where this person is signed in; others can be signed out from here. */
export default function DevicesPage() {
  const { session, ended } = useSession();
  const query = useQuery('listDevices', {}, { enabled: session !== null || ended });
  return (
    <Screen title={devicesTexts.title} sensitive>
      <PageState query={query} skeleton={<Skeleton shape="list" count={3} />} off={<Empty drawing="door" title={devicesTexts.guestTitle} actions={[{ text: devicesTexts.guestAction, onPress: goSignIn }]} />}>
        {(reply) => <Devices items={reply.items} reload={query.reload} />}
      </PageState>
    </Screen>
  );
}

function Devices({ items, reload }: { readonly items: readonly Device[]; reload(): Promise<void> }) {
  const [leaving, setLeaving] = useState<Device | null>(null);
  const sorted = [...items].sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt));
  return (
    <View className="a-stack">
      <Text className="a-second">{items.length > 1 ? devicesTexts.lead : devicesTexts.onlyThis}</Text>
      <Card>
        {sorted.map((device) => (
          <View key={device.sessionId} className="device">
            <View className="device__words">
              <View className="device__line">
                <Text className="device__title">{devicesTexts.channel[device.channel]}</Text>
                {device.current ? <Tag>{devicesTexts.current}</Tag> : null}
              </View>
              <Text className="device__note">{devicesTexts.lastSeen(momentText(device.lastSeenAt, now()))}</Text>
              <Text className="device__note">{devicesTexts.started(momentText(device.startedAt, now()))}</Text>
            </View>
            {device.current ? null : <Button kind="secondary" size="small" text={devicesTexts.end} label={`${devicesTexts.end}，${devicesTexts.channel[device.channel]}`} onPress={() => setLeaving(device)} />}
          </View>
        ))}
      </Card>
      <Button kind="quiet" text={devicesTexts.notMe} onPress={() => phone('12329')} />
      <EndSheet device={leaving} onClose={() => setLeaving(null)} reload={reload} />
    </View>
  );
}

function EndSheet({ device, onClose, reload }: { readonly device: Device | null; onClose(): void; reload(): Promise<void> }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const say = useToast();
  const end = async (): Promise<void> => {
    if (device === null) return;
    setTrouble(null);
    try {
      await call('endSession', { params: { sessionId: device.sessionId } });
      onClose();
      say(devicesTexts.ended);
    } catch (error) {
      setTrouble(messageOf(error));
    }
    await reload();
  };
  return (
    <Sheet
      open={device !== null}
      title={devicesTexts.endTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" text={devicesTexts.endYes} onPress={end} />
          <Button kind="quiet" text={devicesTexts.endNo} onPress={onClose} />
        </>
      }
    >
      <Text className="a-text">{devicesTexts.endText}</Text>
      {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
    </Sheet>
  );
}
