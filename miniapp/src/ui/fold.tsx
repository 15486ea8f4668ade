import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Tap } from './tap.tsx';

export interface FoldProps {
  /** Always there, and pressed to open. */
  readonly head: ReactNode;
  readonly open: boolean;
  onToggle(): void;
  /** Only there while it is open. */
  readonly children: ReactNode;
}

/** A line that opens and closes what belongs to it. */
export function Fold({ head, open, onToggle, children }: FoldProps) {
  return (
    <View className="a-fold">
      <Tap className="a-fold__head" expanded={open} onPress={onToggle}>
        <View className="a-fold__words">{head}</View>
        <Icon name="chevron" size={16} className={open ? 'a-fold__up' : 'a-fold__down'} />
      </Tap>
      {open ? children : null}
    </View>
  );
}
