import type { HomeReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import type { Query } from '../../api/use-query.ts';
import { phone } from '../../platform/phone-call.ts';
import { CaseLine, go, goTab, PATHS, StaleNotice, useTheme } from '../../screen/index.ts';
import { homeTexts, taskSentence } from '../../texts/home.ts';
import { meTexts } from '../../texts/me-tab.ts';
import { routeTitle } from '../../texts/routes.ts';
import { Amount, Button, Card, Icon, Notice, Row, Tag, Tap, Tiles } from '../../ui/index.ts';
import { BalanceCard, leadingAccount } from './balance-card.tsx';

function RunningCases({ home }: { readonly home: HomeReply }) {
  if (home.runningCases.length === 0) return null;
  const all = (
    <Tap className="a-link a-link--inline" onPress={() => goTab(PATHS.progress)}>
      <Text>{homeTexts.all}</Text>
      <Icon name="chevron" size={16} />
    </Tap>
  );
  return (
    <Card title={homeTexts.running(home.runningCases.length)} aside={all}>
      <View className="a-cases">
        {home.runningCases.slice(0, 2).map((one) => (
          <CaseLine key={one.caseId} one={one} now={home.now} />
        ))}
      </View>
    </Card>
  );
}

function Suggestion({ suggestion }: { readonly suggestion: NonNullable<HomeReply['suggestion']> }) {
  return (
    <Card tone="attention" title={homeTexts.suggestion}>
      <View className="p-home__suggestion">
        <View className="p-home__offer">
          <Text className="a-second">{homeTexts.suggestionText(routeTitle(suggestion.route))}</Text>
          <View className="p-home__upto">
            <Text className="a-second">{homeTexts.upTo}</Text>
            <Amount fen={suggestion.maxFen} size="medium" unit label={homeTexts.upTo} />
          </View>
        </View>
        <Button text={homeTexts.suggestionAction} kind="attention" size="small" onPress={() => go(PATHS.withdrawalForm(suggestion.route))} />
      </View>
    </Card>
  );
}

/** In the elder version the header has no room for it: a line of its own, in large type. */
function ElderInbox({ unread }: { readonly unread: number }) {
  const said = unread > 0 ? meTexts.unread(unread) : meTexts.noUnread;
  return (
    <Card>
      <Row icon="bell" title={meTexts.inbox} label={`${meTexts.inbox}，${said}`} value={unread > 0 ? <Tag>{said}</Tag> : <Text className="a-second">{said}</Text>} onPress={() => go(PATHS.inbox)} />
    </Card>
  );
}

function Troubles({ home }: { readonly home: HomeReply }) {
  const account = home.accounts.state === 'unknown' ? null : leadingAccount(home.accounts.value);
  const loan = home.loan.state === 'unknown' ? null : home.loan.value;
  return (
    <>
      {account?.state === 'frozen' ? <Notice tone="stop" title={homeTexts.frozenTitle}>{homeTexts.frozen}</Notice> : null}
      {loan !== null && loan.overduePeriods > 0 ? <Notice tone="attention">{homeTexts.overdue(loan.overduePeriods)}</Notice> : null}
      {home.tasks.map((task) => (
        <Notice key={task.code} tone="attention">{taskSentence(task.code)}</Notice>
      ))}
    </>
  );
}

function Entries({ home }: { readonly home: HomeReply }) {
  const { elder } = useTheme();
  const account = home.accounts.state === 'unknown' ? null : leadingAccount(home.accounts.value);
  const entries = (): void => go(account === null ? PATHS.accounts : PATHS.entries(account.accountId));
  const withdraw = { key: 'withdraw', icon: 'withdraw' as const, text: elder ? homeTexts.elderWithdraw : homeTexts.withdraw, onPress: () => go(PATHS.routes) };
  const book = { key: 'entries', icon: 'entries' as const, text: elder ? homeTexts.elderEntries : homeTexts.entries, onPress: entries };
  const calculator = { key: 'calculator', icon: 'calculator' as const, text: homeTexts.calculator, onPress: () => go(PATHS.calculator) };
  const statement = { key: 'statement', icon: 'statement' as const, text: homeTexts.statement, onPress: () => go(PATHS.statement(account?.accountId)) };
  const loan = { key: 'loan', icon: 'card' as const, text: homeTexts.elderLoan, onPress: () => go(PATHS.myLoan) };
  return <Card><Tiles items={elder ? [withdraw, book, loan] : [withdraw, calculator, book, statement]} /></Card>;
}

/** The home of a person we know: the fact first, then what can be done. */
export function VerifiedHome({ home, query }: { readonly home: HomeReply; readonly query: Query<HomeReply> }) {
  const { elder } = useTheme();
  const coreTime = home.accounts.state === 'unknown' ? null : home.accounts.asOf;
  return (
    <>
      {query.state === 'stale' ? <StaleNotice why={query.why} at={query.at} retry={query.reload} /> : home.core === 'down' && home.accounts.state !== 'unknown' ? <StaleNotice why="core-down" at={coreTime} /> : null}
      <BalanceCard home={home} />
      {elder ? <ElderInbox unread={home.unread} /> : null}
      <Troubles home={home} />
      {home.suggestion === null ? null : <Suggestion suggestion={home.suggestion} />}
      <RunningCases home={home} />
      <Entries home={home} />
      {elder ? <Button text={homeTexts.elderPhone} kind="attention" onPress={() => phone('12329')} /> : null}
    </>
  );
}
