import { ScrollView, Text, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { pieceTexts } from '../texts/pieces.ts';
import { aria } from './aria.ts';
import { Icon } from './icon.tsx';
import { holdFocus } from './panel-focus.ts';
import { Tap } from './tap.tsx';

export interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  onClose(): void;
  /** Buttons that stay in view at the foot. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A panel from below for one choice or one text; a tap outside, 关闭 or on H5 Escape ends it. The focus is in it while it is open. */
export function Sheet({ open, ...parts }: SheetProps) {
  return open ? <OpenSheet {...parts} /> : null;
}

function OpenSheet({ title, onClose, actions, children }: Omit<SheetProps, 'open'>) {
  const panel = useRef<unknown>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => holdFocus(panel.current, () => close.current()), []);
  return (
    <View ref={panel} className="a-sheet" {...aria({ role: 'dialog', modal: true, label: title })}>
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
