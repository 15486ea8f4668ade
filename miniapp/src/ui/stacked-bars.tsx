import { View } from '@tarojs/components';
import { aria } from './aria.ts';

export interface StackedBarsProps {
  /** One column a year: what is below (principal) and what stands on it (interest), in one unit. */
  readonly columns: readonly { readonly below: number; readonly above: number }[];
  /** The height of a full column; the same for charts that stand side by side. */
  readonly most: number;
  /** The same in words: a chart alone says nothing to a screen reader. */
  readonly label: string;
}

const share = (value: number, most: number): string => `${most <= 0 ? 0 : Math.max(0, Math.min(100, Math.round((value / most) * 1000) / 10))}%`;

/** A small chart of two stacked parts over the years, drawn with boxes: it looks the same in WeChat and in a browser. */
export function StackedBars({ columns, most, label }: StackedBarsProps) {
  return (
    <View className="a-bars" {...aria({ role: 'img', label })}>
      {columns.map((column, at) => (
        <View key={at} className="a-bars__column">
          <View className="a-bars__above" style={{ height: share(column.above, most) }} />
          <View className="a-bars__below" style={{ height: share(column.below, most) }} />
        </View>
      ))}
    </View>
  );
}
