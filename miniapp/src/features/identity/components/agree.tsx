import { Text, View } from '@tarojs/components';
import { go, PATHS } from '../../../screen/index.ts';
import { realNameTexts } from '../../../texts/identity.ts';
import { Icon, Tap } from '../../../ui/index.ts';

/** The tick that says: I have read this and agree. */
export function Agree({ on, error, onChange }: { readonly on: boolean; readonly error: string | undefined; onChange(on: boolean): void }) {
  return (
    <View>
      <View className="agree">
        <Tap className="agree__tap" role="checkbox" checked={on} label={`${realNameTexts.consent}${realNameTexts.consentLink}`} onPress={() => onChange(!on)}>
          <View className={on ? 'agree__box agree__box--on' : 'agree__box'}>{on ? <Icon name="check" size={16} /> : null}</View>
          <Text>{realNameTexts.consent}</Text>
        </Tap>
        <Tap className="a-link a-link--inline" onPress={() => go(PATHS.privacy)}><Text>{realNameTexts.consentLink}</Text></Tap>
      </View>
      {error === undefined ? null : <Text className="agree__error">{error}</Text>}
    </View>
  );
}
