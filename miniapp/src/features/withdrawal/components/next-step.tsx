import { Text } from '@tarojs/components';
import { aria } from '../../../ui/index.ts';

/** Under the button: what comes after the press; or, in its place and plain to see, that nothing was sent. */
export function NextStep({ text, unsent }: { readonly text: string; readonly unsent: boolean }) {
  return <Text className={unsent ? 'confirm-foot__next confirm-foot__next--unsent' : 'confirm-foot__next'} {...aria({ live: 'polite' })}>{text}</Text>;
}
