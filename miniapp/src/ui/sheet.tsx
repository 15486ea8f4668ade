import { ScrollView, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { pieceTexts } from '../texts/pieces.ts';
import { aria } from './aria.ts';
import { Icon } from './icon.tsx';
import { Tap } from './tap.tsx';

export interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  onClose(): void;
  /** Buttons that stay in view at the foot. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A panel from below for one choice or one text; a tap outside or 关闭 ends it. */
export function Sheet({ open, title, onClose, actions, children }: SheetProps) {
  if (!open) return null;
  return (
    <View className="a-sheet" {...aria({ role: 'dialog', modal: true, label: title })}>
      <View className="a-sheet__shade" onClick={onClose} {...aria({ hidden: true })} />
      <View className="a-sheet__panel">
        <View className="a-sheet__head">
          <Text className="a-sheet__title">{title}</Text>
          <Tap className="a-sheet__close" label={pieceTexts.close} onPress={onClose}><Icon name="close" size={20} /></Tap>
        </View>
        <ScrollView scrollY className="a-sheet__body">{children}</ScrollView>
        {actions === undefined ? null : <View className="a-sheet__actions">{actions}</View>}
      </View>
    </View>
  );
}
