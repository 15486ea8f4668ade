import type { Limit, OpenLimit } from './limit.ts';
import { missingSentence, ruleOf } from './limits-rule.ts';
import type { LoanCase } from './loan-case.ts';
import type { Term } from './term.ts';
import { formulas } from './texts/limits.texts.ts';
import { openTexts, ruleWords } from './texts/open.texts.ts';

/** No centre in the sources has ever asked for more months than these: who has them passes whatever the unknown rule is. */
const MOST_MONTHS_ASKED = 12;

/** Months of contribution before an application: nothing without them. Otherwise the city's cap is let through. */
export function contributionMonths({ input, pack, months }: LoanCase, capFen: number | null): Limit | OpenLimit {
  const all = input.applicants.map((applicant) => applicant.contributionMonths);
  const best = Math.max(...all);
  if (months === null) {
    const mayForbid = best < MOST_MONTHS_ASKED;
    const missing = missingSentence(ruleWords.contributionMonths, pack.loan.contributionMonths);
    return { limit: 'contribution-months', open: mayForbid ? [missing, openTexts.monthsMayForbid] : [missing], mayForbid };
  }
  const needed = months.value;
  const met = best >= needed;
  return {
    limit: 'contribution-months',
    amountFen: met ? capFen : 0,
    rules: [months],
    unknown: met && all.some((one) => one < needed) ? [openTexts.someMonthsShort] : [],
    say: () => ({ formula: met ? formulas.monthsMet(best, needed) : formulas.monthsMissing(best, needed), inputs: { months: best, needed } }),
  };
}

function loanWords(before: number, most: number | undefined, blocked: boolean): string {
  if (most !== undefined && before >= most) return formulas.loansUsedUp(before, most);
  return blocked || most === undefined ? formulas.loanRunning : formulas.loansLeft(before, most);
}

/** How many fund loans a household may have, and whether one may still run: nothing when it has had them all. Open where no rule decides. */
export function loanCount({ input, pack }: LoanCase, capFen: number | null): Limit | OpenLimit {
  const rule = ruleOf(ruleWords.loanCount, pack.loan.loanCount, input.asOf);
  const running = input.household.fundLoanRunning === true;
  const before = Math.max(input.household.fundLoansBefore ?? 0, running ? 1 : 0);
  const most = rule?.value.most;
  const blocked = rule !== null && running && !rule.value.outstandingAllowed;
  if (rule === null || (most === undefined && !blocked)) {
    // Every centre lends to a household's first loan, and to a second one once that is repaid: they publish what a second home takes.
    const mayForbid = (rule === null && running) || before > 1;
    const missing = rule === null ? missingSentence(ruleWords.loanCount, pack.loan.loanCount) : openTexts.notPublished(ruleWords.loanCount);
    return { limit: 'loan-count', open: mayForbid ? [missing, openTexts.loansMayForbid] : before > 0 ? [missing] : [], mayForbid };
  }
  return {
    limit: 'loan-count',
    amountFen: blocked || (most !== undefined && before >= most) ? 0 : capFen,
    rules: [rule],
    say: () => ({ formula: loanWords(before, most, blocked), inputs: { before, ...(most === undefined ? {} : { most }), running: running ? 1 : 0 } }),
  };
}

/** The age by which a loan must end: nothing when less than a year is left. Otherwise the city's cap is let through, for its years. */
export function ageTerm(term: Term, askedYears: number | undefined, capFen: number | null): Limit {
  const { ending, age, longest, longestYears, years } = term;
  const end = ending.value.kind === 'ages' ? { age: age ?? 0 } : { yearsAfterRetirement: ending.value.years };
  const asked = askedYears !== undefined && askedYears > longestYears ? askedYears : null;
  return {
    limit: 'age-term',
    amountFen: longestYears === 0 ? 0 : capFen,
    rules: [ending, longest],
    unknown: term.unknown,
    say: () => ({
      formula: formulas.ageTerm(end, longestYears, asked),
      inputs: { ...end, longestYears, years, ...(asked === null ? {} : { askedYears: asked }) },
    }),
  };
}
