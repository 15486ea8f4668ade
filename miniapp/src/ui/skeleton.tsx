import { View } from '@tarojs/components';
import { pieceTexts } from '../texts/pieces.ts';
import { aria } from './aria.ts';

export interface SkeletonProps {
  /** The shape of what will stand there. */
  readonly shape: 'balance' | 'card' | 'list' | 'timeline' | 'form';
  /** Lines or cards. */
  readonly count?: number;
}

const WIDTHS = ['62%', '84%', '46%', '72%', '55%'];

/** The screen's own shape while it loads; a screen reader hears one word. */
export function Skeleton({ shape, count = 3 }: SkeletonProps) {
  const lines = Array.from({ length: count }, (_, index) => index);
  return (
    <View className={`a-skeleton a-skeleton--${shape}`} {...aria({ role: 'status', label: pieceTexts.loading, live: 'polite' })}>
      {lines.map((index) => (
        <View key={index} className="a-skeleton__item">
          {shape === 'timeline' ? <View className="a-skeleton__dot" /> : null}
          <View className="a-skeleton__words">
            <View className="a-skeleton__bone a-skeleton__bone--title" style={{ width: WIDTHS[index % WIDTHS.length] ?? '60%' }} />
            <View className="a-skeleton__bone" style={{ width: WIDTHS[(index + 2) % WIDTHS.length] ?? '60%' }} />
          </View>
        </View>
      ))}
    </View>
  );
}
