import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { messageOf } from '../../../api/problem-message.ts';
import { currentSession, refreshIdentity, signInWithWechat } from '../../../api/session.ts';
import { PhoneButton } from '../../../platform/phone-button.tsx';
import { signInTexts } from '../../../texts/identity.ts';
import { Button, Card, Notice } from '../../../ui/index.ts';

/** One tap for WeChat, one for the phone number; a person WeChat already knows is through after the first. */
export function WechatSignIn({ onDone }: { onDone(): void }) {
  const [signedIn, setSignedIn] = useState(currentSession() !== null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  const enter = (): Promise<void> =>
    attempt(async () => {
      const session = await signInWithWechat();
      if (session !== null && session.level !== 'guest') onDone();
      else setSignedIn(true);
    });
  const bind = (code: string): Promise<void> =>
    attempt(async () => {
      await call('bindPhone', { body: { code } });
      await refreshIdentity();
      onDone();
    });
  return (
    <Card>
      <View className="a-stack">
        {signedIn ? (
          <>
            <Text className="sign-in__step">{signInTexts.phoneTitle}</Text>
            <Text className="a-second">{signInTexts.phoneLead}</Text>
            <PhoneButton text={signInTexts.phone} onCode={(code) => void bind(code)} onRefused={() => setTrouble(signInTexts.phoneRefused)} />
            <Button kind="quiet" text={signInTexts.later} onPress={onDone} />
          </>
        ) : (
          <Button text={signInTexts.wechat} loadingText={signInTexts.wechatBusy} onPress={enter} />
        )}
        {trouble === null ? null : <Notice tone="attention">{trouble}</Notice>}
      </View>
    </Card>
  );
}
