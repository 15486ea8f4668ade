import type { StandingOrder, StandingOrderKind, StandingOrdersReply } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { keeper } from '../../../../api/api.ts';
import { wishOf } from '../../../../api/use-wish.ts';
import { FailureState, go, goReplace, goTab, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { signTexts as texts, standingTexts } from '../../../../texts/standing-order.ts';
import { resultTexts } from '../../../../texts/withdrawal.ts';
import { Button, Card, Empty, Skeleton } from '../../../../ui/index.ts';
import { Guest } from '../../components/guest.tsx';
import { reasonLines } from '../../components/offers.tsx';
import { Signed } from '../../components/signed.tsx';
import { SignForm, signWish } from '../../components/sign-form.tsx';
import { kindFrom } from '../../order.acts.ts';
import { useOrders } from '../../use-orders.ts';
import '../../standing-order.scss';

/** Signing what runs by itself each month; what became of it stands on the same screen. */
export default function SignPage() {
  const kind = kindFrom(useRouter().params['kind']);
  const { query, dated } = useOrders();
  const [signed, setSigned] = useState<StandingOrder | null>(null);
  const ended = dated === null || dated.state === 'unknown' || kind === null ? '' : dated.value.filter((order) => order.kind === kind && order.state === 'ended').map(({ orderId }) => orderId).join();
  useEffect(() => {
    // An order that has ended is signed anew, and not the same again.
    if (kind !== null) for (const orderId of ended.split(',')) wishOf(keeper.personKey, signWish(kind)).release(orderId);
  }, [kind, ended]);
  const asOf = dated === null || dated.state === 'unknown' ? '' : dated.asOf;
  if (signed !== null) return <Done order={signed} asOf={asOf} />;
  const offer = query.value?.offers.find((one) => one.kind === kind);
  // A form that stands is not taken away by a reply that does not come.
  if (kind !== null && dated?.state === 'fresh' && offer?.possible === true && query.value !== null) return <SignForm kind={kind} cards={query.value.cards} asOf={asOf} onSigned={setSigned} reload={query.reload} />;
  return (
    <Screen title={kind === null ? texts.short : texts.title(standingTexts.kind[kind])} sensitive>
      <PageState query={query} skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="list" count={4} /></>} off={<Guest />}>
        {(reply) => <NotNow kind={kind} reply={reply} reload={query.reload} />}
      </PageState>
    </Screen>
  );
}

function Done({ order, asOf }: { readonly order: StandingOrder; readonly asOf: string }) {
  const foot = (
    <>
      <Button text={texts.toOrders} onPress={() => goReplace(PATHS.standingOrders)} />
      <Button kind="quiet" text={resultTexts.home} onPress={() => goTab(PATHS.home)} />
    </>
  );
  return <Screen title={texts.title(standingTexts.kind[order.kind])} sensitive foot={foot}><Signed order={order} asOf={asOf} /></Screen>;
}

/** Why it cannot be signed: nothing of that name, signed already, a rule against it, or the core is silent. */
function NotNow({ kind, reply, reload }: { readonly kind: StandingOrderKind | null; readonly reply: StandingOrdersReply; reload(): Promise<void> }) {
  const orders = { text: texts.toOrders, onPress: () => goReplace(PATHS.standingOrders) };
  if (kind === null) return <Empty drawing="lens" title={texts.unknownKind} actions={[orders]} />;
  const offer = reply.offers.find((one) => one.kind === kind);
  if (reply.orders.state === 'unknown' || offer === undefined || offer.possible) return <FailureState kind="core-down" retry={reload} />;
  if (offer.reasons.some(({ code }) => code === 'standing-exists')) return <Empty drawing="ledger" title={texts.exists} sentences={[texts.existsText]} actions={[orders]} />;
  const cardMissing = offer.reasons.some(({ code }) => code === 'card-missing');
  return (
    <>
      <Card title={texts.closed}>{reasonLines(offer).map((line) => <Text key={line} className="sign-how">{line}</Text>)}</Card>
      {cardMissing ? <Button text={standingTexts.addCard} onPress={() => go(PATHS.bankCards)} /> : null}
      <Button kind="secondary" text={orders.text} onPress={orders.onPress} />
    </>
  );
}
