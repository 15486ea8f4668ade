import type { EntryKind } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { now } from '../../../../api/api.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { go, goSignIn, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { accountTexts, entriesTexts } from '../../../../texts/account.ts';
import { aria, Card, ChoiceField, classNames, Empty, Row, Skeleton, Tap } from '../../../../ui/index.ts';
import { EntryList } from '../../components/entry-list.tsx';
import { yearsToChoose } from '../../entries.months.ts';
import '../../account.scss';

type KindChoice = 'all' | EntryKind;
const KINDS: readonly KindChoice[] = ['all', 'contribution', 'withdrawal', 'interest', 'transfer'];
const kindWord = (kind: KindChoice): string => (kind === 'all' ? entriesTexts.all : entriesTexts.kind[kind]);

function useOpenedOn(accountId: string, enabled: boolean): string | undefined {
  const accounts = useQuery('listAccounts', {}, { enabled, keepLast: true }).value?.accounts;
  return accounts === undefined || accounts.state === 'unknown' ? undefined : accounts.value.find((account) => account.accountId === accountId)?.openedOn;
}

/** The ledger of one account, a year at a time. */
export default function EntriesPage() {
  const accountId = decodeURIComponent(useRouter().params['accountId'] ?? '');
  const { session, ended } = useSession();
  const enabled = session !== null || ended;
  const today = chinaDateOf(now());
  const [year, setYear] = useState(today.slice(0, 4));
  const [kind, setKind] = useState<KindChoice>('all');
  const input = { params: { accountId }, query: { year, ...(kind === 'all' ? {} : { kind }) } };
  const query = useQuery('listEntries', input, { enabled, keepLast: true });
  const years = yearsToChoose(today, useOpenedOn(accountId, enabled));
  return (
    <Screen title={entriesTexts.title} sensitive>
      {enabled ? (
        <>
          <ChoiceField label={entriesTexts.yearLabel} look="sheet" choices={years.map((value) => ({ value, label: entriesTexts.year(value) }))} value={year} onChange={setYear} />
          <Kinds kind={kind} onChange={setKind} />
          <Card><Row title={accountTexts.history} note={accountTexts.historyNote} onPress={() => go(PATHS.history(accountId))} /></Card>
        </>
      ) : null}
      <PageState
        query={query}
        skeleton={<Skeleton shape="list" count={6} />}
        off={<Empty drawing="ledger" title={entriesTexts.guestTitle} actions={[{ text: entriesTexts.guestAction, onPress: goSignIn }]} />}
        empty={{ when: query.value?.items.length === 0, drawing: 'ledger', title: entriesTexts.emptyTitle, sentences: [entriesTexts.emptyText], ...(kind === 'all' ? {} : { actions: [{ text: entriesTexts.emptyAction, onPress: () => setKind('all'), kind: 'secondary' as const }] }) }}
      >
        {(reply) => <EntryList key={`${accountId}${year}${kind}`} reply={reply} input={input} year={year} />}
      </PageState>
    </Screen>
  );
}

function Kinds({ kind, onChange }: { readonly kind: KindChoice; onChange(kind: KindChoice): void }) {
  return (
    <View className="entry-kinds" {...aria({ role: 'tablist', label: entriesTexts.kindLabel })}>
      {KINDS.map((one) => (
        <Tap key={one} className={classNames('entry-kinds__one', one === kind && 'entry-kinds__one--on')} role="tab" selected={one === kind} onPress={() => onChange(one)}>
          <Text>{kindWord(one)}</Text>
        </Tap>
      ))}
    </View>
  );
}
