import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { Tap } from './tap.tsx';
import type { Press } from './use-guard.ts';

export interface RowProps {
  readonly title: string;
  /** Under the title: what it means. */
  readonly note?: ReactNode;
  /** At the right: a figure, a word, a tag. */
  readonly value?: ReactNode;
  /** Beside the title. */
  readonly tag?: ReactNode;
  readonly icon?: IconName;
  /** Not possible now: secondary ink, still readable. */
  readonly muted?: boolean;
  readonly onPress?: Press;
  readonly label?: string;
}

/** One line of a list: what, what it means, how much. With `onPress` it leads on and shows so. */
export function Row({ title, note, value, tag, icon, muted = false, onPress, label }: RowProps) {
  const inside = (
    <>
      {icon === undefined ? null : <View className="a-row__icon"><Icon name={icon} /></View>}
      <View className="a-row__main">
        <View className="a-row__line">
          <Text className="a-row__title">{title}</Text>
          {tag ?? null}
        </View>
        {note === undefined || note === null ? null : typeof note === 'string' ? <Text className="a-row__note">{note}</Text> : <View className="a-row__note">{note}</View>}
      </View>
      {value === undefined || value === null ? null : typeof value === 'string' ? <Text className="a-row__value">{value}</Text> : <View className="a-row__value">{value}</View>}
      {onPress === undefined ? null : <Icon name="chevron" size={16} className="a-row__chevron" />}
    </>
  );
  const look = classNames('a-row', muted && 'a-row--muted');
  if (onPress === undefined) return <View className={look}>{inside}</View>;
  return (
    <Tap className={look} onPress={onPress} {...(label === undefined ? {} : { label })}>
      {inside}
    </Tap>
  );
}

export interface FactsProps {
  readonly items: readonly { readonly label: string; readonly value: ReactNode; readonly note?: string }[];
}

/** Label and value, line by line, as on the confirm page. */
export function Facts({ items }: FactsProps) {
  return (
    <View className="a-facts">
      {items.map((item) => (
        <View key={item.label} className="a-facts__line">
          <Text className="a-facts__label">{item.label}</Text>
          <View className="a-facts__value">
            {typeof item.value === 'string' ? <Text>{item.value}</Text> : item.value}
            {item.note === undefined ? null : <Text className="a-facts__note">{item.note}</Text>}
          </View>
        </View>
      ))}
    </View>
  );
}
