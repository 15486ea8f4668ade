import type { BankCard } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../../api/call.ts';
import { messageOf } from '../../../../api/problem-message.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { useWish } from '../../../../api/use-wish.ts';
import { goSignIn, PageState, Screen, useToast } from '../../../../screen/index.ts';
import { cardTexts as texts } from '../../../../texts/withdrawal-cards.ts';
import { Button, Card, Empty, Footnote, Notice, Row, Sheet, Skeleton, Tag, Tap } from '../../../../ui/index.ts';
import { AddCard } from '../../components/add-card.tsx';
import '../../withdrawal.scss';

/** The person's own cards: which can be paid to; add one, take one away. */
export default function CardsPage() {
  const { session, ended } = useSession();
  const query = useQuery('listBankCards', {}, { enabled: session !== null || ended });
  const [adding, setAdding] = useState(false);
  const say = useToast();
  const added = async (): Promise<void> => {
    setAdding(false);
    say(texts.added);
    await query.reload();
  };
  const add = <Button text={texts.add} onPress={() => setAdding(true)} />;
  return (
    <Screen title={texts.title} sensitive foot={query.value === null ? null : add}>
      <PageState
        query={query}
        skeleton={<Skeleton shape="list" count={2} />}
        off={<Empty drawing="door" title={texts.guestTitle} sentences={texts.guestText} actions={[{ text: texts.signIn, onPress: goSignIn }]} />}
        empty={{ when: query.value !== null && query.value.items.length === 0, drawing: 'key', title: texts.emptyTitle, sentences: texts.emptyText }}
      >
        {(reply) => (
          <View className="a-stack">
            <Card>{reply.items.map((card) => <CardLine key={card.bankCardId} card={card} reload={query.reload} />)}</Card>
            <Footnote>{texts.lead}</Footnote>
          </View>
        )}
      </PageState>
      <Sheet open={adding} title={texts.add} onClose={() => setAdding(false)}>{adding ? <AddCard onAdded={added} /> : null}</Sheet>
    </Screen>
  );
}

function CardLine({ card, reload }: { readonly card: BankCard; reload(): Promise<void> }) {
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const wish = useWish(`remove-card:${card.bankCardId}`);
  const say = useToast();
  const name = texts.own(card.bank, card.tail);
  const ask = (): void => {
    setTrouble(null);
    setAsked(true);
  };
  const remove = async (): Promise<void> => {
    setTrouble(null);
    try {
      const params = { bankCardId: card.bankCardId };
      await call('removeBankCard', { params }, { key: wish.keyFor(params) });
      wish.drop();
      setAsked(false);
      say(texts.removed);
      await reload();
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  const actions = (
    <>
      <Button kind="danger" text={texts.removeYes} loadingText={texts.removing} onPress={remove} />
      <Button kind="quiet" text={texts.removeNo} onPress={() => setAsked(false)} />
    </>
  );
  return (
    <>
      <Row
        icon="card"
        title={name}
        muted={!card.usable}
        {...(card.usable ? {} : { note: texts.notUsableNote })}
        tag={<Tag tone={card.usable ? 'brand' : 'plain'}>{card.usable ? texts.usable : texts.notUsable}</Tag>}
        value={<Tap className="card-line__end" label={texts.removeOne(name)} onPress={ask}><Text>{texts.remove}</Text></Tap>}
      />
      <Sheet open={asked} title={texts.removeTitle} onClose={() => setAsked(false)} actions={actions}>
        <Text className="a-text">{name}</Text>
        <Text className="a-text">{texts.removeText}</Text>
        {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
      </Sheet>
    </>
  );
}
