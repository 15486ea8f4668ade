import { goSignIn } from '../../../screen/index.ts';
import { Empty } from '../../../ui/index.ts';
import type { EmptyAction } from '../../../ui/index.ts';

interface GuestTexts {
  readonly guestTitle: string;
  readonly guestText: string;
  readonly guestAction: string;
}

/** A guest: what they would see here; signing in leads back to this page. */
export function Guest({ texts, other }: { readonly texts: GuestTexts; readonly other?: EmptyAction }) {
  return <Empty drawing="door" title={texts.guestTitle} sentences={[texts.guestText]} actions={[{ text: texts.guestAction, onPress: goSignIn }, ...(other === undefined ? [] : [other])]} />;
}
