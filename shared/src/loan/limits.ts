import { fenTimes, RATE_ONE, sumFen } from '../money/index.ts';
import { endingAge, figureOn } from '../policy/index.ts';
import type { Figures, PolicySource } from '../policy/index.ts';
import { largestPrincipalFor } from './instalment.ts';
import { formulas, unknowns } from './texts/estimate.texts.ts';
import type { EstimateApplicant, EstimateCase, LimitLine, LimitName } from './estimate-input.ts';
import type { Term } from './term.ts';

/** A limit, and what had to be left open while computing it. */
export interface Limit {
  readonly line: LimitLine;
  readonly unknown: readonly string[];
}

function limitOf(limit: LimitName, amountFen: number | null, formula: string, inputs: LimitLine['inputs'], source: PolicySource, unknown: readonly string[] = []): Limit {
  return { line: { limit, amountFen, formula, inputs, source }, unknown };
}

const YUAN = 100;
/** Down to the yuan. */
export const wholeYuan = (amountFen: number): number => Math.floor(amountFen / YUAN) * YUAN;

/** Applicants who have contributed long enough; all of them when the centre sets no months. */
export function qualified({ input, pack }: EstimateCase): readonly EstimateApplicant[] {
  const needed = figureOn(pack.loan.contributionMonths, input.asOf)?.value ?? 0;
  const enough = input.applicants.filter((applicant) => applicant.contributionMonths >= needed);
  return enough.length > 0 ? enough : input.applicants;
}

function ruleOrder({ input, pack }: EstimateCase): 'first' | 'second' {
  const from = figureOn(pack.loan.firstHomeRulesFromChildren, input.asOf);
  const manyChildren = from !== undefined && (input.household.children ?? 0) >= from.value;
  return manyChildren ? 'first' : input.house.order;
}

/** A: the city's cap, with the uplift for a first home. */
export function cityCap(estimateCase: EstimateCase): Limit | null {
  const { input, pack } = estimateCase;
  const cap = figureOn(pack.loan.cap, input.asOf);
  if (cap === undefined) return null;
  const people = qualified(estimateCase).length;
  const baseFen = people > 1 ? cap.value.jointFen : cap.value.singleFen;
  const uplift = ruleOrder(estimateCase) === 'first' ? figureOn(pack.loan.firstHomeUplift, input.asOf) : undefined;
  const amountFen = wholeYuan(fenTimes(baseFen, RATE_ONE + (uplift?.value ?? 0), RATE_ONE, 'down'));
  const formula = uplift === undefined ? formulas.cap(people, amountFen) : formulas.capWithUplift(people, baseFen, uplift.value, amountFen);
  const inputs = { people, baseFen, ...(uplift === undefined ? {} : { upliftMillionths: uplift.value }) };
  const asFirst = input.house.order === 'second' && ruleOrder(estimateCase) === 'first';
  return limitOf('city-cap', amountFen, formula, inputs, cap.source, asFirst ? [unknowns.secondAsFirstRate] : []);
}

