import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';
import { Tap } from './tap.tsx';
import type { Press } from './use-guard.ts';

export interface CardProps {
  readonly tone?: 'plain' | 'balance' | 'soft' | 'attention' | 'info' | 'stop';
  readonly title?: string;
  /** At the right of the title: a word, a tag, a link. */
  readonly aside?: ReactNode;
  /** The whole card is one target. */
  readonly onPress?: Press;
  readonly label?: string;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A surface with one subject. `balance` is the only one with a gradient. */
export function Card({ tone = 'plain', title, aside, onPress, label, className, children }: CardProps) {
  const look = classNames('a-card', `a-card--${tone}`, className);
  const inside = (
    <>
      {title === undefined && aside === undefined ? null : (
        <View className="a-card__head">
          {title === undefined ? <View /> : <Text className="a-card__title" {...aria({ role: 'heading' })}>{title}</Text>}
          {aside === undefined ? null : typeof aside === 'string' ? <Text className="a-card__aside">{aside}</Text> : aside}
        </View>
      )}
      {children}
    </>
  );
  if (onPress === undefined) return <View className={look}>{inside}</View>;
  return (
    <Tap className={look} onPress={onPress} {...(label === undefined ? {} : { label })}>
      {inside}
    </Tap>
  );
}
