import type { FormReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { formTexts } from '../../../texts/withdrawal.ts';
import { stepTexts } from '../../../texts/withdrawal-form.ts';
import { Card, Fold, Icon } from '../../../ui/index.ts';

/** What is already there, with where it comes from, so that nobody types it twice. */
export function KnownFacts({ known, open: first }: { readonly known: FormReply['known']; readonly open: boolean }) {
  const [toggled, setToggled] = useState<boolean | null>(null);
  const open = toggled ?? first;
  if (known.length === 0) return null;
  return (
    <Card className="known-card">
      <Fold head={<Text className="known__title">{stepTexts.known(known.length)}</Text>} open={open} onToggle={() => setToggled(!open)}>
        <View>
          {known.map((fact) => (
            <View key={fact.name} className="known">
              <Icon name="check" size={20} className="known__mark" />
              <View className="known__words">
                <View className="known__name">
                  <Text className="known__what">{formTexts.knownNames[fact.name] ?? fact.name}</Text>
                  <Text className="known__source">{formTexts.source(fact.source)}</Text>
                </View>
                <Text className="known__text">{fact.text}</Text>
              </View>
            </View>
          ))}
        </View>
      </Fold>
    </Card>
  );
}
