import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { pieceTexts } from '../texts/pieces.ts';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly state: 'done' | 'current' | 'ahead' | 'stopped';
  /** Beside the title: when, or how long still. */
  readonly aside?: ReactNode;
  /** Under it: which post, its limit, the time used. */
  readonly notes?: readonly string[];
}

export interface StepsProps {
  readonly items: readonly Step[];
  readonly label?: string;
}

/** The way of a case from top to bottom. */
export function Steps({ items, label = pieceTexts.progress }: StepsProps) {
  return (
    <View className="a-steps" {...aria({ role: 'list', label })}>
      {items.map((item) => (
        <View key={item.key} className={classNames('a-steps__item', `a-steps__item--${item.state}`)} {...aria({ role: 'listitem', label: `${item.title}，${pieceTexts.steps[item.state]}` })}>
          <View className="a-steps__dot">
            {item.state === 'done' ? <Icon name="check" size={16} /> : null}
            {item.state === 'stopped' ? <Icon name="close" size={16} /> : null}
          </View>
          <View className="a-steps__body">
            <View className="a-steps__line">
              <Text className="a-steps__title">{item.title}</Text>
              {typeof item.aside === 'string' ? <Text className="a-steps__aside">{item.aside}</Text> : item.aside}
            </View>
            {(item.notes ?? []).map((note) => (
              <Text key={note} className="a-steps__note">{note}</Text>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
