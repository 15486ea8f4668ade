import type { StandingOrder, StandingOrdersReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../../api/call.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, PageState, PATHS, Screen, StaleNotice, useSeenPress } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { actTexts, standingTexts as texts } from '../../../../texts/standing-order.ts';
import { Card, Footnote, Notice, Section, Skeleton } from '../../../../ui/index.ts';
import { ActSheet } from '../../components/act-sheet.tsx';
import { Guest } from '../../components/guest.tsx';
import { Offers } from '../../components/offers.tsx';
import { EndedOrder, OrderCard } from '../../components/order-card.tsx';
import { actBody, actOf, actStanding, stillStands, withOrder } from '../../order.acts.ts';
import type { Act, ActName } from '../../order.acts.ts';
import { endOf } from '../../submission.ts';
import type { Trouble } from '../../submission.ts';
import { useOrders } from '../../use-orders.ts';
import type { OrdersState } from '../../use-orders.ts';
import '../../standing-order.scss';

/** What runs by itself each month: the next run, what can be done to it, and what else can be signed. */
export default function OrdersPage() {
  const state = useOrders();
  const { query, dated } = state;
  return (
    <Screen title={texts.title} sensitive>
      <PageState query={query} skeleton={<><Skeleton shape="card" count={2} /><Skeleton shape="list" count={2} /></>} off={<Guest />}>
        {(reply) => (dated === null || dated.state === 'unknown' ? <FailureState kind="core-down" retry={query.reload} /> : <Orders state={state} reply={reply} orders={dated.value} asOf={dated.asOf} />)}
      </PageState>
    </Screen>
  );
}

interface OrdersProps {
  readonly state: OrdersState;
  readonly reply: StandingOrdersReply;
  readonly orders: readonly StandingOrder[];
  readonly asOf: string;
}

function Orders({ state, reply, orders, asOf }: OrdersProps) {
  const { query, dated, live } = state;
  const { asked, ask, done, press, identity, asking, yes } = useActs(state, orders);
  // What follows was told of the run as it stood: when that has moved on meanwhile, nothing is pressed under the old words.
  const moved = asked !== null && !press.sending && !stillStands(asked, orders);
  const open = moved ? null : asked;
  // It has moved on: whether it was done is to be seen here now.
  const told = moved && press.trouble?.kind === 'unsure' ? null : press.trouble;
  const order = orders.find(({ orderId }) => orderId === open?.orderId) ?? null;
  const alive = orders.filter((one) => one.state !== 'ended' || one.orderId === done?.orderId);
  const ended = orders.filter((one) => !alive.includes(one));
  return (
    <View className="a-stack">
      {dated?.state === 'stale' && query.state !== 'stale' ? <StaleNotice why="core-down" at={asOf} retry={query.reload} /> : null}
      {told === null && (press.changed || moved) ? <Notice tone="attention">{texts.changed}</Notice> : null}
      {open === null && press.sending ? <Notice tone="brand">{texts.working}</Notice> : null}
      {open === null && told !== null ? <Notice tone="attention">{told.text}</Notice> : null}
      {alive.length === 0 ? <Card title={texts.empty}><Text className="a-second">{texts.emptyText}</Text></Card> : null}
      {alive.map((one) => <OrderCard key={one.orderId} order={one} asOf={asOf} live={live} done={done?.orderId === one.orderId ? done.action : null} onAct={(action) => ask(actOf(one, action))} />)}
      {live || state.asking ? null : <Footnote>{texts.notLive}</Footnote>}
      <Offers offers={reply.offers} live={live} />
      {ended.length === 0 ? null : <Section title={texts.ended}>{ended.map((one) => <EndedOrder key={one.orderId} order={one} asOf={asOf} />)}</Section>}
      <Footnote centred>{`${texts.asOf(momentText(asOf))} · ${texts.footer}`}</Footnote>
      {order === null || open === null ? null : (
        <ActSheet order={order} action={open.action} identity={identity} asking={asking} fresh={press.fresh} unsent={press.unsent} sending={press.sending} trouble={press.trouble} onYes={yes} onClose={() => ask(null)} />
      )}
    </View>
  );
}

/** What is asked and done here, from the tap to the answer. */
function useActs({ query, live }: OrdersState, orders: readonly StandingOrder[]) {
  const [asked, ask] = useState<Act | null>(null);
  const [done, setDone] = useState<{ readonly orderId: string; readonly action: ActName } | null>(null);
  const { value: identity, state: known } = useQuery('showIdentity', {});
  const press = useSeenPress<Act, StandingOrder | undefined, Trouble>({
    endOf,
    what: 'standing-act',
    here: PATHS.standingOrders,
    identity,
    stands: (act, pressedAt) => actStanding(act, orders, live ? query.at : null, pressedAt),
    about: ({ orderId, action }) => {
      const kind = orders.find((one) => one.orderId === orderId)?.kind;
      return `${actTexts[action].button}${kind === undefined ? '' : texts.kind[kind]}`;
    },
    wishName: ({ orderId }) => `standing:${orderId}`,
    send: async ({ orderId, action, on }, key) => {
      if (action !== 'end') return call('changeStandingOrder', { params: { orderId }, body: actBody({ action, on }) }, { key, timeoutMs: 15_000 });
      await call('endStandingOrder', { params: { orderId } }, { key, timeoutMs: 15_000 });
      return undefined;
    },
    onDone: async ({ orderId, action }, reply, wish) => {
      // A skip asked twice is one; the others lead to a state, and that state may be wished again.
      if (action === 'skip') wish.settle();
      else wish.drop();
      if (query.value !== null) query.set(withOrder(query.value, orderId, (order) => reply ?? { ...order, state: 'ended', next: null }));
      setDone({ orderId, action });
      ask(null);
      await query.reload();
    },
    onTrouble: async ({ kind }) => {
      if (kind !== 'unsure') await query.reload();
    },
  });
  const open = (act: Act | null): void => {
    // What was said of the last press is not said of this one.
    press.hush();
    if (act !== null) setDone(null);
    ask(act);
  };
  return { asked, ask: open, done, press, identity, asking: known === 'loading', yes: () => (asked === null ? Promise.resolve() : press.press(asked)) };
}
