import type { BankCard } from '@anju/shared/contract';
import { prepayConfirmTexts as texts } from '../../../texts/my-loan.ts';
import { Card, ChoiceField, Sheet } from '../../../ui/index.ts';

/** One of the person's own cards. */
export function CardSheet({ cards, chosen, onChosen, onClose }: { readonly cards: readonly BankCard[]; readonly chosen: string; onChosen(bankCardId: string): void; onClose(): void }) {
  return (
    <Sheet open title={texts.otherCard} onClose={onClose}>
      <Card>
        <ChoiceField look="list" label={texts.card} choices={cards.map((card) => ({ value: card.bankCardId, label: texts.ownCard(card.bank, card.tail) }))} value={chosen} onChange={onChosen} />
      </Card>
    </Sheet>
  );
}
