import { isBankCardNumber } from '@anju/shared/identity';
import { cardTexts } from '../../texts/withdrawal-cards.ts';

const SHORTEST = 16;

/** What is typed as a card's number, in groups of four for the eye. */
export const grouped = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');
export const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(0, 19);

/** What is wrong with a card's number, or null. Whether the card exists and is one's own is the centre's to say. */
export function cardFault(digits: string): string | null {
  if (digits === '') return cardTexts.numberEmpty;
  if (digits.length < SHORTEST) return cardTexts.numberShort;
  return isBankCardNumber(digits) ? null : cardTexts.numberWrong;
}
