import { Text, View } from '@tarojs/components';
import { pieceTexts } from '../texts/pieces.ts';
import { classNames } from './class-names.ts';
import { Tap } from './tap.tsx';

export interface SwitchProps {
  readonly label: string;
  readonly note?: string;
  readonly on: boolean;
  onChange(on: boolean): void;
}

/** A line with on and off; the words 开 and 关 stand in the knob's track. */
export function Switch({ label, note, on, onChange }: SwitchProps) {
  return (
    <Tap className="a-row a-switch" role="switch" checked={on} label={label} onPress={() => onChange(!on)}>
      <View className="a-row__main">
        <Text className="a-row__title">{label}</Text>
        {note === undefined ? null : <Text className="a-row__note">{note}</Text>}
      </View>
      <View className={classNames('a-switch__track', on && 'a-switch__track--on')}>
        <Text className="a-switch__word">{on ? pieceTexts.on : pieceTexts.off}</Text>
        <View className="a-switch__knob" />
      </View>
    </Tap>
  );
}