/** B: the price less the least down payment. */
export function priceShare(estimateCase: EstimateCase): Limit | null {
  const { input, pack } = estimateCase;
  const affordable = input.house.kind === 'affordable';
  const figures: Figures<number> = affordable
    ? pack.loan.downPaymentAffordable
    : input.house.order === 'first' ? pack.loan.downPaymentFirst : pack.loan.downPaymentSecond;
  const down = figureOn(figures, input.asOf);
  if (down === undefined) return null;
  const amountFen = wholeYuan(fenTimes(input.house.priceFen, RATE_ONE - down.value, RATE_ONE, 'down'));
  const { priceFen, order } = input.house;
  const formula = formulas.priceShare(priceFen, order, affordable, down.value, amountFen);
  return limitOf('price-share', amountFen, formula, { priceFen, downPaymentMillionths: down.value }, down.source);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** (flow × years × factor + balance) × liquidity, exact until its one rounding down. */
function flowQuota(flowFen: number, years: number, balanceFen: number, rule: { factorMillionths: number; liquidityMillionths: number }): number {
  const divisor = greatestCommonDivisor(rule.factorMillionths, RATE_ONE);
  const parts = RATE_ONE / divisor;
  const weighted = flowFen * years * (rule.factorMillionths / divisor) + balanceFen * parts;
  return fenTimes(weighted, rule.liquidityMillionths, RATE_ONE * parts, 'down');
}

/** C: what the accounts carry, by the centre's own formula. */
export function account(estimateCase: EstimateCase, term: Term): Limit | null {
  const { input, pack } = estimateCase;
  const rule = figureOn(pack.loan.account, input.asOf);
  if (rule === undefined) return null;
  const people = qualified(estimateCase);
  const balanceFen = sumFen(people.map((applicant) => applicant.balanceFen));
  if (rule.value.kind === 'balance-multiple') {
    const { multiple } = rule.value;
    const amountFen = wholeYuan(fenTimes(balanceFen, multiple, 1, 'down'));
    return limitOf('account', amountFen, formulas.balanceMultiple(balanceFen, multiple, amountFen), { balanceFen, multiple }, rule.source);
  }
  const { months, factorMillionths, liquidityMillionths } = rule.value;
  const flowFen = fenTimes(sumFen(people.map((applicant) => applicant.monthlyContributionFen)), months, 1, 'down');
  const amountFen = wholeYuan(flowQuota(flowFen, term.years, balanceFen, rule.value));
  const formula = formulas.contributionFlow(flowFen, months, term.years, factorMillionths, balanceFen, liquidityMillionths, amountFen);
  const inputs = { contributionsFen: flowFen, months, years: term.years, factorMillionths, balanceFen, liquidityMillionths };
  return limitOf('account', amountFen, formula, inputs, rule.source, [unknowns.sixMonths]);
}

/** D: what can be repaid each month, as a share of the contribution bases. */
export function repaymentAbility(estimateCase: EstimateCase, term: Term, rateMillionths: number): Limit | null {
  const { input, pack } = estimateCase;
  const rule = figureOn(pack.loan.repaymentShare, input.asOf);
  if (rule === undefined) return null;
  const limit = 'repayment-ability' as const;
  const bases = qualified(estimateCase).map((applicant) => applicant.contributionBaseFen);
  const known = bases.filter((base) => base !== undefined);
  const debt = (input.otherMonthlyDebtFen ?? 0) > 0 ? [unknowns.otherDebt] : [];
  if (known.length < bases.length) {
    return limitOf(limit, null, formulas.repaymentAbilityUnknown(rule.value), { shareMillionths: rule.value }, rule.source, [unknowns.baseMissing, ...debt]);
  }
  const baseFen = sumFen(known);
  const monthlyFen = fenTimes(baseFen, rule.value, RATE_ONE, 'down');
  const amountFen = term.years === 0 ? 0 : largestPrincipalFor(monthlyFen, rateMillionths, term.years * 12, YUAN);
  const formula = formulas.repaymentAbility(baseFen, rule.value, monthlyFen, term.years, amountFen);
  const inputs = { contributionBasesFen: baseFen, shareMillionths: rule.value, monthlyFen, years: term.years, annualRateMillionths: rateMillionths };
  return limitOf(limit, amountFen, formula, inputs, rule.source, debt);
}

/** Months of contribution before an application: nothing without them. Otherwise it lets the city's cap through. */
export function contributionMonths(estimateCase: EstimateCase, capFen: number | null): Limit | null {
  const { input, pack } = estimateCase;
  const rule = figureOn(pack.loan.contributionMonths, input.asOf);
  if (rule === undefined) return null;
  const months = input.applicants.map((applicant) => applicant.contributionMonths);
  const best = Math.max(...months);
  const met = best >= rule.value;
  const formula = met ? formulas.contributionMonthsMet(best, rule.value) : formulas.contributionMonthsMissing(best, rule.value);
  const unknown = met && months.some((one) => one < rule.value) ? [unknowns.someMonthsShort] : [];
  return limitOf('contribution-months', met ? capFen : 0, formula, { months: best, needed: rule.value }, rule.source, unknown);
}

/** The age by which a loan must end: nothing when less than a year is left. Otherwise it lets the city's cap through, for its years. */
export function ageTerm(term: Term, capFen: number | null): Limit {
  const over = term.longestYears === 0;
  const { age, longestYears, years } = term;
  const formula = over ? formulas.ageTermOver(age) : formulas.ageTerm(age, longestYears);
  return limitOf('age-term', over ? 0 : capFen, formula, { age, longestYears, years }, endingAge.source, term.unknown);
}
