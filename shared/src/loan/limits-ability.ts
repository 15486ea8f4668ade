import { fenTimes, mulDivRounded, RATE_ONE, sumFen } from '../money/index.ts';
import type { AbilityRule } from '../policy/index.ts';
import { largestPrincipalFor } from './instalment.ts';
import { wholeYuan } from './limit.ts';
import type { Limit, OpenLimit } from './limit.ts';
import { factorFor } from './limits-account.ts';
import { ruleOf } from './limits-rule.ts';
import type { Rule } from './limits-rule.ts';
import type { LoanCase } from './loan-case.ts';
import { formulas } from './texts/limits.texts.ts';
import { openTexts, ruleWords } from './texts/open.texts.ts';

const YUAN = 100;

/** Σ base; null when one who counts has none. */
function basesOf({ people }: LoanCase): number | null {
  const known = people.map((one) => one.contributionBaseFen).filter((one) => one !== undefined);
  return known.length < people.length ? null : sumFen(known);
}

/** A figure the rule needs was not handed in. */
function missing(rule: Rule<AbilityRule>, sentence: string): Limit {
  return { limit: 'repayment-ability', amountFen: null, rules: [rule], unknown: [sentence], say: () => ({ formula: sentence, inputs: {} }) };
}

function baseShareYears(rule: Rule<AbilityRule>, share: number, loanCase: LoanCase, years: number): Limit {
  const baseFen = basesOf(loanCase);
  if (baseFen === null) return missing(rule, openTexts.baseMissing);
  const amountFen = wholeYuan(fenTimes(baseFen * 12, share * years, RATE_ONE, 'down'));
  return {
    limit: 'repayment-ability',
    amountFen,
    rules: [rule],
    say: () => ({ formula: formulas.baseShareYears(baseFen, share, years, amountFen), inputs: { contributionBasesFen: baseFen, shareMillionths: share, years } }),
  };
}

/** The most that may be repaid a month, after other debts where the rule counts them. */
function monthlyRoom(rule: Extract<AbilityRule, { kind: 'monthly-share' }>, measuredFen: number, debtFen: number): number {
  const allFen = fenTimes(measuredFen, rule.shareMillionths, RATE_ONE, 'down');
  return rule.counts === 'instalment-and-debts' ? Math.max(0, allFen - debtFen) : allFen;
}

function monthlyShare(found: Rule<AbilityRule>, rule: Extract<AbilityRule, { kind: 'monthly-share' }>, loanCase: LoanCase, term: { years: number; rateMillionths: number }): Limit {
  const { input } = loanCase;
  const ofBases = rule.of === 'contribution-bases';
  const measuredFen = ofBases ? basesOf(loanCase) : (input.monthlyIncomeFen ?? null);
  if (measuredFen === null) return missing(found, ofBases ? openTexts.baseMissing : openTexts.incomeMissing);
  const debtFen = input.otherMonthlyDebtFen ?? 0;
  const monthlyFen = monthlyRoom(rule, measuredFen, debtFen);
  const months = term.years * 12;
  const principal = rule.counts === 'principal';
  // The month's principal is the loan spread evenly; the instalment is 等额本息, whose present value is the loan.
  const borrowed = principal ? wholeYuan(monthlyFen * months) : months === 0 ? 0 : largestPrincipalFor(monthlyFen, term.rateMillionths, months, YUAN);
  return {
    limit: 'repayment-ability',
    amountFen: borrowed,
    rules: [found],
    ...(debtFen > 0 && rule.counts !== 'instalment-and-debts' ? { unknown: [openTexts.debtNotCounted] } : {}),
    say: () => ({
      formula: formulas.monthlyShare({ ofBases, measuredFen, share: rule.shareMillionths, counts: rule.counts, debtFen, monthlyFen, years: term.years, amountFen: borrowed }),
      inputs: {
        [ofBases ? 'contributionBasesFen' : 'monthlyIncomeFen']: measuredFen, shareMillionths: rule.shareMillionths, monthlyFen, years: term.years,
        ...(rule.counts === 'instalment-and-debts' ? { otherMonthlyDebtFen: debtFen } : {}),
        ...(principal ? {} : { annualRateMillionths: term.rateMillionths }),
      },
    }),
  };
}

function baseYearsOrBalance(found: Rule<AbilityRule>, rule: Extract<AbilityRule, { kind: 'base-years-or-balance' }>, loanCase: LoanCase, years: number): Limit {
  const { people } = loanCase;
  if (basesOf(loanCase) === null) return missing(found, openTexts.baseMissing);
  const rows = people.map((one) => ({ baseFen: one.contributionBaseFen ?? 0, months: one.contributionMonths, factor: factorFor(rule.factors, one.contributionMonths) }));
  const byBaseFen = sumFen(rows.map((row) => mulDivRounded(row.baseFen * 12 * years, mulDivRounded(rule.shareMillionths, row.factor, RATE_ONE, 'down'), RATE_ONE, 'down')));
  const balanceFen = sumFen(people.map((one) => one.balanceFen));
  const byBalanceFen = fenTimes(balanceFen, rule.multipleMillionths, RATE_ONE, 'down');
  const amountFen = wholeYuan(Math.max(byBaseFen, byBalanceFen));
  return {
    limit: 'repayment-ability',
    amountFen,
    rules: [found],
    say: () => ({
      formula: formulas.baseYearsOrBalance({ rows, share: rule.shareMillionths, years, byBaseFen, balanceFen, multiple: rule.multipleMillionths, byBalanceFen, amountFen }),
      inputs: {
        contributionBasesFen: sumFen(rows.map((row) => row.baseFen)), shareMillionths: rule.shareMillionths, years, byBaseFen,
        balanceFen, multipleMillionths: rule.multipleMillionths, byBalanceFen,
      },
    }),
  };
}

/** D: what a household can repay, by the centre's own measure. */
export function repaymentAbility(loanCase: LoanCase, term: { readonly years: number; readonly rateMillionths: number }): Limit | OpenLimit {
  const { pack, input } = loanCase;
  const rule = ruleOf(ruleWords.ability, pack.loan.ability, input.asOf);
  if (rule === null) return { limit: 'repayment-ability', open: [openTexts.abilityNotPublished] };
  switch (rule.value.kind) {
    case 'base-share-years': return baseShareYears(rule, rule.value.shareMillionths, loanCase, term.years);
    case 'monthly-share': return monthlyShare(rule, rule.value, loanCase, term);
    case 'base-years-or-balance': return baseYearsOrBalance(rule, rule.value, loanCase, term.years);
  }
}
