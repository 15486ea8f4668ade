/**
 * A pre-qualification with advice by Xiamen's rules as one writes it with decimal.js: the same limits read from the same pack, the same
 * searches for advice, both schedules; each amount a Decimal. It makes no words, which the engine does: that favours decimal.js.
 */
import { addMonths } from '@anju/shared/calendar';
import type { EstimateInput, ScheduleSummary } from '@anju/shared/loan';
import { figureOn, loanRateOn } from '@anju/shared/policy';
import type { CentrePack } from '@anju/shared/policy';
import { decimalSchedule, Money } from './decimal-schedule.ts';

/** What both implementations must agree on. */
export interface Prequalification {
  readonly amountFen: number;
  readonly binding: string;
  readonly termMonths: number;
  readonly annualRateMillionths: number;
  readonly limits: Readonly<Record<string, number>>;
  readonly instalments: { readonly equalInstalment: ScheduleSummary; readonly equalPrincipal: ScheduleSummary };
  readonly advice: readonly { readonly code: string; readonly params: Readonly<Record<string, number>>; readonly effectFen: number; readonly from?: string }[];
}

interface Answer {
  readonly amount: Money;
  readonly binding: string;
  readonly years: number;
  readonly longestYears: number;
  readonly rate: number;
  readonly limits: Readonly<Record<'contribution-months' | 'age-term' | 'account' | 'price-share' | 'city-cap', Money>>;
}

const MILLION = new Money(1_000_000);
const yuan = (amount: Money): Money => amount.div(100).floor().mul(100);

function figure<T>(value: { readonly value: T } | undefined): T {
  if (value === undefined) throw new Error('the bench needs a day on which every figure is known');
  return value.value;
}

/** Whole years until the men of this bench are 68. */
function yearsLeft(birthDate: string, asOf: string): number {
  const end = addMonths(birthDate, 68 * 12);
  let years = Number(end.slice(0, 4)) - Number(asOf.slice(0, 4));
  while (years > 0 && addMonths(asOf, years * 12) > end) years -= 1;
  return Math.min(30, Math.max(0, years));
}

function accountLimit(input: EstimateInput, pack: CentrePack, years: number, liquidity: Money): Money {
  const rule = figure(figureOn(pack.loan.account ?? [], input.asOf));
  if (rule.kind !== 'contribution-flow') throw new Error('the bench knows the formula of Xiamen');
  const sum = (of: (one: EstimateInput['applicants'][number]) => number): Money => input.applicants.reduce((total, one) => total.plus(of(one)), new Money(0));
  const flow = sum((one) => one.monthlyContributionFen).mul(rule.months);
  return yuan(flow.mul(years).mul(rule.factorMillionths).div(MILLION).plus(sum((one) => one.balanceFen)).mul(liquidity));
}

function answerOf(input: EstimateInput, pack: CentrePack): Answer {
  const { loan } = pack;
  const { asOf, house } = input;
  const longestYears = Math.min(...input.applicants.map((one) => yearsLeft(one.birthDate, asOf)));
  const years = Math.min(longestYears, input.termYears ?? longestYears);
  const rate = loanRateOn(asOf, house.order, Math.max(1, years * 12)) ?? 0;
  const liquidity = new Money(figure(figureOn(loan.liquidity ?? [], asOf)).millionths).div(MILLION);
  const [capRow] = figure(figureOn(loan.cap ?? [], asOf));
  const down = figure(figureOn(loan.downPayment ?? [], asOf)).find((row) => row.when === undefined || row.when.kind === house.kind);
  const needed = figure(figureOn(loan.contributionMonths ?? [], asOf));
  if (capRow === undefined || down === undefined) throw new Error('no row for this case');
  const cap = yuan(new Money(input.applicants.length > 1 ? capRow.jointFen : capRow.singleFen).mul(liquidity));
  const enough = input.applicants.some((one) => one.contributionMonths >= needed);
  const price = yuan(new Money(house.priceFen).mul(MILLION.minus(down.millionths)).div(MILLION));
  const account = accountLimit(input, pack, years, liquidity);
  const limits = { 'contribution-months': enough ? cap : new Money(0), 'age-term': longestYears > 0 ? cap : new Money(0), account, 'price-share': price, 'city-cap': cap };
  const deciding: readonly [string, Money][] = enough && longestYears > 0 ? [['account', account], ['price-share', price], ['city-cap', cap]] : [['contribution-months', new Money(0)]];
  const [binding, amount] = deciding.reduce((least, one) => (one[1].lessThan(least[1]) ? one : least));
  return { amount, binding, years, longestYears, rate, limits };
}

