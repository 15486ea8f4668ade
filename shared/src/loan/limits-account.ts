import { monthOf, monthsBetween } from '../calendar/index.ts';
import { fenTimes, mulDivRounded, RATE_ONE, sumFen } from '../money/index.ts';
import { retirementCategories, retirementOf } from '../policy/index.ts';
import type { AccountFormula, Liquidity, MonthsFactor } from '../policy/index.ts';
import type { EstimateApplicant, LimitLine } from './estimate-input.ts';
import { wholeYuan } from './limit.ts';
import type { Limit, OpenLimit } from './limit.ts';
import { liquidityOpen, liquidityRule, touches } from './limits-cap.ts';
import { missingSentence, ruleOf } from './limits-rule.ts';
import type { LoanCase } from './loan-case.ts';
import { formulas } from './texts/limits.texts.ts';
import { openTexts, ruleWords } from './texts/open.texts.ts';

/** What a formula comes to: the amount before liquidity is a sum of whole fen × millionths, so that nothing is rounded twice. */
interface Reckoned {
  /** In millionths of a fen: the part that rests on contributions, and the rest. */
  readonly contributions: Product;
  readonly rest: readonly Product[];
  readonly leastFen?: number;
  readonly formula: (amountFen: number, liquidity: number | null, onContributions: boolean) => string;
  readonly inputs: LimitLine['inputs'];
  readonly unknown?: readonly string[];
}
/** Whole fen times millionths. */
interface Product {
  readonly fen: number;
  readonly millionths: number;
}
const NOTHING: Product = { fen: 0, millionths: 0 };

/** The factor for so many months of contribution. */
export function factorFor(factors: readonly MonthsFactor[], months: number): number {
  let found = 0;
  for (const row of factors) if (row.fromMonths <= months) found = row.factorMillionths;
  return found;
}

const balances = (people: readonly EstimateApplicant[]): number => sumFen(people.map((one) => one.balanceFen));
const monthly = (people: readonly EstimateApplicant[]): number => sumFen(people.map((one) => one.monthlyContributionFen));
const down = (product: Product): number => downBy(product.fen, product.millionths, 1);

/** Months from the day of the case to the legal retirement month; 0 when it has come. */
function monthsToRetirement(applicant: EstimateApplicant, asOf: string): number {
  const [category] = retirementCategories(applicant.sex, applicant.retirementCategory);
  return category === undefined ? 0 : Math.max(0, monthsBetween(monthOf(asOf), retirementOf(applicant.birthDate, category).month));
}

function balanceMultiple(rule: Extract<AccountFormula, { kind: 'balance-multiple' }>, { people }: LoanCase): Reckoned {
  const least = rule.leastBalanceFen ?? 0;
  const countedFen = sumFen(people.map((one) => Math.max(one.balanceFen, least)));
  const extra = rule.supplementaryMultipleMillionths ?? 0;
  const supplementaryFen = extra === 0 ? 0 : sumFen(people.map((one) => one.supplementaryBalanceFen ?? 0));
  const raisedFen = countedFen - balances(people);
  return {
    contributions: NOTHING,
    rest: [{ fen: countedFen, millionths: rule.multipleMillionths }, ...(supplementaryFen === 0 ? [] : [{ fen: supplementaryFen, millionths: extra }])],
    formula: (amountFen, liquidity) => formulas.balanceMultiple({ countedFen, multiple: rule.multipleMillionths, leastFen: raisedFen > 0 ? least : null, supplementaryFen, supplementaryMultiple: extra, liquidity, amountFen }),
    inputs: {
      balanceFen: countedFen, multipleMillionths: rule.multipleMillionths,
      ...(raisedFen > 0 ? { leastBalanceFen: least } : {}),
      ...(supplementaryFen > 0 ? { supplementaryBalanceFen: supplementaryFen, supplementaryMultipleMillionths: extra } : {}),
    },
  };
}

function averageMultiple(multiple: number, { people }: LoanCase): Reckoned | null {
  const known = people.map((one) => one.averageBalance12Fen).filter((one) => one !== undefined);
  if (known.length < people.length) return null;
  const averageFen = sumFen(known);
  return {
    contributions: NOTHING,
    rest: [{ fen: averageFen, millionths: multiple }],
    formula: (amountFen, liquidity) => formulas.averageMultiple(averageFen, multiple, liquidity, amountFen),
    inputs: { averageBalanceFen: averageFen, multipleMillionths: multiple },
  };
}

