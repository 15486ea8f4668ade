import { Text, View } from '@tarojs/components';
import { messageOf } from '../../api/problem-message.ts';
import { useSession } from '../../api/session.ts';
import { wechatCode } from '../../platform/sign-in.ts';
import { goRealName, startSignIn, useToast } from '../../screen/index.ts';
import { guestTexts } from '../../texts/home.ts';
import { Button, Card, Pieces } from '../../ui/index.ts';

/** In the place of the balance, for who is not signed in, or not yet verified: an invitation, not a wall. */
export function GuestCard() {
  const { session, ended } = useSession();
  const say = useToast();
  const signIn = async (): Promise<void> => {
    try {
      await startSignIn();
    } catch (error) {
      say(messageOf(error));
    }
  };
  const half = session !== null;
  const hello = half ? guestTexts.realNameHello : ended ? guestTexts.endedHello : guestTexts.hello;
  const title = half ? guestTexts.realNameTitle : ended ? guestTexts.endedTitle : guestTexts.title;
  const action = half ? guestTexts.realName : wechatCode === null ? guestTexts.mobile : guestTexts.wechat;
  return (
    <Card tone="balance">
      <Text className="a-second">{hello}</Text>
      <View className="a-lead p-home__invite"><Pieces of={title} /></View>
      <Button text={action} kind="on-balance" onPress={half ? goRealName : signIn} />
      <View className="p-home__promise"><Text className="a-small">{half ? guestTexts.realNamePromise : guestTexts.promise}</Text></View>
    </Card>
  );
}
