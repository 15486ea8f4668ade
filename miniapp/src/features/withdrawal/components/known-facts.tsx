import type { FormReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { formTexts } from '../../../texts/withdrawal.ts';
import { Card, Icon } from '../../../ui/index.ts';

/** What is already there, so that nobody types it twice. */
export function KnownFacts({ known }: { readonly known: FormReply['known'] }) {
  if (known.length === 0) return null;
  return (
    <Card title={formTexts.known}>
      {known.map((fact) => (
        <View key={fact.name} className="known">
          <Icon name="check" size={20} className="known__mark" />
          <View className="known__words">
            <View className="known__name">
              <Text className="known__what">{formTexts.knownNames[fact.name]}</Text>
              <Text className="known__source">{formTexts.source(fact.source)}</Text>
            </View>
            <Text className="known__text">{fact.text}</Text>
          </View>
        </View>
      ))}
    </Card>
  );
}