/** Each balance with the factor of its own months; exact while multiple × factor is a whole number of millionths, else down to the fen. */
function byMonths(rule: Extract<AccountFormula, { kind: 'balance-multiple-by-months' }>, { people }: LoanCase): Reckoned {
  const rows = people.map((one) => ({ balanceFen: one.balanceFen, months: one.contributionMonths, factor: factorFor(rule.factors, one.contributionMonths) }));
  const sum = sumFen(rows.map((row) => fenTimes(row.balanceFen, mulDivRounded(rule.multipleMillionths, row.factor, RATE_ONE, 'down'), RATE_ONE, 'down')));
  return {
    contributions: NOTHING,
    rest: [{ fen: sum, millionths: RATE_ONE }],
    formula: (amountFen, liquidity) => formulas.balanceByMonths(rows, rule.multipleMillionths, liquidity, amountFen),
    inputs: {
      balanceFen: balances(people), multipleMillionths: rule.multipleMillionths,
      ...Object.fromEntries(rows.flatMap((row, at) => [[`months${at + 1}`, row.months], [`factor${at + 1}Millionths`, row.factor]])),
    },
  };
}

function toRetirement(multiple: number, { people, input }: LoanCase): Reckoned {
  const rows = people.map((one) => ({ monthlyFen: one.monthlyContributionFen, months: monthsToRetirement(one, input.asOf) }));
  const flowFen = sumFen(rows.map((row) => fenTimes(row.monthlyFen, row.months, 1, 'down')));
  const balanceFen = balances(people);
  return {
    contributions: { fen: flowFen, millionths: RATE_ONE },
    rest: [{ fen: balanceFen, millionths: multiple }],
    formula: (amountFen, liquidity, onContributions) => formulas.toRetirement({ balanceFen, multiple, rows, liquidity, onContributions, amountFen }),
    inputs: { balanceFen, multipleMillionths: multiple, contributionsFen: flowFen, ...Object.fromEntries(rows.map((row, at) => [`monthsToRetirement${at + 1}`, row.months])) },
  };
}

function contributionFlow(rule: Extract<AccountFormula, { kind: 'contribution-flow' }>, { people }: LoanCase, years: number): Reckoned {
  const flowFen = fenTimes(monthly(people), rule.months, 1, 'down');
  const balanceFen = balances(people);
  return {
    contributions: { fen: flowFen * years, millionths: rule.factorMillionths },
    rest: [{ fen: balanceFen, millionths: RATE_ONE }],
    formula: (amountFen, liquidity, onContributions) =>
      formulas.contributionFlow({ flowFen, months: rule.months, years, factor: rule.factorMillionths, balanceFen, liquidity, onContributions, amountFen }),
    inputs: { contributionsFen: flowFen, months: rule.months, years, factorMillionths: rule.factorMillionths, balanceFen },
    unknown: [openTexts.flowEstimated(rule.months)],
  };
}

/** Each one's whole years count; what a part of a year brings, or two who differ, no source says. Less than one whole year between all: unknown. */
function perYear(perYearFen: number, { people }: LoanCase): Reckoned | null {
  const years = people.map((one) => Math.floor(one.contributionMonths / 12));
  const sum = years.reduce((total, one) => total + one, 0);
  const parts = people.some((one) => one.contributionMonths % 12 > 0);
  const differ = years.some((one) => one !== years[0]);
  if (sum === 0 && parts) return null;
  return {
    contributions: NOTHING,
    rest: [{ fen: fenTimes(perYearFen, sum, 1, 'down'), millionths: RATE_ONE }],
    formula: (amountFen, liquidity) => formulas.perYear(years, perYearFen, liquidity, amountFen),
    inputs: { years: sum, perYearFen },
    unknown: [...(parts ? [openTexts.partYear] : []), ...(differ ? [openTexts.yearsDiffer] : [])],
  };
}

