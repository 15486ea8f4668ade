import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import type { Aria } from './aria.ts';
import { classNames } from './class-names.ts';
import { useGuard } from './use-guard.ts';
import type { Press } from './use-guard.ts';

export interface TapProps extends Omit<Aria, 'disabled' | 'hidden'> {
  readonly onPress: Press;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly children?: ReactNode;
}

interface KeyPress {
  readonly key?: string;
  preventDefault?(): void;
}

/** Anything that can be pressed: by finger, by keyboard on H5, by a screen reader. Guarded against the double tap. */
export function Tap({ onPress, className, disabled = false, children, role = 'button', ...said }: TapProps) {
  const { press } = useGuard(onPress);
  const onKeyDown = (event: KeyPress): void => {
    if (disabled || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault?.();
    press();
  };
  const keys = { tabIndex: disabled ? -1 : 0, onKeyDown };
  return (
    <View
      className={classNames('a-tap', disabled && 'a-tap--off', className)}
      hoverClass={disabled ? 'none' : 'a-tap--down'}
      hoverStayTime={80}
      onClick={() => {
        if (!disabled) press();
      }}
      {...keys}
      {...aria({ ...said, role, ...(disabled ? { disabled } : {}) })}
    >
      {children}
    </View>
  );
}
