import { buildSchedule } from '@anju/shared/loan';
import type { Schedule, ScheduleRow } from '@anju/shared/loan';
import type { PlanInput } from './schedule.plan.ts';

/** Twelve periods. */
export interface PlanYear {
  readonly year: number;
  readonly rows: readonly ScheduleRow[];
  readonly paidFen: number;
  readonly interestFen: number;
  readonly balanceFen: number;
}

export function scheduleOf(plan: PlanInput): Schedule {
  return buildSchedule({ principalFen: plan.principalFen, annualRateMillionths: plan.rate, months: plan.months, method: plan.method });
}

/** The rows by year, with what each year costs. */
export function yearsOf(rows: readonly ScheduleRow[]): readonly PlanYear[] {
  const years: PlanYear[] = [];
  for (let at = 0; at < rows.length; at += 12) {
    const part = rows.slice(at, at + 12);
    years.push({
      year: at / 12 + 1,
      rows: part,
      paidFen: part.reduce((sum, row) => sum + row.instalmentFen, 0),
      interestFen: part.reduce((sum, row) => sum + row.interestFen, 0),
      balanceFen: part[part.length - 1]?.balanceFen ?? 0,
    });
  }
  return years;
}
