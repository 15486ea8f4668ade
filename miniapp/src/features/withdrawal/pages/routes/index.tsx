import type { RoutesReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, go, PageState, PATHS, Screen, StaleNotice } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { routesTexts } from '../../../../texts/withdrawal.ts';
import { reasonSentence } from '../../../../texts/withdrawal-reasons.ts';
import { Footnote, Notice, Skeleton } from '../../../../ui/index.ts';
import { FoldedRoutes, RouteList } from '../../components/route-list.tsx';
import { GuestRoutes } from '../../components/guest-routes.tsx';
import { groupRoutes } from '../../routes.groups.ts';
import '../../withdrawal.scss';

/** What this person may withdraw for: now, nearly, at the counter, not. */
export default function RoutesPage() {
  const { session, ended } = useSession();
  const guest = session === null && !ended;
  const query = useQuery('listRoutes', {}, { enabled: !guest, keepLast: true });
  return (
    <Screen title={routesTexts.title} sensitive>
      <PageState query={query} skeleton={<Skeleton shape="list" count={6} />} off={<GuestRoutes />}>
        {(reply) => <Routes reply={reply} retry={query.reload} />}
      </PageState>
    </Screen>
  );
}

function Routes({ reply, retry }: { readonly reply: RoutesReply; retry(): Promise<void> }) {
  const { routes } = reply;
  if (routes.state === 'unknown') return <FailureState kind="core-down" retry={retry} />;
  const groups = groupRoutes(routes.value);
  const running = groups.now.find((line) => line.kind === 'running');
  return (
    <View className="a-stack">
      {routes.state === 'stale' ? <StaleNotice why="core-down" at={routes.asOf} retry={retry} /> : null}
      <Text className="a-second">{routesTexts.lead(groups.onlineCount)}</Text>
      {groups.inTheWay.map((reason) => (
        <Notice
          key={reason.code}
          tone={reason.code === 'account-frozen' ? 'stop' : 'attention'}
          title={reason.code === 'account-frozen' ? routesTexts.frozenTitle : routesTexts.inTheWayTitle}
          {...(reason.code === 'case-running' && typeof running?.caseId === 'string' ? { action: { text: routesTexts.openCase, onPress: () => go(PATHS.caseOf(running.caseId ?? '')) } } : {})}
        >
          {reasonSentence(reason)}
        </Notice>
      ))}
      <RouteList title={routesTexts.now} lines={groups.now} />
      <RouteList title={groups.inTheWay.length > 0 ? routesTexts.later : routesTexts.soon} lines={groups.soon} />
      <FoldedRoutes title={`${routesTexts.counter}（${groups.counter.length}）`} lines={groups.counter} />
      <FoldedRoutes title={`${routesTexts.never}（${groups.never.length}）`} lines={groups.never} />
      <Footnote centred>{`${routesTexts.asOf(momentText(routes.asOf))} · ${routesTexts.footer}`}</Footnote>
    </View>
  );
}
