import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';

export interface BarProps {
  /** 0 to 1. */
  readonly share: number;
  /** `pale` for the ones that do not decide. */
  readonly tone?: 'brand' | 'pale' | 'attention';
  /** The same in words; the bar alone says nothing to a screen reader. */
  readonly label?: string;
}

/** A part of a whole. */
export function Bar({ share, tone = 'brand', label }: BarProps) {
  const percent = Math.max(0, Math.min(100, Math.round(share * 100)));
  return (
    <View className="a-bar" {...aria(label === undefined ? { hidden: true } : { role: 'img', label })}>
      <View className={classNames('a-bar__fill', `a-bar__fill--${tone}`)} style={{ width: `${percent}%` }} />
    </View>
  );
}
