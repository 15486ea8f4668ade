import type { Account, StatementReply } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { now } from '../../../../api/api.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, go, goSignIn, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { statementTexts as texts } from '../../../../texts/statement.ts';
import { Button, ChoiceField, Empty, Footnote, Skeleton } from '../../../../ui/index.ts';
import { InterestCard } from '../../components/interest-card.tsx';
import { SumColumn } from '../../components/sum-column.tsx';
import { firstYear, fundYearsOf, statementAccount, yearLabel } from '../../statement.view.ts';
import '../../account.scss';

const waiting = <><Skeleton shape="card" count={1} /><Skeleton shape="list" count={3} /></>;

/** A fund year of one account as a sum; without an account in the address, of the one that comes first. */
export default function StatementPage() {
  const accountId = decodeURIComponent(useRouter().params['accountId'] ?? '');
  const { session, ended } = useSession();
  const accounts = useQuery('listAccounts', {}, { enabled: session !== null || ended, keepLast: true });
  const dated = accounts.value?.accounts;
  return (
    <Screen title={texts.title} sensitive>
      {dated === undefined ? (
        <PageState query={accounts} skeleton={waiting} off={<Empty drawing="ledger" title={texts.guestTitle} actions={[{ text: texts.guestAction, onPress: goSignIn }]} />}>
          {() => null}
        </PageState>
      ) : dated.state === 'unknown' ? (
        <FailureState kind="core-down" retry={accounts.reload} />
      ) : (
        <Chosen account={statementAccount(dated.value, accountId)} asked={accountId !== ''} retry={accounts.reload} />
      )}
    </Screen>
  );
}

function Chosen({ account, asked, retry }: { readonly account: Account | null; readonly asked: boolean; readonly retry: () => Promise<void> }) {
  if (account !== null) return <Years key={account.accountId} account={account} />;
  return asked ? <FailureState kind="not-found" retry={retry} /> : <Empty drawing="ledger" title={texts.emptyTitle} sentences={[texts.emptyText]} />;
}

function Years({ account: { accountId, openedOn } }: { readonly account: Account }) {
  const known = fundYearsOf(openedOn, chinaDateOf(now()));
  const [fundYear, setFundYear] = useState(() => firstYear(known));
  const query = useQuery('showStatement', { params: { accountId, fundYear } }, { keepLast: true });
  const years = query.value?.years ?? known;
  const choices = years.map((value) => ({ value, label: yearLabel(value), ...(value === known[0] ? { note: texts.running } : {}) }));
  return (
    <>
      <ChoiceField label={texts.yearLabel} look="sheet" choices={choices} value={fundYear} onChange={setFundYear} />
      <PageState query={query} skeleton={waiting}>{(reply) => <Statement accountId={accountId} reply={reply} />}</PageState>
    </>
  );
}

function Statement({ accountId, reply }: { readonly accountId: string; readonly reply: StatementReply }) {
  return (
    <>
      <SumColumn reply={reply} />
      <InterestCard reply={reply} />
      <Button kind="secondary" text={texts.entries} onPress={() => go(PATHS.entries(accountId))} />
      <Button kind="quiet" text={texts.history} onPress={() => go(PATHS.history(accountId))} />
      <Footnote centred>{texts.asOf(momentText(reply.asOf))}</Footnote>
      <Footnote centred>{texts.stamped}</Footnote>
    </>
  );
}
