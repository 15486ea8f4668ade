import type { BankCard } from '@anju/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useToast } from '../../../screen/index.ts';
import { cardTexts as texts } from '../../../texts/withdrawal-cards.ts';
import { Button, ChoiceField, Sheet } from '../../../ui/index.ts';
import { AddCard } from './add-card.tsx';

interface CardSheetProps {
  readonly cards: readonly BankCard[];
  readonly chosen: string | null;
  onChosen(bankCardId: string): void;
  onClose(): void;
  /** Asks for the cards again: one was added. */
  reload(): Promise<void>;
}

/** One of the person's own cards, or a new one. */
export function CardSheet({ cards, chosen, onChosen, onClose, reload }: CardSheetProps) {
  const [adding, setAdding] = useState(cards.length < 2);
  const say = useToast();
  const added = async (card: BankCard): Promise<void> => {
    say(texts.added);
    await reload();
    onChosen(card.bankCardId);
  };
  return (
    <Sheet open title={adding ? texts.add : texts.choose} onClose={onClose}>
      {adding ? (
        <AddCard onAdded={added} />
      ) : (
        <View className="a-stack">
          <ChoiceField look="list" label={texts.choose} choices={cards.map((card) => ({ value: card.bankCardId, label: texts.own(card.bank, card.tail) }))} value={chosen} onChange={onChosen} />
          <Button kind="quiet" text={texts.add} onPress={() => setAdding(true)} />
        </View>
      )}
    </Sheet>
  );
}
