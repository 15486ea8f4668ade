import type { BankCard } from '@anju/shared/contract';
import { go, PATHS } from '../../../screen/index.ts';
import { signTexts as texts, standingTexts } from '../../../texts/standing-order.ts';
import { ChoiceField, Notice } from '../../../ui/index.ts';

/** One of the person's own cards; without one, the way to register it. */
export function CardField({ cards, chosen, onChange }: { readonly cards: readonly BankCard[]; readonly chosen: string | null; onChange(bankCardId: string): void }) {
  if (cards.length === 0) return <Notice tone="attention" title={texts.noCardTitle} action={{ text: standingTexts.addCard, onPress: () => go(PATHS.bankCards) }}>{texts.noCard}</Notice>;
  return <ChoiceField look="list" label={texts.card} choices={cards.map((card) => ({ value: card.bankCardId, label: standingTexts.ownCard(card.bank, card.tail) }))} value={chosen} onChange={onChange} />;
}
