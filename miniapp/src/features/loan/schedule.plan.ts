import type { RepaymentMethod } from '@anju/shared/contract';
import { checkScheduleInput } from '@anju/shared/loan';

/** What a plan is drawn from, as it stands in the address. */
export interface PlanInput {
  readonly principalFen: number;
  readonly rate: number;
  readonly months: number;
  readonly method: RepaymentMethod;
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
