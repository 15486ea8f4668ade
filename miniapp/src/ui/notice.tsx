import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { Tap } from './tap.tsx';
import type { Press } from './use-guard.ts';

export interface NoticeProps {
  readonly tone?: 'info' | 'attention' | 'stop' | 'brand';
  /** Where the tone's own sign would say something else. */
  readonly icon?: IconName;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: { readonly text: string; readonly onPress: Press };
}

const ICON = { info: 'info', attention: 'attention', stop: 'stop', brand: 'clock' } as const;

/** Something to know before going on, in place, never as a pop-up. */
export function Notice({ tone = 'info', icon = ICON[tone], title, children, action }: NoticeProps) {
  return (
    <View className={`a-notice a-notice--${tone}`} {...aria({ role: tone === 'stop' ? 'alert' : 'status' })}>
      <Icon name={icon} size={20} className="a-notice__icon" />
      <View className="a-notice__words">
        {title === undefined ? null : <Text className="a-notice__title">{title}</Text>}
        {typeof children === 'string' ? <Text className="a-notice__text">{children}</Text> : children}
        {action === undefined ? null : <Tap className="a-notice__action" onPress={action.onPress}><Text>{action.text}</Text></Tap>}
      </View>
    </View>
  );
}
