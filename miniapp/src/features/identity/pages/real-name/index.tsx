import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useSession } from '../../../../api/session.ts';
import { hasPhoneButton, PhoneButton } from '../../../../platform/phone-button.tsx';
import { FailureState, goReplace, PATHS, Screen } from '../../../../screen/index.ts';
import { realNameTexts, signInTexts } from '../../../../texts/identity.ts';
import { Button, Notice } from '../../../../ui/index.ts';
import { RealNameDone } from '../../components/real-name-done.tsx';
import { RealNameFields } from '../../components/real-name-fields.tsx';
import { goOn, nextOf } from '../../onward.ts';
import { useRealName } from '../../use-real-name.ts';
import '../../identity.scss';

/** The person is matched with the core, once. */
export default function RealNamePage() {
  const next = nextOf(useRouter().params);
  const { session, ended } = useSession();
  const state = useRealName();
  if (session === null) {
    return (
      <Screen title={realNameTexts.title}>
        {ended ? <FailureState kind="session-ended" retry={() => Promise.resolve()} /> : <SignInFirst next={next} />}
      </Screen>
    );
  }
  // Who comes here with the real name done long ago has nothing to fill in.
  const done = state.done ?? (session.level === 'guest' || session.person === null ? null : { person: session.person, tasks: [] });
  if (done !== null) {
    return (
      <Screen title={realNameTexts.title} sensitive>
        <RealNameDone identity={done} onGo={() => goOn(next)} />
      </Screen>
    );
  }
  return (
    <Screen title={realNameTexts.title} sensitive foot={<Button text={realNameTexts.submit} loadingText={realNameTexts.submitting} onPress={state.submit} />}>
      <Text className="a-second">{realNameTexts.lead}</Text>
      <RealNameFields state={state} />
      {state.trouble === null ? null : <Notice tone="attention">{state.trouble}</Notice>}
      {state.mobileNeeded && hasPhoneButton ? <PhoneButton text={signInTexts.phone} onCode={(code) => void state.bind(code)} onRefused={() => undefined} /> : null}
    </Screen>
  );
}

function SignInFirst({ next }: { readonly next: string | undefined }) {
  return (
    <View className="a-stack">
      <Text className="a-lead">{realNameTexts.signInFirst}</Text>
      <Button text={signInTexts.title} onPress={() => goReplace(PATHS.signIn(next))} />
    </View>
  );
}
