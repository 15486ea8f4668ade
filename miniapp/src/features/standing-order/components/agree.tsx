import { Text, View } from '@tarojs/components';
import { signTexts as texts } from '../../../texts/standing-order.ts';
import { aria, Card, Icon, Tap } from '../../../ui/index.ts';

/** The one tick without which nothing is signed. */
export function Agree({ text, ticked, fault, onTick }: { readonly text: string; readonly ticked: boolean; readonly fault: boolean; onTick(on: boolean): void }) {
  return (
    <Card>
      <Tap className="agree-line" role="checkbox" checked={ticked} label={text} onPress={() => onTick(!ticked)}>
        <View className={ticked ? 'agree-line__box agree-line__box--on' : 'agree-line__box'}>{ticked ? <Icon name="check" size={16} /> : null}</View>
        <Text className="agree-line__text">{text}</Text>
      </Tap>
      {fault ? <View className="agree-line__fault" {...aria({ role: 'alert', live: 'polite' })}><Icon name="attention" size={16} /><Text>{texts.unticked}</Text></View> : null}
    </Card>
  );
}
