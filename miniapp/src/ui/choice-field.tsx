import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { pieceTexts } from '../texts/pieces.ts';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import { Sheet } from './sheet.tsx';
import { Tap } from './tap.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly note?: string;
}
export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  onChange(value: Value): void;
  /** `segmented` for two to four short ones, `list` for longer ones, `sheet` for many. */
  readonly look?: 'segmented' | 'list' | 'sheet';
  readonly help?: string;
  readonly error?: string;
  readonly placeholder?: string;
}

function ChoiceList<Value extends string>({ choices, value, onChange, label, look }: Pick<ChoiceFieldProps<Value>, 'choices' | 'value' | 'onChange' | 'label'> & { readonly look: 'segmented' | 'list' }) {
  return (
    <View className={`a-choices a-choices--${look}`} {...aria({ role: 'radiogroup', label })}>
      {choices.map((choice) => {
        const on = choice.value === value;
        return (
          <Tap key={choice.value} className={classNames('a-choices__one', on && 'a-choices__one--on')} role="radio" checked={on} label={choice.note === undefined ? choice.label : `${choice.label}，${choice.note}`} onPress={() => onChange(choice.value)}>
            <View className="a-choices__words">
              <Text>{choice.label}</Text>
              {choice.note === undefined ? null : <Text className="a-choices__note">{choice.note}</Text>}
            </View>
            {look === 'list' && on ? <Icon name="check" size={20} /> : null}
          </Tap>
        );
      })}
    </View>
  );
}

/** One of several. The chosen one is told by frame, weight and a mark, not by colour alone. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, choices, value, onChange, look = 'segmented', help, error } = props;
  const [open, setOpen] = useState(false);
  const frame = { label, ...(help === undefined ? {} : { help }), ...(error === undefined ? {} : { error }) };
  if (look !== 'sheet') {
    return (
      <Field {...frame}>
        <ChoiceList label={label} choices={choices} value={value} onChange={onChange} look={look} />
      </Field>
    );
  }
  const chosen = choices.find((choice) => choice.value === value);
  const choose = (next: Value): void => {
    setOpen(false);
    onChange(next);
  };
  return (
    <Field {...frame}>
      <Tap className="a-input a-input--pick" label={`${label}，${chosen?.label ?? pieceTexts.notChosen}`} onPress={() => setOpen(true)}>
        <Text className={chosen === undefined ? 'a-input__placeholder' : 'a-input__picked'}>{chosen?.label ?? props.placeholder ?? pieceTexts.choose}</Text>
        <Icon name="chevron" size={16} className="a-input__turn" />
      </Tap>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <ChoiceList label={label} choices={choices} value={value} onChange={choose} look="list" />
      </Sheet>
    </Field>
  );
}
