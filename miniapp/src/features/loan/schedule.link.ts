import type { RepaymentMethod } from '@anju/shared/contract';
import { checkScheduleInput } from '@anju/shared/loan';
import { go, pathOf } from '../../screen/index.ts';

/** What a plan is drawn from, as it stands in the address. */
export interface PlanInput {
  readonly principalFen: number;
  readonly rate: number;
  readonly months: number;
  readonly method: RepaymentMethod;
}

export const scheduleUrl = (plan: PlanInput): string =>
  pathOf('/features/loan/pages/schedule/index', { principal: String(plan.principalFen), rate: String(plan.rate), months: String(plan.months), method: plan.method });

export function openSchedule(plan: PlanInput): void {
  go(scheduleUrl(plan));
}

/** Reads the address; null when no plan can be drawn from it. */
export function planFrom(params: Readonly<Record<string, string | undefined>>): PlanInput | null {
  const plan = {
    principalFen: Number(params['principal'] ?? NaN),
    rate: Number(params['rate'] ?? NaN),
    months: Number(params['months'] ?? NaN),
    method: params['method'] === 'equal-principal' ? ('equal-principal' as const) : ('equal-instalment' as const),
  };
  const faults = checkScheduleInput({ principalFen: plan.principalFen, annualRateMillionths: plan.rate, months: plan.months, method: plan.method });
  return faults.length === 0 ? plan : null;
}
