import type { Account, AccountState } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, go, goSignIn, PageState, PATHS, Screen, StaleNotice } from '../../../../screen/index.ts';
import { accountTexts } from '../../../../texts/account.ts';
import { dayText, momentText, monthText } from '../../../../texts/format.ts';
import { Amount, Card, Empty, Facts, Footnote, From, Notice, Row, Skeleton, Tag } from '../../../../ui/index.ts';
import type { Tone } from '../../../../ui/index.ts';
import { ContributionBasis } from '../../components/contribution-basis.tsx';
import '../../account.scss';

const TONES: Readonly<Record<AccountState, Tone>> = { normal: 'brand', sealed: 'attention', merged: 'plain', 'transferred-out': 'plain', closed: 'plain', frozen: 'stop', other: 'plain' };
const OPEN: readonly AccountState[] = ['normal', 'sealed', 'frozen'];

/** Every account of the person, each with its own balance and state. */
export default function AccountsPage() {
  const { session, ended } = useSession();
  const query = useQuery('listAccounts', {}, { enabled: session !== null || ended, keepLast: true });
  return (
    <Screen title={accountTexts.accountsTitle} sensitive>
      <PageState query={query} skeleton={<Skeleton shape="card" count={2} />} off={<Empty drawing="door" title={accountTexts.guestTitle} actions={[{ text: accountTexts.guestAction, onPress: goSignIn }]} />}>
        {(reply) => {
          const { accounts } = reply;
          if (accounts.state === 'unknown') return <FailureState kind="core-down" retry={query.reload} />;
          return (
            <>
              {accounts.state === 'stale' ? <StaleNotice why="core-down" at={accounts.asOf} retry={query.reload} /> : null}
              {accounts.value.length === 0 ? <Empty drawing="ledger" title={accountTexts.emptyTitle} sentences={[accountTexts.emptyText]} /> : <Accounts accounts={accounts.value} asOf={accounts.asOf} />}
            </>
          );
        }}
      </PageState>
    </Screen>
  );
}

function Accounts({ accounts, asOf }: { readonly accounts: readonly Account[]; readonly asOf: string }) {
  const open = accounts.filter((account) => OPEN.includes(account.state));
  return (
    <View className="a-stack">
      {accounts.length > 1 ? <Text className="a-second">{accountTexts.accountsLead(accounts.length)}</Text> : null}
      {open.length > 1 ? (
        <Notice tone="info" title={accountTexts.mergeTitle} action={{ text: accountTexts.mergeAction, onPress: () => go(PATHS.guide('merge-accounts')) }}>{accountTexts.mergeText}</Notice>
      ) : null}
      {accounts.map((account) => <AccountCard key={account.accountId} account={account} asOf={asOf} />)}
      <Footnote centred>{accountTexts.asOf(momentText(asOf))}</Footnote>
    </View>
  );
}

function accountFacts(account: Account) {
  // Nothing is paid into a sealed account any more.
  const monthly = account.state === 'sealed' ? accountTexts.bothMonthlyBefore : accountTexts.bothMonthly;
  const amount = (label: string, fen: number) => ({ label, value: <Amount fen={fen} unit label={label} /> });
  return [
    { label: accountTexts.employer, value: account.employer ?? (account.state === 'normal' ? accountTexts.noEmployer : accountTexts.noEmployerNow) },
    ...(account.unitMonthlyFen === 0 ? [] : [amount(accountTexts.unitMonthly, account.unitMonthlyFen)]),
    amount(accountTexts.personMonthly, account.personMonthlyFen),
    ...(account.unitMonthlyFen === 0 ? [] : [amount(monthly, account.monthlyFen)]),
    amount(accountTexts.base, account.contributionBaseFen),
    { label: accountTexts.paidThrough, value: monthText(account.paidThrough) },
    { label: accountTexts.opened, value: dayText(account.openedOn, true) },
  ];
}

/** What the account leads on to. */
function Ways({ account: { accountId, numberTail } }: { readonly account: Account }) {
  const way = (title: string, note: string, url: string) => <Row title={title} note={note} label={[title, note, accountTexts.number(numberTail)].join('，')} onPress={() => go(url)} />;
  return (
    <View className="account-ways">
      {way(accountTexts.entries, accountTexts.entriesNote, PATHS.entries(accountId))}
      {way(accountTexts.statement, accountTexts.statementNote, PATHS.statement(accountId))}
      {way(accountTexts.history, accountTexts.historyNote, PATHS.history(accountId))}
    </View>
  );
}

function AccountCard({ account, asOf }: { readonly account: Account; readonly asOf: string }) {
  const since = account.stateSince === undefined ? '' : ` · ${accountTexts.since(dayText(account.stateSince, true))}`;
  return (
    <Card>
      <From source={`core@${asOf}`}>
        <View className="a-line">
          <Text className="a-second">{`${accountTexts.balance} · ${accountTexts.number(account.numberTail)}`}</Text>
          <Tag tone={TONES[account.state]}>{accountTexts.state[account.state]}</Tag>
        </View>
        <Amount fen={account.balanceFen} size="large" unit label={accountTexts.balance} />
        {account.state === 'normal' ? null : <Text className="account-state">{`${accountTexts.state[account.state]}${since}${account.stateReason === undefined ? '' : ` · ${account.stateReason}`}`}</Text>}
        <View className="fact-gap">
          <Facts items={accountFacts(account)} />
        </View>
      </From>
      {account.state === 'normal' ? <ContributionBasis account={account} asOf={asOf} /> : null}
      <Ways account={account} />
    </Card>
  );
}
