import { Text, View } from '@tarojs/components';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { Tap } from './tap.tsx';
import type { Press } from './use-guard.ts';

export interface TilesProps {
  readonly items: readonly { readonly key: string; readonly icon: IconName; readonly text: string; readonly onPress: Press }[];
}

/** Four ways on, side by side; in the elder version one below the other. */
export function Tiles({ items }: TilesProps) {
  return (
    <View className="a-tiles">
      {items.map((item) => (
        <Tap key={item.key} className="a-tiles__one" label={item.text} onPress={item.onPress}>
          <View className="a-tiles__icon"><Icon name={item.icon} /></View>
          <Text className="a-tiles__text">{item.text}</Text>
          <Icon name="chevron" size={20} className="a-tiles__chevron" />
        </Tap>
      ))}
    </View>
  );
}
