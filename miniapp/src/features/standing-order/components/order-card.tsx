import type { StandingOrder } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { go, PATHS } from '../../../screen/index.ts';
import { dayText } from '../../../texts/format.ts';
import { actTexts, signTexts, standingTexts as texts } from '../../../texts/standing-order.ts';
import { Button, Card, Facts, From, Notice, Tag } from '../../../ui/index.ts';
import { actsOf } from '../order.acts.ts';
import type { ActName } from '../order.acts.ts';
import { NextRun } from './next-run.tsx';
import { OrderRuns } from './order-runs.tsx';

const TONES = { running: 'brand', paused: 'attention', ended: 'plain' } as const;

interface OrderCardProps {
  readonly order: StandingOrder;
  readonly asOf: string;
  /** Only what was just heard of the core is changed. */
  readonly live: boolean;
  /** What was just done to it. */
  readonly done: ActName | null;
  onAct(action: ActName): void;
}

/** One order: its next run, what it is, what was done, and what can be done to it. */
export function OrderCard({ order, asOf, live, done, onAct }: OrderCardProps) {
  const { kind, state } = order;
  return (
    <From source={`core@${asOf}`}>
      <Card title={texts.kind[kind]} aside={<Tag tone={TONES[state]}>{texts.state[state]}</Tag>}>
        {done === null ? null : <View className="order__done"><Notice tone="brand" icon="check">{actTexts[done].done}</Notice></View>}
        <NextRun order={order} asOf={asOf} />
        <Facts items={factsOf(order)} />
        {live && state !== 'ended' ? <Acts order={order} onAct={onAct} /> : null}
        <OrderRuns order={order} asOf={asOf} />
      </Card>
    </From>
  );
}

function Acts({ order, onAct }: Pick<OrderCardProps, 'order' | 'onAct'>) {
  const acts = actsOf(order);
  const end = acts.includes('end');
  return (
    <View className="order__acts">
      {acts.filter((one) => one !== 'end').map((one) => <Button key={one} kind="secondary" size="small" text={actTexts[one].button} onPress={() => onAct(one)} />)}
      {order.kind === 'offset' ? null : <Button kind="secondary" size="small" text={signTexts.changeTitle} onPress={() => go(PATHS.standingChange(order.orderId))} />}
      {end ? <Button kind="danger" size="small" text={actTexts.end.button} onPress={() => onAct('end')} /> : null}
    </View>
  );
}

function factsOf({ kind, day, card, signedOn }: StandingOrder) {
  return [
    { label: texts.when, value: day === null ? texts.on.offset : texts.on.other(day) },
    ...(kind === 'offset' ? [] : [{ label: texts.card, value: card === null ? texts.cardUnknown : texts.ownCard(card.bank, card.tail) }]),
    { label: texts.signedOn, value: dayText(signedOn, true) },
  ];
}

/** An order that has ended: its name, its day, its runs. */
export function EndedOrder({ order, asOf }: { readonly order: StandingOrder; readonly asOf: string }) {
  return (
    <From source={`core@${asOf}`}>
      <Card title={texts.kind[order.kind]} aside={<Tag tone="plain">{texts.state.ended}</Tag>}>
        <Text className="a-second">{`${texts.signedOn} ${dayText(order.signedOn, true)}`}</Text>
        {order.runs.length === 0 ? null : <OrderRuns order={order} asOf={asOf} />}
      </Card>
    </From>
  );
}
