import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useQuery } from '../../../api/use-query.ts';
import { calculatorTexts, centreTexts } from '../../../texts/loan-calculator.ts';
import { ChoiceField, Icon, Notice, Sheet, Tap } from '../../../ui/index.ts';
import { policies } from '../policies.ts';
import type { CalculatorState } from '../use-calculator.ts';

interface City {
  readonly centre: string;
  readonly city: string;
}

/** Every centre there is: as the service lists them; without it, those whose rules are on the phone. */
export function useCities(): { readonly cities: readonly City[]; readonly complete: boolean } {
  const query = useQuery('listCentres', {}, { keepLast: true });
  const here: readonly City[] = policies.store.here();
  const listed = query.value?.items ?? [];
  const others = listed.filter(({ centre }) => centre !== policies.ownCentre);
  return listed.length === 0 ? { cities: here, complete: query.state === 'loading' } : { cities: [...here.filter(({ centre }) => centre === policies.ownCentre), ...others], complete: true };
}

export const cityName = (cities: readonly City[], centre: string): string => policies.store.packOf(centre)?.city ?? cities.find((one) => one.centre === centre)?.city ?? centreTexts.someCity;

/** Which city's rules count, in the header of the page. */
export function CentreChoice({ state, cities, complete }: { readonly state: CalculatorState; readonly cities: readonly City[]; readonly complete: boolean }) {
  const [open, setOpen] = useState(false);
  const city = cityName(cities, state.form.centre);
  const choices = cities.map((one) => ({ value: one.centre, label: one.city }));
  return (
    <>
      <Tap className="centre" onPress={() => setOpen(true)}>
        <Icon name="pin" size={20} />
        <Text className="centre__city">{city}</Text>
        <Text className="centre__change">{centreTexts.change}</Text>
      </Tap>
      <Sheet open={open} title={centreTexts.choose} onClose={() => setOpen(false)}>
        {complete ? null : <View className="centre__few"><Notice tone="info">{centreTexts.listOffline}</Notice></View>}
        <View className="centre__all">
          <ChoiceField
            label={centreTexts.choose}
            choices={choices}
            value={state.form.centre}
            onChange={(centre) => {
              setOpen(false);
              state.choose(centre);
            }}
          />
        </View>
      </Sheet>
    </>
  );
}

/** The chosen city's rules are not here and cannot be fetched: which ones are, and again. */
export function NoRules({ state, city }: { readonly state: CalculatorState; readonly city: string }) {
  const { policy } = state;
  if (policy.kind !== 'missing') return null;
  const have = policies.store.here().map((pack) => pack.city).join('、');
  return (
    <Notice tone="attention" action={{ text: calculatorTexts.again, onPress: state.again }}>
      {policy.why === 'offline' || policy.why === 'timeout' ? centreTexts.offline(city, have) : centreTexts.refused(city, have)}
    </Notice>
  );
}
