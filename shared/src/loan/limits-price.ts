import { fenTimes, RATE_ONE } from '../money/index.ts';
import type { DownPaymentRow } from '../policy/index.ts';
import { wholeYuan } from './limit.ts';
import type { Limit, OpenLimit } from './limit.ts';
import { missingSentence, ruleOf } from './limits-rule.ts';
import type { Rule } from './limits-rule.ts';
import { localityNotes, rowFor } from './loan-case.ts';
import type { LoanCase } from './loan-case.ts';
import { formulas } from './texts/limits.texts.ts';
import { openTexts, ruleWords } from './texts/open.texts.ts';

/** The least share of the price to be paid by oneself, with its rule. */
interface LeastDownPayment {
  readonly millionths: number;
  readonly rule: Rule<readonly DownPaymentRow[]>;
}

/** Null when no source gives it for this home and day. */
export function leastDownPayment(loanCase: LoanCase): LeastDownPayment | null {
  const rule = ruleOf(ruleWords.downPayment, loanCase.pack.loan.downPayment, loanCase.input.asOf);
  const row = rule === null ? undefined : rowFor(rule.value, loanCase);
  if (rule === null || row === undefined) return null;
  // A row may have a source of its own.
  const source = row.source ?? rule.figure.source;
  return { millionths: row.millionths, rule: { ...rule, figure: { ...rule.figure, source } } };
}

/** B: the price less the least down payment. */
export function priceShare(loanCase: LoanCase): Limit | OpenLimit {
  const { pack, input } = loanCase;
  const least = leastDownPayment(loanCase);
  if (least === null) {
    const rule = ruleOf(ruleWords.downPayment, pack.loan.downPayment, input.asOf);
    return { limit: 'price-share', open: [rule === null ? missingSentence(ruleWords.downPayment, pack.loan.downPayment) : openTexts.noRow(ruleWords.downPayment)] };
  }
  const { priceFen, kind } = input.house;
  const { millionths } = least;
  const amountFen = wholeYuan(fenTimes(priceFen, RATE_ONE - millionths, RATE_ONE, 'down'));
  return {
    limit: 'price-share',
    amountFen,
    rules: [least.rule],
    unknown: localityNotes(ruleWords.downPayment, least.rule.value, loanCase),
    say: () => ({
      formula: formulas.priceShare(priceFen, input.house.order, kind === 'affordable', millionths, amountFen),
      inputs: { priceFen, downPaymentMillionths: millionths },
    }),
  };
}
