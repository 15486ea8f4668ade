import type { BankCard } from '@anju/shared/contract';
import { bankOfCard } from '@anju/shared/identity';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../api/api.ts';
import { call } from '../../../api/call.ts';
import { fieldMessageOf, messageOf } from '../../../api/problem-message.ts';
import { failureKind } from '../../../api/failure.ts';
import { seenLately } from '../../../api/patience.ts';
import { useQuery } from '../../../api/use-query.ts';
import { useWish } from '../../../api/use-wish.ts';
import { go, herePath, PATHS, useSeen } from '../../../screen/index.ts';
import { cardTexts as texts } from '../../../texts/withdrawal-cards.ts';
import { Button, Skeleton, TextField } from '../../../ui/index.ts';
import { cardFault, digitsOf, grouped } from '../card.number.ts';

/** Registers a card of one's own: its number, and by it the bank. Where money goes is changed by who was seen lately. */
export function AddCard({ onAdded }: { onAdded(card: BankCard): Promise<void> | void }) {
  const identity = useQuery('showIdentity', {});
  const [runOut, setRunOut] = useState(false);
  const [here] = useState(herePath);
  const { seen, used } = useSeen(here, 'bank-card', () => setRunOut(false));
  const lost = (): void => {
    used();
    setRunOut(true);
  };
  if (identity.value === null) return <Skeleton shape="form" count={1} />;
  if (runOut || !(seen || seenLately(identity.value, now()))) {
    return (
      <View className="add-card">
        <Text className="a-text">{texts.seenFirst}</Text>
        <Button text={identity.value.stepUp === 'counter-code' ? texts.seenByCode : texts.seenByFace} onPress={() => go(PATHS.face(here, 'bank-card', runOut))} />
      </View>
    );
  }
  return <NumberField onAdded={onAdded} onRunOut={lost} />;
}

function NumberField({ onAdded, onRunOut }: { onAdded(card: BankCard): Promise<void> | void; onRunOut(): void }) {
  const [digits, setDigits] = useState('');
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const wish = useWish('add-bank-card');
  const fault = cardFault(digits);
  const bank = bankOfCard(digits);
  const type = (text: string): void => {
    setDigits(digitsOf(text));
    setTrouble(null);
  };
  const add = async (): Promise<void> => {
    setAsked(true);
    if (fault !== null) return;
    try {
      const body = { number: digits };
      const card = await call('addBankCard', { body }, { key: wish.keyFor(body), timeoutMs: 15_000 });
      wish.drop();
      await onAdded(card);
    } catch (error) {
      if (failureKind(error) === 'step-up') return onRunOut();
      setTrouble(fieldMessageOf(error, 'number') ?? messageOf(error));
    }
  };
  const wrong = trouble ?? (asked && fault !== null ? fault : undefined);
  return (
    <View className="add-card">
      <Text className="a-second">{texts.lead}</Text>
      <TextField label={texts.number} kind="digits" asTyped value={grouped(digits)} maxLength={23} onChange={type} help={bank === null ? texts.numberHelp : texts.bankOf(bank)} {...(wrong === undefined ? {} : { error: wrong })} />
      <Button text={texts.addYes} loadingText={texts.adding} onPress={add} />
    </View>
  );
}
