import type { Account, HomeReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { go, PATHS, useTheme } from '../../screen/index.ts';
import { dayOfYear, momentText, monthText, yuanText } from '../../texts/format.ts';
import { accountStateText, homeTexts } from '../../texts/home.ts';
import { Amount, Card, Icon, Masked, Tap, useEye } from '../../ui/index.ts';

/** The account the card shows: the first in order, else the first there is. */
export function leadingAccount(accounts: readonly Account[]): Account | null {
  return accounts.find((account) => account.state === 'normal') ?? accounts.find((account) => account.state === 'sealed' || account.state === 'frozen') ?? accounts[0] ?? null;
}

function EyeSwitch() {
  const eye = useEye();
  const word = eye.open ? homeTexts.hide : homeTexts.show;
  return (
    <Tap className="p-home__eye" label={word} onPress={eye.toggle}>
      <Icon name={eye.open ? 'eye' : 'eye-off'} size={20} />
      <Text>{word}</Text>
    </Tap>
  );
}

/** Nothing is paid into a sealed account any more: the amount is what it was. */
const monthlyLabel = (account: Account): string => (account.state === 'sealed' ? homeTexts.monthlyBefore : homeTexts.monthly);

function Figures({ home, account }: { readonly home: HomeReply; readonly account: Account }) {
  const last = home.lastContribution.state === 'unknown' ? undefined : home.lastContribution.value;
  const loan = home.loan.state === 'unknown' ? undefined : home.loan.value;
  return (
    <View className="p-home__figures">
      <View>
        <Text className="a-small">{monthlyLabel(account)}</Text>
        <Amount fen={account.monthlyFen} label={monthlyLabel(account)} />
      </View>
      <View>
        <Text className="a-small">{homeTexts.lastContribution}</Text>
        <Text className="a-figure">{last === undefined ? homeTexts.unknown : last === null ? homeTexts.none : dayOfYear(last.bookedOn, home.now)}</Text>
      </View>
      {loan === null ? null : (
        <View>
          <Text className="a-small">{homeTexts.loanBalance}</Text>
          <Amount fen={loan === undefined ? null : loan.balanceFen} label={homeTexts.loanBalance} />
        </View>
      )}
    </View>
  );
}

/** The balance with its time; unknown is said in words, never as 0. */
export function BalanceCard({ home }: { readonly home: HomeReply }) {
  const { elder } = useTheme();
  const eye = useEye();
  const accounts = home.accounts.state === 'unknown' ? null : home.accounts.value;
  const account = accounts === null ? null : leadingAccount(accounts);
  const asOf = home.accounts.state === 'unknown' ? null : home.accounts.asOf;
  const others = accounts === null ? 0 : Math.max(0, accounts.length - 1);
  return (
    <Card tone="balance" className="p-home__balance">
      <View className="a-line p-home__who">
        <View className="a-second">
          <Masked text={home.person.name} />
          {account === null ? null : <Text>{` · ${accountStateText(account.state, account.stateSince)}`}</Text>}
        </View>
        <EyeSwitch />
      </View>
      <Text className="a-second">{account === null && accounts !== null ? homeTexts.noAccount : homeTexts.balance}</Text>
      <View>
        {account === null && accounts !== null ? <Text className="a-text">{homeTexts.noAccountWhy}</Text> : <Amount fen={account?.balanceFen ?? null} size="hero" label={homeTexts.balanceSaid} />}
      </View>
      <View className="a-line p-home__times">
        <Text className="a-small">{asOf === null ? homeTexts.unknownWhy : homeTexts.asOf(momentText(asOf, home.now))}</Text>
        {account === null ? null : <Text className="a-small">{homeTexts.paidThrough(monthText(account.paidThrough))}</Text>}
      </View>
      {account === null ? null : elder ? <Text className="a-second">{homeTexts.elderMonthly(monthlyLabel(account), eye.open ? yuanText(account.monthlyFen) : '******')}</Text> : <Figures home={home} account={account} />}
      {others === 0 ? null : (
        <Tap className="p-home__others" onPress={() => go(PATHS.accounts)}>
          <Text>{homeTexts.more(others)}</Text>
          <Icon name="chevron" size={16} />
        </Tap>
      )}
    </Card>
  );
}
