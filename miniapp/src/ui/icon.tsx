import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';

/** Our own line icons; each is a mask in style/icons.scss, so it takes the colour of the text around it. */
export type IconName =
  | 'home' | 'services' | 'progress' | 'me'
  | 'withdraw' | 'calculator' | 'entries' | 'statement' | 'guide' | 'pin' | 'policy' | 'phone'
  | 'eye' | 'eye-off' | 'chevron' | 'back' | 'close' | 'check' | 'search' | 'bell' | 'shield' | 'device'
  | 'letters' | 'info' | 'attention' | 'stop' | 'clock' | 'upload' | 'file' | 'card' | 'face' | 'trash' | 'exit' | 'mail' | 'transfer' | 'plus';

export interface IconProps {
  readonly name: IconName;
  readonly size?: 16 | 20 | 22 | 24 | 28 | 44;
  readonly className?: string;
}

/** Decoration only: the words beside it carry the meaning, so screen readers skip it. */
export function Icon({ name, size = 22, className }: IconProps) {
  return <View className={classNames('a-icon', `a-icon--${name}`, `a-icon--s${size}`, className)} {...aria({ hidden: true })} />;
}
