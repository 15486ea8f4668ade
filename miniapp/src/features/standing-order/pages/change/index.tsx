import type { BankCard, IdentityReply, StandingOrder, StandingOrderChangeBody } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/call.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, goReplace, nextStepText, PageState, PATHS, Screen, useSeenPress } from '../../../../screen/index.ts';
import { signTexts as texts, standingTexts } from '../../../../texts/standing-order.ts';
import { Button, Card, Footnote, From, Notice, Skeleton } from '../../../../ui/index.ts';
import { CardField } from '../../components/card-field.tsx';
import { DayField } from '../../components/day-field.tsx';
import { Gone } from '../../components/gone.tsx';
import { Guest } from '../../components/guest.tsx';
import { NextRun } from '../../components/next-run.tsx';
import { changeBody, withOrder } from '../../order.acts.ts';
import { endOf } from '../../submission.ts';
import type { Trouble } from '../../submission.ts';
import { useOrders } from '../../use-orders.ts';
import type { OrdersState } from '../../use-orders.ts';
import '../../standing-order.scss';

/** Another card or another day for what runs each month. */
export default function ChangePage() {
  const orderId = decodeURIComponent(useRouter().params['orderId'] ?? '');
  const state = useOrders();
  const { query, dated } = state;
  const order = dated === null || dated.state === 'unknown' ? null : (dated.value.find((one) => one.orderId === orderId && one.state !== 'ended' && one.kind !== 'offset') ?? null);
  if (order !== null && query.value !== null && dated?.state === 'fresh') return <ChangeForm order={order} cards={query.value.cards.filter(({ usable }) => usable)} asOf={dated.asOf} state={state} />;
  return (
    <Screen title={texts.changeTitle} sensitive>
      <PageState query={query} skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="form" count={2} /></>} off={<Guest />}>
        {() => (dated?.state === 'fresh' ? <Gone /> : <FailureState kind="core-down" retry={query.reload} />)}
      </PageState>
    </Screen>
  );
}

interface ChangeFormProps {
  readonly order: StandingOrder;
  readonly cards: readonly BankCard[];
  readonly asOf: string;
  readonly state: OrdersState;
}

function ChangeForm({ order, cards, asOf, state }: ChangeFormProps) {
  const { value: identity, state: known } = useQuery('showIdentity', {});
  const { press, done } = useChange(order, cards, state, identity);
  const [chosen, chooseCard] = useState<string | null>(press.waiting?.bankCardId ?? null);
  const [day, setDay] = useState<number | null>(press.waiting?.day ?? null);
  const body = changeBody(order, chosen, day);
  const own = order.card?.bankCardId;
  const card = chosen ?? (cards.some(({ bankCardId }) => bankCardId === own) ? (own ?? null) : null);
  const send = async (): Promise<void> => {
    if (body !== null) await press.press(body);
  };
  const foot = done && body === null ? <Button text={texts.toOrders} onPress={() => goReplace(PATHS.standingOrders)} /> : (
    <View className="standing-foot">
      <Button text={texts.changeButton} loading={press.sending} loadingText={standingTexts.working} disabled={known === 'loading' || body === null} onPress={send} />
      <Text className="standing-foot__next">{body === null ? texts.nothingNew : nextStepText(identity, press.fresh, press.unsent)}</Text>
    </View>
  );
  return (
    <Screen title={texts.changeTitle} sensitive foot={foot}>
      {done ? <Notice tone="brand" icon="check">{texts.changedDone}</Notice> : null}
      {press.changed ? <Notice tone="attention">{standingTexts.changed}</Notice> : null}
      {press.trouble === null ? null : <Notice tone="attention">{press.trouble.text}</Notice>}
      <From source={`core@${asOf}`}>
        <Card title={standingTexts.kind[order.kind]} aside={standingTexts.next}><NextRun order={order} asOf={asOf} /></Card>
      </From>
      <Card>
        <CardField cards={cards} chosen={card} onChange={chooseCard} />
        <DayField day={day ?? order.day} onChange={setDay} />
      </Card>
      <Footnote>{texts.changeLead}</Footnote>
    </Screen>
  );
}

function useChange({ orderId, kind }: StandingOrder, cards: readonly BankCard[], { query }: OrdersState, identity: IdentityReply | null) {
  const [done, setDone] = useState(false);
  const press = useSeenPress<StandingOrderChangeBody, StandingOrder, Trouble>({
    endOf,
    what: `standing-change:${orderId}`,
    here: PATHS.standingChange(orderId),
    identity,
    stands: ({ bankCardId }) => (bankCardId === undefined || cards.some((card) => card.bankCardId === bankCardId) ? 'yes' : 'gone'),
    about: () => `${standingTexts.kind[kind]}：${texts.changeTitle}`,
    wishName: () => `standing:${orderId}`,
    send: (body, key) => call('changeStandingOrder', { params: { orderId }, body }, { key, timeoutMs: 15_000 }),
    onDone: (_body, reply, wish) => {
      // The same change may be wished again after another one.
      wish.drop();
      if (query.value !== null) query.set(withOrder(query.value, orderId, () => reply));
      setDone(true);
    },
    onTrouble: async (trouble) => {
      if (trouble.kind === 'changed') await query.reload();
    },
  });
  return { press, done };
}
