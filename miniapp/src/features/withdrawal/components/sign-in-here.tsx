import { goSignIn } from '../../../screen/index.ts';
import { routesTexts } from '../../../texts/withdrawal.ts';
import { Empty } from '../../../ui/index.ts';

/** Opened by a link, without a session: sign in and come back here. */
export function SignInHere() {
  return <Empty drawing="door" title={routesTexts.guestTitle} sentences={[routesTexts.guestLead]} actions={[{ text: routesTexts.guestButton, onPress: goSignIn }]} />;
}