function monthlyMultiple(rule: Extract<AccountFormula, { kind: 'monthly-multiple' }>, { people }: LoanCase): Reckoned {
  const monthlyFen = monthly(people);
  const rawFen = fenTimes(monthlyFen, rule.months, 1, 'down');
  const least = rule.leastFen ?? 0;
  return {
    contributions: { fen: rawFen, millionths: RATE_ONE },
    rest: [],
    leastFen: least,
    formula: (amountFen, liquidity) => formulas.monthlyMultiple(monthlyFen, rule.months, amountFen > downBy(rawFen, liquidity ?? RATE_ONE, 1) ? least : null, liquidity, amountFen),
    inputs: { monthlyContributionFen: monthlyFen, months: rule.months, ...(least > 0 ? { leastFen: least } : {}) },
  };
}

function reckon(rule: AccountFormula, loanCase: LoanCase, years: number): Reckoned | null {
  switch (rule.kind) {
    case 'balance-multiple': return balanceMultiple(rule, loanCase);
    case 'average-balance-multiple': return averageMultiple(rule.multipleMillionths, loanCase);
    case 'balance-multiple-by-months': return byMonths(rule, loanCase);
    case 'balance-and-months-to-retirement': return toRetirement(rule.multipleMillionths, loanCase);
    case 'contribution-flow': return contributionFlow(rule, loanCase, years);
    case 'per-contribution-year': return perYear(rule.perYearFen, loanCase);
    case 'monthly-multiple': return monthlyMultiple(rule, loanCase);
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** amount × millionths, down; the fraction is reduced first, which keeps nearly every product within the exact integers. */
function downBy(amountFen: number, millionths: number, parts: number): number {
  const divisor = greatestCommonDivisor(millionths, RATE_ONE);
  return mulDivRounded(amountFen, millionths / divisor, (RATE_ONE / divisor) * parts, 'down');
}

/** (a + b + …) × factor, exact until its one rounding down where the products stay whole numbers, else each part down to the fen. */
function together({ contributions, rest }: Reckoned, liquidity: Liquidity | null, all: boolean): number {
  const factor = liquidity?.millionths ?? RATE_ONE;
  if (liquidity !== null && !all) return downBy(down(contributions), factor, 1) + sumFen(rest.map(down));
  const products = [contributions, ...rest];
  const divisor = products.reduce((common, product) => greatestCommonDivisor(common, product.millionths), RATE_ONE);
  const weighted = products.reduce((sum, product) => sum + product.fen * (product.millionths / divisor), 0);
  return Number.isSafeInteger(weighted) ? downBy(weighted, factor, RATE_ONE / divisor) : downBy(sumFen(products.map(down)), factor, 1);
}

function missingFigure(rule: AccountFormula): string {
  return rule.kind === 'per-contribution-year' ? openTexts.underOneYear : openTexts.averageMissing;
}

/** C: what the accounts carry, by the centre's own formula and its liquidity factor. */
export function account(loanCase: LoanCase, years: number): Limit | OpenLimit {
  const { pack, input } = loanCase;
  const rule = ruleOf(ruleWords.account, pack.loan.account, input.asOf);
  if (rule === null) return { limit: 'account', open: [missingSentence(ruleWords.account, pack.loan.account)] };
  const found = liquidityRule(loanCase);
  const onContributions = found?.value.on === 'contributions-only';
  const liquidity = found !== null && (touches(found.value, 'account') || onContributions) ? found : null;
  const openFactor = liquidityOpen(loanCase, (on) => on !== 'cap');
  const reckoned = openFactor ? null : reckon(rule.value, loanCase, years);
  const rules = liquidity === null ? ([rule] as const) : ([rule, liquidity] as const);
  if (reckoned === null) {
    const sentence = openFactor ? missingSentence(ruleWords.liquidity, pack.loan.liquidity) : missingFigure(rule.value);
    return { limit: 'account', amountFen: null, rules, unknown: [sentence], say: () => ({ formula: sentence, inputs: {} }) };
  }
  const factor = liquidity?.value.millionths ?? null;
  const amountFen = wholeYuan(Math.max(reckoned.leastFen ?? 0, together(reckoned, liquidity?.value ?? null, !onContributions)));
  return {
    limit: 'account',
    amountFen,
    rules,
    ...(reckoned.unknown === undefined ? {} : { unknown: reckoned.unknown }),
    say: () => ({
      formula: reckoned.formula(amountFen, factor, onContributions),
      inputs: { ...reckoned.inputs, ...(factor === null ? {} : { liquidityMillionths: factor }) },
    }),
  };
}
