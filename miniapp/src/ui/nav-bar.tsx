import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { pieceTexts } from '../texts/pieces.ts';
import { aria } from './aria.ts';
import { Icon } from './icon.tsx';
import { Tap } from './tap.tsx';
import type { Press } from './use-guard.ts';

export interface NavBarProps {
  readonly title: string;
  /** Absent on a tab page. */
  readonly onBack?: Press;
  /** A tab page's title stands at the left. */
  readonly align?: 'left' | 'centre';
  readonly aside?: ReactNode;
}

/** Our own header, where the platform draws none. */
export function NavBar({ title, onBack, align = 'centre', aside }: NavBarProps) {
  return (
    <View className={`a-nav a-nav--${align}`} {...aria({ role: 'banner' })}>
      {onBack === undefined ? null : <Tap className="a-nav__back" label={pieceTexts.back} onPress={onBack}><Icon name="back" size={24} /></Tap>}
      <Text className="a-nav__title" {...aria({ role: 'heading', level: 1 })}>{title}</Text>
      {aside === undefined || aside === null ? null : <View className="a-nav__aside">{aside}</View>}
    </View>
  );
}
