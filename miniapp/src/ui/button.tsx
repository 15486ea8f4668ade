import { Text, View } from '@tarojs/components';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';
import { useGuard } from './use-guard.ts';
import type { Press } from './use-guard.ts';

export interface ButtonProps {
  /** Says what it does: 确认提取 5,780.32 元. */
  readonly text: string;
  readonly onPress: Press;
  /** One primary a screen; `on-balance` is the white one on the balance card; `danger` ends something. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'on-balance' | 'attention' | 'danger';
  readonly size?: 'normal' | 'small';
  /** Shown as running; a promise returned by `onPress` does the same by itself. */
  readonly loading?: boolean;
  readonly loadingText?: string;
  readonly disabled?: boolean;
  readonly label?: string;
}

interface KeyPress {
  readonly key?: string;
  preventDefault?(): void;
}

/** A button. While its promise runs it shows so and takes no second tap. */
export function Button(props: ButtonProps) {
  const { text, kind = 'primary', size = 'normal', disabled = false, label } = props;
  const { busy, press } = useGuard(props.onPress);
  const loading = busy || (props.loading ?? false);
  const off = disabled || loading;
  const tap = (): void => {
    if (!off) press();
  };
  const onKeyDown = (event: KeyPress): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault?.();
    tap();
  };
  const keys = { tabIndex: off ? -1 : 0, onKeyDown };
  return (
    <View
      className={classNames('a-button', `a-button--${kind}`, size === 'small' && 'a-button--small', disabled && 'a-button--off', loading && 'a-button--loading')}
      hoverClass={off ? 'none' : 'a-button--down'}
      onClick={tap}
      {...keys}
      {...aria({ role: 'button', ...(label === undefined ? {} : { label }), ...(disabled ? { disabled } : {}), ...(loading ? { busy: true } : {}) })}
    >
      {loading ? <View className="a-button__spin" /> : null}
      <Text>{loading ? (props.loadingText ?? text) : text}</Text>
    </View>
  );
}
