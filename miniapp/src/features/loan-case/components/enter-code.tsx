import { View } from '@tarojs/components';
import { useState } from 'react';
import { go, PATHS } from '../../../screen/index.ts';
import { householdTexts as texts } from '../../../texts/household.ts';
import { Button, Card, TextField } from '../../../ui/index.ts';
import { isCode } from '../household.view.ts';

/** For who has received six digits by word of mouth. */
export function EnterCode() {
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = asked && !isCode(code) ? { error: texts.enterWrong } : {};
  const enter = (): void => {
    setAsked(true);
    if (isCode(code)) go(PATHS.invitation(code));
  };
  return (
    <Card title={texts.enterTitle}>
      <View className="a-stack">
        <TextField label={texts.enterLabel} kind="code" value={code} maxLength={6} help={texts.enterHelp} onChange={setCode} {...wrong} />
        <Button kind="secondary" text={texts.enter} onPress={enter} />
      </View>
    </Card>
  );
}
