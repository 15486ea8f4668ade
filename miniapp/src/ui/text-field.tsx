import { Input, View, Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { classNames } from './class-names.ts';
import { cleanText } from './clean-text.ts';
import type { TextKind } from './clean-text.ts';
import { Field } from './field.tsx';
import { keyboardOf } from './keyboard.ts';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  readonly kind?: TextKind;
  readonly help?: string;
  readonly error?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Behind the figure: 元, 年. */
  readonly suffix?: string;
  /** Inside the field at the right: 获取验证码. */
  readonly action?: ReactNode;
  readonly aside?: ReactNode;
  readonly disabled?: boolean;
  readonly focus?: boolean;
  /** What is typed stays as it is typed, whatever it is: the form reads it and says what is wrong with it. */
  readonly asTyped?: boolean;
  onBlur?(): void;
  onConfirm?(): void;
}

const INPUT_MODE: Record<TextKind, string> = {
  text: 'text', search: 'search', digits: 'numeric', mobile: 'tel', code: 'numeric', id: 'text', money: 'decimal',
};
const AUTOCOMPLETE: Partial<Record<TextKind, string>> = { mobile: 'tel', code: 'one-time-code' };
/** One line to type in. `money` is typed in yuan; read it with `fenFromYuanText`. */
export function TextField(props: TextFieldProps) {
  const { kind = 'text', label, error, help, aside } = props;
  const [focused, setFocused] = useState(props.focus ?? false);
  const described = { 'aria-label': label, inputmode: INPUT_MODE[kind], autocomplete: AUTOCOMPLETE[kind] ?? 'off', ...(error === undefined ? {} : { 'aria-invalid': 'true' }) };
  return (
    <Field label={label} {...(error === undefined ? {} : { error })} {...(help === undefined ? {} : { help })} {...(aside === undefined ? {} : { aside })}>
      <View className={classNames('a-input', `a-input--${kind}`, focused && 'a-input--focus', props.disabled === true && 'a-input--off')}>
        <Input
          className="a-input__text"
          type={keyboardOf(kind, props.asTyped ?? false)}
          value={props.value}
          placeholder={props.placeholder ?? ''}
          placeholderClass="a-input__placeholder"
          maxlength={props.maxLength ?? 60}
          disabled={props.disabled ?? false}
          focus={props.focus ?? false}
          nativeProps={described}
          onInput={(event) => props.onChange(props.asTyped === true ? String(event.detail.value) : cleanText(kind, String(event.detail.value)))}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            props.onBlur?.();
          }}
          onConfirm={() => props.onConfirm?.()}
          {...{ 'aria-label': label }}
        />
        {props.suffix === undefined ? null : <Text className="a-input__suffix">{props.suffix}</Text>}
        {props.action ?? null}
      </View>
    </Field>
  );
}
