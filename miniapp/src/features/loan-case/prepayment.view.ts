import type { PrepaymentOption, PrepaymentQuoteBody, PrepaymentQuoteReply } from '@anju/shared/contract';
import { LEAST_PREPAYMENT_FEN } from '@anju/shared/loan';
import { yuanText } from '../../texts/format.ts';
import { prepaymentTexts as texts } from '../../texts/my-loan.ts';
import { amountTyped, faultOf, valueOf } from '../../texts/typed.ts';
import type { PrepaymentDraft } from './loan.draft.ts';

/** What the quote is asked, or why not yet, in words (null: nothing was typed yet). */
export type QuoteAsked = { readonly body: PrepaymentQuoteBody } | { readonly error: string | null };

/** The least the centre takes as a part of a loan. @param balanceFen what is left of the loan */
export const leastOf = (balanceFen: number): number => Math.min(LEAST_PREPAYMENT_FEN, balanceFen);

/** Nothing is asked of the service that it would refuse. @param balanceFen what is left of the loan */
export function quoteAsked(draft: PrepaymentDraft, balanceFen: number): QuoteAsked {
  if (draft.keep === 'whole') return { body: {} };
  const typed = amountTyped(draft.amount);
  if (typed.kind === 'empty') return { error: null };
  const fen = valueOf(typed);
  if (fen === null || fen === 0) return { error: faultOf(typed) ?? texts.amountEmpty };
  if (fen >= balanceFen) return { error: texts.amountAbove(yuanText(balanceFen)) };
  const leastFen = leastOf(balanceFen);
  return fen < leastFen ? { error: texts.amountBelow(yuanText(leastFen)) } : { body: { amountFen: fen } };
}

/** The option the person chose, or the first there is. */
export function chosenOption(quote: PrepaymentQuoteReply, keep: PrepaymentDraft['keep']): PrepaymentOption | null {
  return quote.options.find((option) => option.keep === keep) ?? quote.options[0] ?? null;
}
