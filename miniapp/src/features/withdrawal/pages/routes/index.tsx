import type { Reason, RoutesReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { device, keeper } from '../../../../api/api.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { phone } from '../../../../platform/phone-call.ts';
import { FailureState, go, PageState, Screen, StaleNotice } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { routesTexts } from '../../../../texts/withdrawal.ts';
import { reasonSentence } from '../../../../texts/withdrawal-reasons.ts';
import { Footnote, Notice, Skeleton } from '../../../../ui/index.ts';
import { BegunList } from '../../components/begun-list.tsx';
import { FoldedRoutes, RouteList } from '../../components/route-list.tsx';
import { GuestRoutes } from '../../components/guest-routes.tsx';
import { begunLines } from '../../drafts.list.ts';
import { groupRoutes } from '../../routes.groups.ts';
import { draftName } from '../../use-draft.ts';
import { wayOutOf } from '../../way-out.ts';
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
  const begun = begunLines(routes.value, reply.drafts ?? [], device, (route) => draftName(keeper.personKey, route));
  return (
    <View className="a-stack">
      {routes.state === 'stale' ? <StaleNotice why="core-down" at={routes.asOf} retry={retry} /> : null}
      <Text className="a-second">{routesTexts.lead(groups.onlineCount)}</Text>
      {groups.inTheWay.map((reason) => <InTheWay key={reason.code} reason={reason} {...(typeof running?.caseId === 'string' ? { caseId: running.caseId } : {})} />)}
      <BegunList lines={begun} />
      <RouteList title={routesTexts.now} lines={groups.now} />
      <RouteList title={groups.inTheWay.length > 0 ? routesTexts.later : routesTexts.soon} lines={groups.soon} />
      <FoldedRoutes title={`${routesTexts.counter}（${groups.counter.length}）`} lines={groups.counter} />
      <FoldedRoutes title={`${routesTexts.never}（${groups.never.length}）`} lines={groups.never} />
      <Footnote centred>{`${routesTexts.asOf(momentText(routes.asOf))} · ${routesTexts.footer}`}</Footnote>
    </View>
  );
}

/** What stands before every form: said once, with its way out. */
function InTheWay({ reason, caseId }: { readonly reason: Reason; readonly caseId?: string }) {
  const way = wayOutOf(reason, caseId);
  const frozen = reason.code === 'account-frozen';
  return (
    <Notice
      tone={frozen ? 'stop' : 'attention'}
      title={frozen ? routesTexts.frozenTitle : routesTexts.inTheWayTitle}
      {...(way === null ? {} : { action: { text: way.text, onPress: () => (way.url === null ? phone('12329') : go(way.url)) } })}
    >
      {reasonSentence(reason)}
    </Notice>
  );
}
