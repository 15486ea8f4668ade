import type { RouteVerdict } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useSession } from '../../api/session.ts';
import { useQuery } from '../../api/use-query.ts';
import { easiestFirst, go, goSignIn, PATHS, StaleNotice } from '../../screen/index.ts';
import { momentText } from '../../texts/format.ts';
import { homeTexts } from '../../texts/home.ts';
import { routeTitle } from '../../texts/routes.ts';
import { servicesTexts } from '../../texts/services-tab.ts';
import { actionTexts, stateTexts } from '../../texts/states.ts';
import { Amount, Card, Icon, Notice, Row, Skeleton, Tag, Tap } from '../../ui/index.ts';

function Most({ fen }: { readonly fen: number }) {
  return (
    <View className="p-services__max">
      <Amount fen={fen} strong label={servicesTexts.nowMax} />
      <Text className="a-small">{servicesTexts.nowMax}</Text>
    </View>
  );
}

function PossibleRow({ verdict }: { readonly verdict: RouteVerdict }) {
  const title = routeTitle(verdict.route);
  const { questions = 0, uploads } = verdict;
  const needs = [...(questions === 0 ? [] : [servicesTexts.questions(questions)]), uploads === 0 ? servicesTexts.noUploads : servicesTexts.uploads(uploads)].join(' · ');
  if (verdict.runningCaseId !== undefined) {
    const caseId = verdict.runningCaseId;
    return <Row title={title} value={<Tag tone="info">{servicesTexts.running}</Tag>} onPress={() => go(PATHS.caseOf(caseId))} />;
  }
  return (
    <Row
      title={title}
      note={needs}
      tag={<Tag tone={verdict.decided === 'at-once' ? 'brand' : 'plain'}>{verdict.decided === 'at-once' ? servicesTexts.atOnce : servicesTexts.byClerk}</Tag>}
      // A maximum that hangs on what is still asked is not one that could not be had.
      {...(verdict.maxFen === null ? {} : { value: <Most fen={verdict.maxFen} /> })}
      onPress={() => go(PATHS.withdrawalForm(verdict.route))}
    />
  );
}

/** 现在可以办, for a person we know; all others read the guides below. */
export function NowPossible() {
  const { verified, ended } = useSession();
  const query = useQuery('listRoutes', {}, { enabled: verified, keepLast: true });
  if (ended) return <Notice action={{ text: actionTexts.signIn, onPress: goSignIn }}>{stateTexts['session-ended'].title}</Notice>;
  if (!verified || query.state === 'off') return null;
  if (query.state === 'loading') return <Skeleton shape="list" count={2} />;
  if (query.value === null) return query.why === 'not-bound' || query.why === 'session-ended' ? null : <StaleNotice why={query.why} at={null} retry={query.reload} />;
  const { routes } = query.value;
  if (routes.state === 'unknown') return <StaleNotice why="core-down" at={null} retry={query.reload} />;
  const now = easiestFirst(routes.value).filter((verdict) => verdict.servedBy === 'online' && (verdict.eligible || verdict.runningCaseId !== undefined));
  return (
    <>
      {query.state === 'stale' ? <StaleNotice why={query.why} at={query.at} retry={query.reload} /> : routes.state === 'stale' ? <StaleNotice why="core-down" at={routes.asOf} /> : null}
      <Card title={servicesTexts.nowTitle(now.length)} aside={homeTexts.asOf(momentText(routes.asOf))}>
        {now.length === 0 ? <Text className="a-text a-second">{servicesTexts.nowNone}</Text> : now.map((verdict) => <PossibleRow key={verdict.route} verdict={verdict} />)}
        <Tap className="a-link p-services__routes" onPress={() => go(PATHS.routes)}>
          <Text>{servicesTexts.nowMore}</Text>
          <Icon name="chevron" size={16} />
        </Tap>
      </Card>
    </>
  );
}
