import type { ReceiptFacts } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { clockText, dayText, yuanText } from '../../texts/format.ts';
import { receiptTexts, receiptWords } from '../../texts/receipt.ts';
import { routeTitle } from '../../texts/routes.ts';

/** `2026年11月21日 09:30`: a receipt is read in any year. A narrow line may break before the clock. */
export const fullMoment = (instant: string): string => `${dayText(chinaDateOf(Date.parse(instant)), true)} ${clockText(instant)}`;

/** The lines of a receipt, in the order of the document. */
export function linesOf(facts: ReceiptFacts): readonly { readonly label: string; readonly value: string }[] {
  const words = receiptWords(facts.route);
  return [
    { label: receiptTexts.business, value: routeTitle(facts.route) },
    { label: receiptTexts.holder, value: facts.names.join('、') },
    ...(facts.accountTail === null ? [] : [{ label: receiptTexts.account, value: receiptTexts.tail(facts.accountTail) }]),
    ...(facts.payee === null ? [] : [{ label: words.card, value: receiptTexts.payee(facts.payee.bank, facts.payee.tail) }]),
    { label: receiptTexts.submittedAt, value: fullMoment(facts.submittedAt) },
    { label: receiptTexts.decidedAt[facts.outcome], value: fullMoment(facts.decidedAt) },
    ...(facts.paidAt === undefined ? [] : [{ label: words.paidAt, value: fullMoment(facts.paidAt) }]),
    { label: receiptTexts.number, value: facts.number },
  ];
}

/** What the amount is made of; null where it is all principal. */
export const partsOf = ({ principalFen, interestFen }: ReceiptFacts): string | null => (interestFen === 0 ? null : receiptTexts.parts(yuanText(principalFen), yuanText(interestFen)));

/** What the amount is called: of a case that came to nothing, what was asked for. */
export const amountLabel = ({ outcome, route }: ReceiptFacts): string => receiptWords(route)[outcome === 'paid' ? 'paid' : 'asked'];
