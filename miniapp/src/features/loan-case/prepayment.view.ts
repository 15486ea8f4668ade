import type { PrepaymentOption, PrepaymentQuoteBody, PrepaymentQuoteReply } from '@anju/shared/contract';
import { yuanText } from '../../texts/format.ts';
import { prepaymentTexts as texts } from '../../texts/my-loan.ts';
import type { PrepaymentDraft } from './loan.draft.ts';
import { typedFen } from './loan.wish.ts';

/** What the quote is asked, or why not yet, in words (null: nothing was typed yet). */
export type QuoteAsked = { readonly body: PrepaymentQuoteBody } | { readonly error: string | null };

/** @param leastFen the least the centre takes, once it is known @param balanceFen what is left of the loan */
export function quoteAsked(draft: PrepaymentDraft, balanceFen: number, leastFen: number | null): QuoteAsked {
  if (draft.keep === 'whole') return { body: {} };
  if (draft.amount.trim() === '') return { error: null };
  const fen = typedFen(draft.amount);
  if (fen === null || fen === 0) return { error: texts.amountEmpty };
  if (fen >= balanceFen) return { error: texts.amountAbove(yuanText(balanceFen)) };
  return leastFen !== null && fen < leastFen ? { error: texts.amountBelow(yuanText(leastFen)) } : { body: { amountFen: fen } };
}

/** The option the person chose, or the first there is. */
export function chosenOption(quote: PrepaymentQuoteReply, keep: PrepaymentDraft['keep']): PrepaymentOption | null {
  return quote.options.find((option) => option.keep === keep) ?? quote.options[0] ?? null;
}
