import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { keeper } from '../../../api/api.ts';
import { call } from '../../../api/call.ts';
import { messageOf } from '../../../api/problem-message.ts';
import { useWish } from '../../../api/use-wish.ts';
import { faceTexts, realNameTexts } from '../../../texts/identity.ts';
import { Button, TextField } from '../../../ui/index.ts';

/** A code from the counter in place of the face. */
export function CounterCode({ onPassed, plain = false }: { onPassed(): void; readonly plain?: boolean }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const wish = useWish('counter-code');
  const type = (text: string): void => {
    setCode(text);
    setError(null);
  };
  const use = async (): Promise<void> => {
    if (code.length < 4) return setError(realNameTexts.counterCodeWrong);
    try {
      const identity = await call('useCounterCode', { body: { code } }, { key: wish.keyFor({ code }) });
      wish.drop();
      keeper.raise(identity.level, identity.person ?? null);
      onPassed();
    } catch (failure) {
      setError(messageOf(failure));
    }
  };
  return (
    <View className="a-stack">
      {plain ? null : <Text className="a-second">{faceTexts.codeLead}</Text>}
      <TextField label={faceTexts.codeTitle} kind="id" value={code} onChange={type} maxLength={12} help={realNameTexts.counterCodeHelp} {...(error === null ? {} : { error })} />
      <Button text={faceTexts.codeSubmit} loadingText={faceTexts.codeSubmitting} onPress={use} />
    </View>
  );
}
