import { go, goSignIn, PATHS } from '../../../screen/index.ts';
import { myLoanTexts } from '../../../texts/my-loan.ts';
import { Empty } from '../../../ui/index.ts';

/** A guest: what they would see, and what they can do without signing in. */
export function SignInHere() {
  return (
    <Empty
      drawing="door"
      title={myLoanTexts.guestTitle}
      sentences={[myLoanTexts.guestText]}
      actions={[{ text: myLoanTexts.guestAction, onPress: goSignIn }, { text: myLoanTexts.emptyAction, onPress: () => go(PATHS.calculator) }]}
    />
  );
}
