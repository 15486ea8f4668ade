import type { BankCard, IdentityReply, StandingOrder, StandingOrderBody, StandingOrderKind } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { call } from '../../../api/call.ts';
import { useQuery } from '../../../api/use-query.ts';
import { nextStepText, PATHS, Screen, useSeenPress } from '../../../screen/index.ts';
import { signTexts as texts, standingTexts } from '../../../texts/standing-order.ts';
import { Amount, Button, Card, Facts, Footnote, From, Notice } from '../../../ui/index.ts';
import { firstMonthly, firstOffset } from '../first-run.ts';
import type { FirstRun } from '../first-run.ts';
import { endOf } from '../submission.ts';
import type { Trouble } from '../submission.ts';
import { Agree } from './agree.tsx';
import { CardField } from './card-field.tsx';
import { DayField } from './day-field.tsx';

const USUAL_DAY = 10;

interface SignFormProps {
  readonly kind: StandingOrderKind;
  readonly cards: readonly BankCard[];
  readonly asOf: string;
  onSigned(order: StandingOrder): void;
  /** Something is not so any more: asks again. */
  reload(): Promise<void>;
}

/** What is signed, on one page: when money moves, from where to where, how it stops, and the tick. */
export function SignForm({ kind, cards, asOf, onSigned, reload }: SignFormProps) {
  const { value: identity, state: known } = useQuery('showIdentity', {});
  const templates = useQuery('listTemplates', {});
  const offset = kind === 'offset';
  const usable = cards.filter((card) => card.usable);
  const press = useSignPress({ kind, cards: usable, asOf, onSigned, reload }, identity, templates.value?.items.map(({ templateId }) => templateId) ?? []);
  const { waiting } = press;
  const [chosen, chooseCard] = useState<string | null>(waiting?.bankCardId ?? null);
  const [day, setDay] = useState(waiting?.day ?? USUAL_DAY);
  // A press that waits for the face check was made with the tick.
  const [ticked, setTicked] = useState(waiting !== null);
  const [fault, setFault] = useState(false);
  useEffect(() => {
    // What is others now is agreed to anew.
    if (press.changed) setTicked(false);
  }, [press.changed]);
  const card = usable.find(({ bankCardId }) => bankCardId === chosen) ?? usable[0] ?? null;
  const first = useFirstRun(kind, offset ? null : day, asOf);
  const sign = async (): Promise<void> => {
    if (!ticked) return setFault(true);
    await press.press({ kind, ...(offset || card === null ? {} : { bankCardId: card.bankCardId, day }) });
  };
  const foot = (
    <View className="standing-foot">
      <Button text={texts.button} loading={press.sending} loadingText={texts.sending} disabled={known === 'loading' || (!offset && card === null)} onPress={sign} />
      <Text className="standing-foot__next">{nextStepText(identity, press.fresh, press.unsent)}</Text>
    </View>
  );
  return (
    <Screen title={texts.title(standingTexts.kind[kind])} sensitive foot={foot}>
      {press.changed ? <Notice tone="attention">{standingTexts.changed}</Notice> : null}
      {press.trouble === null ? null : <Notice tone="attention">{press.trouble.text}</Notice>}
      <Card title={texts.howTitle}>{texts.how[kind].map((line) => <Text key={line} className="sign-how">{line}</Text>)}</Card>
      {offset ? null : (
        <Card>
          <CardField cards={usable} chosen={card?.bankCardId ?? null} onChange={chooseCard} />
          {card === null ? null : <DayField day={day} onChange={setDay} />}
        </Card>
      )}
      <Preview kind={kind} first={first} card={card} asOf={asOf} />
      <Agree text={offset ? texts.agreeOffset : texts.agree} ticked={ticked} fault={fault && !ticked} onTick={setTicked} />
      {offset ? null : <Footnote>{texts.statement}</Footnote>}
    </Screen>
  );
}

function useSignPress({ kind, cards, onSigned, reload }: SignFormProps, identity: IdentityReply | null, templateIds: readonly string[]) {
  return useSeenPress<StandingOrderBody, StandingOrder, Trouble>({
    endOf,
    what: `standing-sign:${kind}`,
    here: PATHS.standingSign(kind),
    identity,
    templateIds,
    // A card that was taken away meanwhile is not signed for.
    stands: ({ bankCardId }) => (bankCardId === undefined || cards.some((card) => card.bankCardId === bankCardId) ? 'yes' : 'gone'),
    about: () => texts.title(standingTexts.kind[kind]),
    wishName: () => signWish(kind),
    send: (body, key) => call('signStandingOrder', { body }, { key, timeoutMs: 15_000 }),
    onDone: (_body, order, wish) => {
      wish.settle(order.orderId);
      onSigned(order);
    },
    onTrouble: async (trouble) => {
      if (trouble.kind === 'changed') await reload();
    },
  });
}

/** The one wish to sign a kind. */
export const signWish = (kind: StandingOrderKind): string => `standing-sign:${kind}`;

/** The first run as it would be: of the loan's own plan, or by what the route would pay today. */
function useFirstRun(kind: StandingOrderKind, day: number | null, asOf: string): FirstRun {
  const offset = kind === 'offset';
  const loans = useQuery('listLoans', {}, { enabled: offset });
  const form = useQuery('showForm', { params: { route: offset ? 'repay-fund-loan' : kind } }, { enabled: !offset });
  return offset ? firstOffset(loans.value, asOf) : firstMonthly(form.value, day, asOf);
}

function Preview({ kind, first, card, asOf }: { readonly kind: StandingOrderKind; readonly first: FirstRun; readonly card: BankCard | null; readonly asOf: string }) {
  const offset = kind === 'offset';
  const to = offset ? texts.toLoan : card === null ? standingTexts.cardUnknown : standingTexts.ownCard(card.bank, card.tail);
  const { amountFen } = first;
  return (
    <From source={`core@${asOf}`}>
      <Card title={texts.first}>
        <Facts
          items={[
            { label: standingTexts.when, value: first.on },
            { label: texts.from, value: texts.fromAccount },
            { label: texts.to, value: to },
            amountFen === null ? { label: texts.firstAmount, value: texts.firstLater } : { label: texts.firstAmount, value: <Amount fen={amountFen} unit strong label={texts.firstAmount} />, note: offset ? texts.firstPlan : texts.firstToday },
          ]}
        />
      </Card>
    </From>
  );
}
