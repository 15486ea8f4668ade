import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { openPrivacyContract } from '../../../../platform/privacy.tsx';
import { channel } from '../../../../platform/sign-in.ts';
import { goBack, Screen } from '../../../../screen/index.ts';
import { privacyPageTexts } from '../../../../texts/identity.ts';
import { privacyTexts } from '../../../../texts/privacy.ts';
import { CONSENT_VERSION } from '@anju/shared/identity';
import { Button, Card, Tap } from '../../../../ui/index.ts';
import { agreedVersion, agreeTo, refuseConsent } from '../../consent.ts';
import { goOn, nextOf } from '../../onward.ts';
import '../../identity.scss';

/** What is used, why, how long. Refusing leaves a usable app. */
export default function PrivacyPage() {
  const next = nextOf(useRouter().params);
  const agreed = agreedVersion() === CONSENT_VERSION;
  const leave = (): void => (next === undefined ? goBack() : goOn(next));
  const agree = (): void => {
    agreeTo(CONSENT_VERSION);
    leave();
  };
  const refuse = (): void => {
    refuseConsent();
    leave();
  };
  const foot = agreed ? (
    <Button text={privacyPageTexts.back} onPress={leave} />
  ) : (
    <>
      <Button text={privacyPageTexts.agree} onPress={agree} />
      <Button kind="quiet" text={privacyPageTexts.refuse} onPress={refuse} />
    </>
  );
  return (
    <Screen title={privacyPageTexts.title} foot={foot}>
      <Text className="a-text">{privacyPageTexts.lead}</Text>
      <Card>
        <View className="consent">
          {privacyPageTexts.points.map((point) => (
            <View key={point.title} className="consent__point">
              <Text className="consent__title">{point.title}</Text>
              <Text className="consent__text">{point.text}</Text>
            </View>
          ))}
        </View>
      </Card>
      {channel === 'weapp' ? <Tap className="a-link" onPress={() => void openPrivacyContract()}><Text>{privacyTexts.contract}</Text></Tap> : null}
      <Text className="a-footnote">{`${privacyPageTexts.version(CONSENT_VERSION)}${agreed ? ` · ${privacyPageTexts.agreed}` : ''}`}</Text>
    </Screen>
  );
}
