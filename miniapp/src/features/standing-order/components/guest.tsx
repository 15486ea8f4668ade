import { goSignIn } from '../../../screen/index.ts';
import { standingTexts as texts } from '../../../texts/standing-order.ts';
import { Empty } from '../../../ui/index.ts';

/** A guest: what they would see here; signing in leads back to this page. */
export function Guest() {
  return <Empty drawing="door" title={texts.guestTitle} sentences={[texts.guestText]} actions={[{ text: texts.guestAction, onPress: goSignIn }]} />;
}
