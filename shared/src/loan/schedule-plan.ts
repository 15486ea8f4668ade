import { mulDivRounded } from '../money/index.ts';
import { equalInstalment, periodInterest } from './instalment.ts';
import type { Prepayment, RepaymentMethod } from './schedule-input.ts';

/** What the rest of a schedule is computed from; a change of rate or a prepayment makes a new one. */
export interface Plan {
  readonly method: RepaymentMethod;
  /** Millionths a year. */
  readonly rate: number;
  /** The last period; it takes what is left. */
  readonly end: number;
  /** 等额本息: the monthly amount. */
  readonly instalmentFen: number;
  /** 等额本金: the amount that is spread, over how many periods, and the period before the first of them. */
  readonly spread: { readonly amountFen: number; readonly over: number; readonly after: number };
}

/** The plan of a balance from after a period to the end. */
export function planFrom(method: RepaymentMethod, rate: number, balanceFen: number, after: number, end: number): Plan {
  const over = end - after;
  const instalmentFen = method === 'equal-instalment' ? equalInstalment(balanceFen, rate, over) : 0;
  return { method, rate, end, instalmentFen, spread: { amountFen: balanceFen, over, after } };
}

/** 等额本金: round(P·k/n) − round(P·(k−1)/n), so that the parts sum exactly. */
function spreadPart({ amountFen, over, after }: Plan['spread'], period: number): number {
  const upTo = (count: number): number => mulDivRounded(amountFen, count, over, 'half-up');
  return upTo(period - after) - upTo(period - after - 1);
}

/** What a period repays by the plan; never below nothing. The interest of a whole month counts, so that a part period or a split month does not move the principal. */
function plannedPart(plan: Plan, period: number, balanceFen: number): number {
  const part = plan.method === 'equal-instalment' ? plan.instalmentFen - periodInterest(balanceFen, plan.rate) : spreadPart(plan.spread, period);
  return Math.max(0, part);
}

/** The principal a period repays: the planned part, the last period all that is left. */
export function principalOf(plan: Plan, period: number, balanceFen: number): number {
  return period === plan.end ? balanceFen : Math.min(balanceFen, plannedPart(plan, period, balanceFen));
}

/** The same monthly amount for a smaller balance: it ends as soon as that is repaid, at the latest as before. */
export function shortened(plan: Plan, balanceFen: number, after: number): Plan {
  let left = balanceFen;
  for (let period = after + 1; period < plan.end; period += 1) {
    const part = plannedPart(plan, period, left);
    if (left <= part) return { ...plan, end: period };
    left -= part;
  }
  return plan;
}

/** A new rate from a period on. 等额本息: the instalment anew from what is left; 等额本金 keeps its principal. */
export function atRate(plan: Plan, rate: number, balanceFen: number, after: number): Plan {
  return plan.method === 'equal-instalment' ? planFrom(plan.method, rate, balanceFen, after, plan.end) : { ...plan, rate };
}

/** The plan after a prepayment that left a balance. */
export function prepaid(plan: Plan, keep: Prepayment['keep'], balanceFen: number, after: number): Plan {
  if (balanceFen === 0) return { ...plan, end: after };
  return keep === 'term' ? planFrom(plan.method, plan.rate, balanceFen, after, plan.end) : shortened(plan, balanceFen, after);
}
