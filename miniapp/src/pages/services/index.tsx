import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { phone } from '../../platform/phone-call.ts';
import { Screen } from '../../screen/index.ts';
import { servicesTexts } from '../../texts/services-tab.ts';
import { Empty, Footnote, Icon, Section, Tap, TextField } from '../../ui/index.ts';
import { homeTexts } from '../../texts/home.ts';
import { GroupFilter, ServiceGroups } from './service-groups.tsx';
import { foundItems } from './search.ts';
import type { GroupChoice } from './search.ts';
import { NowPossible } from './now-possible.tsx';
import './index.scss';

function Results({ wanted, group }: { readonly wanted: string; readonly group: GroupChoice }) {
  const items = foundItems(wanted, group);
  if (items.length === 0) {
    return <Empty drawing="lens" title={servicesTexts.nothing} sentences={servicesTexts.nothingWhy} actions={[{ text: servicesTexts.call, onPress: () => phone('12329'), kind: 'secondary' }]} />;
  }
  if (wanted === '') return <ServiceGroups items={items} />;
  return (
    <Section title={servicesTexts.found(items.length)}>
      <ServiceGroups items={items} flat />
    </Section>
  );
}

/** 办理: what can be done now, and all 46 things an employee comes for, with search. */
export default function ServicesPage() {
  const [wanted, setWanted] = useState('');
  const [group, setGroup] = useState<GroupChoice>('all');
  const clear = (
    <Tap className="p-services__clear" label={servicesTexts.clear} onPress={() => setWanted('')}>
      <Icon name="close" size={20} />
    </Tap>
  );
  return (
    <Screen title={servicesTexts.title} tab sensitive>
      <View className="p-services__search">
        <Icon name="search" size={20} className="p-services__lens" />
        <TextField label={servicesTexts.search} kind="search" value={wanted} onChange={setWanted} placeholder={servicesTexts.placeholder} maxLength={20} {...(wanted === '' ? {} : { action: clear })} />
      </View>
      {wanted === '' ? <NowPossible /> : null}
      {wanted === '' ? <GroupFilter value={group} onChange={setGroup} /> : null}
      <Results wanted={wanted.trim()} group={wanted === '' ? group : 'all'} />
      <Footnote centred><Text>{homeTexts.footer}</Text></Footnote>
    </Screen>
  );
}
