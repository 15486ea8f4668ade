import { go, PATHS, pathOf } from '../../screen/index.ts';
import type { PlanInput } from './schedule.plan.ts';

/** Opens the plan of a loan. */
export function openSchedule(plan: PlanInput): void {
  go(pathOf(PATHS.schedule, { principal: String(plan.principalFen), rate: String(plan.rate), months: String(plan.months), method: plan.method }));
}
