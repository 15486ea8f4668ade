import { Button, Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { privacyTexts } from '../texts/privacy.ts';
import { Sheet, Tap } from '../ui/index.ts';

interface Answer {
  readonly event: 'agree' | 'disagree' | 'exposureAuthorization';
  readonly buttonId?: string;
}
interface WxPrivacy {
  onNeedPrivacyAuthorization?(asked: (resolve: (answer: Answer) => void) => void): void;
  openPrivacyContract?(options: { fail?(): void }): void;
}
declare const wx: WxPrivacy;

type Resolve = (answer: Answer) => void;
const BUTTON_ID = 'agree-privacy';
const waiting = new Set<Resolve>();
const shown = new Set<() => void>();
let listening = false;

function listen(): void {
  if (listening || wx.onNeedPrivacyAuthorization === undefined) return;
  listening = true;
  wx.onNeedPrivacyAuthorization((resolve) => {
    waiting.add(resolve);
    shown.forEach((show) => show());
  });
}

function answerAll(answer: Answer): void {
  waiting.forEach((resolve) => resolve(answer));
  waiting.clear();
  shown.forEach((show) => show());
}

/** Opens the privacy text kept in WeChat's console. */
export function openPrivacyContract(): boolean {
  if (wx.openPrivacyContract === undefined) return false;
  wx.openPrivacyContract({});
  return true;
}

/** Our own sheet for WeChat's privacy gate. Saying no leaves a usable app. */
export function PrivacyGate() {
  const [open, setOpen] = useState(waiting.size > 0);
  useEffect(() => {
    const show = (): void => setOpen(waiting.size > 0);
    listen();
    shown.add(show);
    return () => {
      shown.delete(show);
    };
  }, []);
  const refuse = (): void => answerAll({ event: 'disagree' });
  return (
    <Sheet
      open={open}
      title={privacyTexts.gateTitle}
      onClose={refuse}
      actions={
        <View className="a-stack">
          <Button id={BUTTON_ID} className="a-button a-button--primary" hoverClass="a-button--down" openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={() => answerAll({ event: 'agree', buttonId: BUTTON_ID })}>
            {privacyTexts.agree}
          </Button>
          <Tap className="a-button a-button--quiet" onPress={refuse}><Text>{privacyTexts.refuse}</Text></Tap>
        </View>
      }
    >
      <Text className="a-text">{privacyTexts.gate}</Text>
      <Tap className="a-link" onPress={() => void openPrivacyContract()}><Text>{privacyTexts.contract}</Text></Tap>
    </Sheet>
  );
}
