import type { Limit, OpenLimit } from './limit.ts';
import { isOpen, wholeYuan } from './limit.ts';
import { account } from './limits-account.ts';
import { repaymentAbility } from './limits-ability.ts';
import { cityCap } from './limits-cap.ts';
import { ageTerm, contributionMonths, loanCount } from './limits-conditions.ts';
import { priceShare } from './limits-price.ts';
import { ruleOf } from './limits-rule.ts';
import type { LoanCase } from './loan-case.ts';
import type { Term } from './term.ts';
import { formulas } from './texts/limits.texts.ts';
import { ruleWords } from './texts/open.texts.ts';

/** Every limit of a case. */
export interface Limits {
  /** Conditions: they forbid (0), or let the cap through. */
  readonly months: Limit | OpenLimit;
  readonly count: Limit | OpenLimit;
  readonly age: Limit;
  readonly account: Limit | OpenLimit;
  readonly ability: Limit | OpenLimit;
  /** 保底额度; null where the centre has none. */
  readonly minimum: Limit | null;
  readonly price: Limit | OpenLimit;
  readonly cap: Limit | OpenLimit;
}

export const amountOf = (limit: Limit | OpenLimit): number | null => (isOpen(limit) ? null : limit.amountFen);

/** C9: what a quota by account and ability is raised to when it is smaller; never above the cap and the price share. */
function guaranteedMinimum({ pack, input }: LoanCase): Limit | null {
  const rule = ruleOf(ruleWords.minimum, pack.loan.guaranteedMinimumFen, input.asOf);
  if (rule === null) return null;
  const amountFen = wholeYuan(rule.value);
  return { limit: 'guaranteed-minimum', amountFen, rules: [rule], say: () => ({ formula: formulas.minimum(amountFen), inputs: { minimumFen: rule.value } }) };
}

/** Every limit of a case for a term and its rate. */
export function limitsOf(loanCase: LoanCase, term: Term, rateMillionths: number): Limits {
  const cap = cityCap(loanCase);
  const capFen = amountOf(cap);
  return {
    months: contributionMonths(loanCase, capFen),
    count: loanCount(loanCase, capFen),
    age: ageTerm(term, loanCase.input.termYears, capFen),
    account: account(loanCase, term.years),
    ability: repaymentAbility(loanCase, { years: term.years, rateMillionths }),
    minimum: guaranteedMinimum(loanCase),
    price: priceShare(loanCase),
    cap,
  };
}

/** In the order they are told: conditions, what oneself carries, the home, the city. */
export function inOrder(limits: Limits): readonly (Limit | OpenLimit)[] {
  const { months, count, age, account: byAccount, ability, minimum, price, cap } = limits;
  return [months, count, age, byAccount, ability, ...(minimum === null ? [] : [minimum]), price, cap];
}
