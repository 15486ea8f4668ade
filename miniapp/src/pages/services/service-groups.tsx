import type { CatalogueItem } from '@anju/shared/catalogue';
import { Text, View } from '@tarojs/components';
import { useSession } from '../../api/session.ts';
import { go, goRealName, goTab, PATHS } from '../../screen/index.ts';
import { groupTexts, servedTexts, servicesTexts } from '../../texts/services-tab.ts';
import { aria, Card, classNames, Row, Section, Tag, Tap } from '../../ui/index.ts';
import { GROUPS } from './search.ts';
import type { GroupChoice } from './search.ts';

/** Where an item is done; null: its guide says how. */
function pageOf(one: CatalogueItem): (() => void) | null {
  if (one.servedBy !== 'online') return null;
  if (one.route !== undefined) return () => go(PATHS.withdrawalForm(one.route ?? ''));
  switch (one.item) {
    case 'balance':
    case 'entries':
      return () => go(PATHS.accounts);
    case 'loan-details':
    case 'repayment-plan':
    case 'prepayment-quote':
    case 'prepayment':
      return () => go(PATHS.myLoan);
    case 'loan-pre-application':
      return () => go(PATHS.prequalification);
    case 'loan-signing':
      return () => go(PATHS.booking());
    case 'case-progress':
      return () => goTab(PATHS.progress);
    case 'loan-estimate':
      return () => go(PATHS.calculator);
    case 'real-name':
      return goRealName;
    default:
      return null;
  }
}

/** A guest reads the guide first; nobody meets a wall. */
const FOR_GUESTS: readonly string[] = ['loan-estimate', 'real-name'];

function ServiceRows({ items }: { readonly items: readonly CatalogueItem[] }) {
  const { verified } = useSession();
  return (
    <Card className="p-services__card">
      {items.map((one) => {
        const page = verified || FOR_GUESTS.includes(one.item) ? pageOf(one) : null;
        const served = servedTexts[one.servedBy];
        return (
          <Row
            key={one.item}
            title={one.title}
            value={<Tag tone={one.servedBy === 'online' ? 'brand' : 'plain'}>{served}</Tag>}
            label={`${one.title}，${served}`}
            onPress={page ?? (() => go(PATHS.guide(one.item)))}
          />
        );
      })}
    </Card>
  );
}

/** All services, by group; `flat` for what a search has found. */
export function ServiceGroups({ items, flat = false }: { readonly items: readonly CatalogueItem[]; readonly flat?: boolean }) {
  if (flat) return <ServiceRows items={items} />;
  return (
    <View className="a-stack">
      {GROUPS.map((group) => {
        const own = items.filter((one) => one.group === group);
        return own.length === 0 ? null : (
          <Section key={group} title={groupTexts[group]}>
            <ServiceRows items={own} />
          </Section>
        );
      })}
    </View>
  );
}

/** One group at a time, or all. */
export function GroupFilter({ value, onChange }: { readonly value: GroupChoice; onChange(group: GroupChoice): void }) {
  const choices: readonly GroupChoice[] = ['all', ...GROUPS];
  return (
    <View className="p-services__groups" {...aria({ role: 'tablist' })}>
      {choices.map((group) => (
        <Tap key={group} className={classNames('p-services__group', group === value && 'p-services__group--on')} role="tab" selected={group === value} onPress={() => onChange(group)}>
          <Text>{group === 'all' ? servicesTexts.all : groupTexts[group]}</Text>
        </Tap>
      ))}
    </View>
  );
}
