import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { currentSession, useSession } from '../../../../api/session.ts';
import { channel } from '../../../../platform/sign-in.ts';
import { go, goReplace, goTab, PATHS, Screen } from '../../../../screen/index.ts';
import { signInTexts } from '../../../../texts/identity.ts';
import { Button, Notice, Tap } from '../../../../ui/index.ts';
import { SmsSignIn } from '../../components/sms-sign-in.tsx';
import { WechatSignIn } from '../../components/wechat-sign-in.tsx';
import { goOn, isRealName, nextOf } from '../../onward.ts';
import '../../identity.scss';

/** Who is there. Afterwards back to where the person was; who was never bound goes on to the real name. */
export default function SignInPage() {
  const next = nextOf(useRouter().params);
  const { ended } = useSession();
  const done = (): void => {
    // The real-name page itself may be where the person was: what they typed there is still there.
    if (currentSession()?.level === 'guest' && !isRealName(next)) goReplace(PATHS.realName(next));
    else goOn(next);
  };
  return (
    <Screen title={signInTexts.title}>
      <View className="sign-in__head">
        <Text className="a-lead">{signInTexts.lead}</Text>
        <Text className="a-second">{signInTexts.why}</Text>
      </View>
      {ended ? <Notice tone="info">{signInTexts.ended}</Notice> : null}
      {channel === 'weapp' ? <WechatSignIn onDone={done} /> : <SmsSignIn onDone={done} />}
      <View className="sign-in__consent">
        <Text className="a-second">{signInTexts.agreed}</Text>
        <Tap className="a-link a-link--inline" onPress={() => go(PATHS.privacy)}><Text>{signInTexts.privacyLink}</Text></Tap>
      </View>
      {channel === 'h5' ? (
        <View className="sign-in__help">
          <Text className="sign-in__help-title">{signInTexts.noCode}</Text>
          <Text className="a-second">{signInTexts.noCodeHow}</Text>
        </View>
      ) : null}
      <Button kind="quiet" text={signInTexts.guest} onPress={() => goTab(PATHS.home)} />
    </Screen>
  );
}
