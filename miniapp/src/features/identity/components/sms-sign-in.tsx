import { Text, View } from '@tarojs/components';
import { isMobile } from '@anju/shared/identity';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { fieldMessageOf, messageOf } from '../../../api/problem-message.ts';
import { signInWithSms } from '../../../api/session.ts';
import { signInTexts } from '../../../texts/identity.ts';
import { Button, Card, Tap, TextField } from '../../../ui/index.ts';
import { useResend } from '../use-resend.ts';

interface Faults {
  readonly mobile?: string;
  readonly code?: string;
}
const errorOf = (text: string | undefined): { readonly error?: string } => (text === undefined ? {} : { error: text });

function faultsOf(error: unknown): Faults {
  const mobile = fieldMessageOf(error, 'mobile');
  if (mobile !== undefined) return { mobile };
  const aboutMobile = error instanceof ApiProblem && error.code === 'session.sms-too-many';
  return aboutMobile ? { mobile: messageOf(error) } : { code: messageOf(error) };
}

/** Mobile and six digits. The sixth digit signs in by itself. */
export function SmsSignIn({ onDone }: { onDone(): void }) {
  const [mobile, setMobile] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const resend = useResend();

  const ask = async (): Promise<void> => {
    if (!isMobile(mobile)) return setFaults({ mobile: signInTexts.mobileWrong });
    setFaults({});
    try {
      const reply = await call('requestSmsCode', { body: { mobile } });
      setSentTo(mobile);
      resend.start(reply.resendAfter);
    } catch (error) {
      setFaults(faultsOf(error));
    }
  };
  const enter = async (digits: string): Promise<void> => {
    if (!isMobile(mobile)) return setFaults({ mobile: signInTexts.mobileWrong });
    if (digits.length !== 6) return setFaults({ code: signInTexts.codeWrong });
    if (busy) return;
    setFaults({});
    setBusy(true);
    try {
      await signInWithSms(mobile, digits);
      onDone();
    } catch (error) {
      setFaults(faultsOf(error));
    } finally {
      setBusy(false);
    }
  };
  const typeCode = (digits: string): void => {
    setCode(digits);
    if (digits.length === 6 && digits !== code) void enter(digits);
  };
  // The wait is of the number a code was sent to; another number need not wait.
  const waits = resend.left > 0 && mobile === sentTo;
  const askWord = waits ? signInTexts.resendIn(resend.left) : sentTo === '' || mobile !== sentTo ? signInTexts.getCode : signInTexts.resend;
  const action = <Tap className={waits ? 'sign-in__get sign-in__get--wait' : 'sign-in__get'} disabled={waits} label={askWord} onPress={ask}><Text>{askWord}</Text></Tap>;
  return (
    <Card>
      <View className="a-stack">
        <TextField label={signInTexts.mobile} kind="mobile" value={mobile} onChange={setMobile} maxLength={11} placeholder={signInTexts.mobilePlaceholder} help={signInTexts.mobileHelp} {...errorOf(faults.mobile)} />
        <TextField label={signInTexts.code} kind="code" value={code} onChange={typeCode} maxLength={6} placeholder={signInTexts.codePlaceholder} help={sentTo === '' ? signInTexts.codeHelp : signInTexts.sent(sentTo)} action={action} onConfirm={() => void enter(code)} {...errorOf(faults.code)} />
        <Button text={signInTexts.enter} loading={busy} loadingText={signInTexts.entering} onPress={() => enter(code)} />
      </View>
    </Card>
  );
}
