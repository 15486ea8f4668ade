import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface FieldProps {
  readonly label: string;
  /** At the right of the label. */
  readonly aside?: ReactNode;
  /** Below the field, always there. */
  readonly help?: string;
  /** In words, with the way out; replaces the help. */
  readonly error?: string;
  readonly children: ReactNode;
}

/** The frame of every field: label above, help below, error in words. */
export function Field({ label, aside, help, error, children }: FieldProps) {
  const wrong = error !== undefined && error !== '';
  return (
    <View className={classNames('a-field', wrong && 'a-field--wrong')}>
      <View className="a-field__head">
        <Text className="a-field__label">{label}</Text>
        {typeof aside === 'string' ? <Text className="a-field__aside">{aside}</Text> : aside}
      </View>
      {children}
      {wrong ? (
        <View className="a-field__error" {...aria({ role: 'alert', live: 'polite' })}>
          <Icon name="attention" size={16} />
          <Text>{error}</Text>
        </View>
      ) : help === undefined ? null : (
        <Text className="a-field__help">{help}</Text>
      )}
    </View>
  );
}
