import type { AdviceCode, AdviceLine, Estimate, LimitLine } from './estimate-input.ts';
import { hiddenFormulas, hiddenMissing } from './texts/limits.texts.ts';
import { openTexts, personalSentences } from './texts/open.texts.ts';

/** Advice that speaks of no person's figures: of the term, the price, a loan that runs. */
const JOINT_ADVICE: readonly AdviceCode[] = ['longer-term', 'shorter-term', 'dearer-home', 'pay-off-fund-loan'];

function hide(line: LimitLine): LimitLine {
  if (line.limit === 'city-cap' || line.limit === 'price-share' || line.limit === 'guaranteed-minimum') return line;
  if (line.amountFen === null && (line.limit === 'account' || line.limit === 'repayment-ability')) {
    return personalSentences.includes(line.formula) || line.formula === openTexts.baseMissing ? { ...line, formula: hiddenMissing[line.limit], inputs: {} } : line;
  }
  return { ...line, amountFen: null, formula: hiddenFormulas[line.limit](line.amountFen !== 0), inputs: {}, hidden: true };
}

const isJoint = ({ change }: AdviceLine): boolean => JOINT_ADVICE.includes(change.code);

/**
 * An estimate of two as each of them may see it: amount, term, rate, cap, price share, the binding limit's name and the instalments. Lines
 * that would tell what one of them has stand there without figures (`hidden`), and advice that rests on them is left out.
 */
export function jointView(estimate: Estimate): Estimate {
  return {
    ...estimate,
    limits: estimate.limits.map(hide),
    advice: estimate.advice.filter(isJoint),
    unknown: estimate.unknown.filter((sentence) => !personalSentences.includes(sentence)),
  };
}
