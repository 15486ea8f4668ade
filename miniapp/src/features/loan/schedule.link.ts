import { go, pathOf } from '../../screen/index.ts';
import type { PlanInput } from './schedule.plan.ts';

/** Opens the plan of a loan. */
export function openSchedule(plan: PlanInput): void {
  go(pathOf('/features/loan/pages/schedule/index', { principal: String(plan.principalFen), rate: String(plan.rate), months: String(plan.months), method: plan.method }));
}