const later = (input: EstimateInput, months: number): EstimateInput => ({
  ...input,
  asOf: addMonths(input.asOf, months),
  applicants: input.applicants.map((one) => ({
    ...one,
    balanceFen: new Money(one.monthlyContributionFen).mul(months).plus(one.balanceFen).toNumber(),
    contributionMonths: one.contributionMonths + months,
  })),
});

function smallest(most: number, holds: (steps: number) => boolean): number | null {
  if (most < 1 || !holds(most)) return null;
  let [fails, held] = [0, most];
  while (held - fails > 1) {
    const middle = Math.floor((fails + held) / 2);
    if (holds(middle)) held = middle;
    else fails = middle;
  }
  return held;
}

/** The four changes that can lift the account's limit, the largest effect first. */
function adviceOf(input: EstimateInput, pack: CentrePack, now: Answer): Prequalification['advice'] {
  const [first] = input.applicants;
  if (first === undefined || now.binding !== 'account') throw new Error('the bench is about the account’s limit');
  const lifted = (changed: EstimateInput): boolean => {
    const then = answerOf(changed, pack);
    const { account, 'price-share': price, 'city-cap': cap } = then.limits;
    return then.amount.greaterThan(now.amount) && account.greaterThanOrEqualTo(Money.min(price, cap));
  };
  const line = (code: string, params: Record<string, number>, changed: EstimateInput): Prequalification['advice'] => {
    const effectFen = answerOf(changed, pack).amount.minus(now.amount).toNumber();
    return effectFen > 0 ? [{ code, params, effectFen, ...(changed.asOf === input.asOf ? {} : { from: changed.asOf }) }] : [];
  };
  const withTerm = (years: number): EstimateInput => ({ ...input, termYears: years });
  const withBalance = (moreFen: number): EstimateInput => ({ ...input, applicants: [{ ...first, balanceFen: first.balanceFen + moreFen }] });
  const more = smallest(now.longestYears - now.years, (steps) => lifted(withTerm(now.years + steps)));
  const years = more === null ? now.longestYears : now.years + more;
  let months = 1;
  while (months <= 120 && !lifted(later(input, months))) months += 1;
  const room = Money.max(now.limits['price-share'], now.limits['city-cap']).mul(2).div(100).ceil().toNumber();
  const yuanMore = smallest(room, (steps) => lifted(withBalance(steps * 100)));
  return [
    ...line('spouse-joins', { balanceFen: first.balanceFen, monthlyContributionFen: first.monthlyContributionFen }, { ...input, applicants: [first, first] }),
    ...(now.years < now.longestYears ? line('longer-term', { years }, withTerm(years)) : []),
    ...(months <= 120 ? line('keep-contributing', { months }, later(input, months)) : []),
    ...(yuanMore === null ? [] : line('raise-balance', { moreFen: yuanMore * 100 }, withBalance(yuanMore * 100))),
  ].sort((a, b) => b.effectFen - a.effectFen);
}

function summaryOf(input: Parameters<typeof decimalSchedule>[0]): ScheduleSummary {
  const { rows: _rows, ...summary } = decimalSchedule(input);
  return summary;
}

export function decimalPrequalification(input: EstimateInput, pack: CentrePack): Prequalification {
  const now = answerOf(input, pack);
  const terms = { principalFen: now.amount.toNumber(), annualRateMillionths: now.rate, months: now.years * 12 };
  return {
    amountFen: now.amount.toNumber(),
    binding: now.binding,
    termMonths: now.years * 12,
    annualRateMillionths: now.rate,
    limits: Object.fromEntries(Object.entries(now.limits).map(([name, amount]) => [name, amount.toNumber()])),
    instalments: {
      equalInstalment: summaryOf({ ...terms, method: 'equal-instalment' }),
      equalPrincipal: summaryOf({ ...terms, method: 'equal-principal' }),
    },
    advice: adviceOf(input, pack, now),
  };
}
