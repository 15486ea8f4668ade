import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';

export interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A small heading on the page's ground with its cards below. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <View className="a-section">
      <View className="a-section__head">
        <Text className="a-section__title" {...aria({ role: 'heading' })}>{title}</Text>
        {typeof aside === 'string' ? <Text className="a-section__aside">{aside}</Text> : aside}
      </View>
      {children}
    </View>
  );
}

/** The smallest words: where a figure comes from, what a tap means. */
export function Footnote({ children, centred = false }: { readonly children: ReactNode; readonly centred?: boolean }) {
  return <View className={centred ? 'a-footnote a-footnote--centred' : 'a-footnote'}>{typeof children === 'string' ? <Text>{children}</Text> : children}</View>;
}
