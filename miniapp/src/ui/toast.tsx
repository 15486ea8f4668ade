import { Text, View } from '@tarojs/components';
import { aria } from './aria.ts';

/** One short sentence that goes by itself; nothing that must be read stands here. */
export function Toast({ text }: { readonly text: string | null }) {
  return (
    <View className="a-toast" {...aria({ role: 'status', live: 'polite' })}>
      {text === null ? null : <Text className="a-toast__text">{text}</Text>}
    </View>
  );
}
