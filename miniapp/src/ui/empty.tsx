import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';
import { Button } from './button.tsx';
import type { Press } from './use-guard.ts';

/** Our own small line drawings, in style/drawings.scss. */
export type Drawing = 'desk' | 'letters' | 'lens' | 'ledger' | 'cloud' | 'plug' | 'key' | 'door' | 'house';

export interface EmptyAction {
  readonly text: string;
  readonly onPress: Press;
  readonly kind?: 'primary' | 'secondary' | 'quiet';
}
export interface EmptyProps {
  readonly drawing: Drawing;
  readonly title: string;
  readonly sentences?: readonly string[];
  readonly actions?: readonly EmptyAction[];
  /** Something is wrong: the drawing takes the colour of attention and the title is read out. */
  readonly troubled?: boolean;
  readonly children?: ReactNode;
}

/** Nothing here, or not now: a small drawing, what it means, what can be done. */
export function Empty({ drawing, title, sentences = [], actions = [], troubled = false, children }: EmptyProps) {
  return (
    <View className={classNames('a-empty', troubled && 'a-empty--troubled')}>
      <View className="a-empty__round"><View className={`a-empty__drawing a-drawing--${drawing}`} {...aria({ hidden: true })} /></View>
      <Text className="a-empty__title" {...aria(troubled ? { role: 'alert' } : { role: 'heading' })}>{title}</Text>
      {sentences.map((sentence) => (
        <Text key={sentence} className="a-empty__sentence">{sentence}</Text>
      ))}
      {children}
      {actions.length === 0 ? null : (
        <View className="a-empty__actions">
          {actions.map((action, index) => (
            <Button key={action.text} text={action.text} kind={action.kind ?? (index === 0 ? 'primary' : 'secondary')} onPress={action.onPress} />
          ))}
        </View>
      )}
    </View>
  );
}
