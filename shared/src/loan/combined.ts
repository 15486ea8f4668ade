import type { PlainDate } from '../calendar/index.ts';
import { isRecord, ScheduleInputError, within } from './schedule-input.ts';
import type { FieldFault, ScheduleInput } from './schedule-input.ts';
import { buildSchedule, checkScheduleInput } from './schedule.ts';
import type { Schedule, ScheduleSummary } from './schedule.ts';

/** A combined loan (组合贷款): the fund's part and the bank's, each with its own rate, months and method. */
export interface CombinedInput {
  readonly fund: ScheduleInput;
  readonly commercial: ScheduleInput;
}
/** What falls due in a month on both. */
export interface CombinedRow {
  readonly period: number;
  readonly dueOn?: PlainDate;
  readonly instalmentFen: number;
  readonly principalFen: number;
  readonly interestFen: number;
  readonly prepaidFen?: number;
  readonly balanceFen: number;
}
export interface CombinedSchedule extends ScheduleSummary {
  readonly fund: Schedule;
  readonly commercial: Schedule;
  readonly rows: readonly CombinedRow[];
}

/** Every field that is wrong, under `fund` or `commercial`; empty when both schedules can be made. */
export function checkCombinedInput(input: CombinedInput): readonly FieldFault[] {
  if (!isRecord(input)) return [{ field: 'fund', rule: 'record', message: '请填写公积金贷款和商业贷款' }];
  const faults = [...within('fund', checkScheduleInput(input.fund)), ...within('commercial', checkScheduleInput(input.commercial))];
  if (faults.length > 0) return faults;
  const together = input.fund.firstDueOn === input.commercial.firstDueOn;
  return together ? [] : [{ field: 'commercial.firstDueOn', rule: 'differs', message: '两笔贷款的首期还款日应相同' }];
}

function rowOf(period: number, fund: Schedule, commercial: Schedule): CombinedRow {
  const parts = [fund.rows[period - 1], commercial.rows[period - 1]].filter((row) => row !== undefined);
  const sum = (of: (row: CombinedRow) => number): number => parts.reduce((total, row) => total + of(row), 0);
  const dueOn = parts.map((row) => row.dueOn).filter((day) => day !== undefined).sort().pop();
  const prepaidFen = sum((row) => row.prepaidFen ?? 0);
  return {
    period,
    ...(dueOn === undefined ? {} : { dueOn }),
    instalmentFen: sum((row) => row.instalmentFen),
    principalFen: sum((row) => row.principalFen),
    interestFen: sum((row) => row.interestFen),
    ...(prepaidFen > 0 ? { prepaidFen } : {}),
    balanceFen: sum((row) => row.balanceFen),
  };
}

/** Both loans computed apart and added month by month (reference: housing-fund §3.2). @throws ScheduleInputError for what checkCombinedInput refuses */
export function combinedSchedule(input: CombinedInput): CombinedSchedule {
  const faults = checkCombinedInput(input);
  if (faults.length > 0) throw new ScheduleInputError(faults);
  const fund = buildSchedule(input.fund);
  const commercial = buildSchedule(input.commercial);
  const periods = Math.max(fund.periods, commercial.periods);
  const rows = Array.from({ length: periods }, (_, at) => rowOf(at + 1, fund, commercial));
  return {
    fund,
    commercial,
    rows,
    firstInstalmentFen: rows[0]?.instalmentFen ?? 0,
    lastInstalmentFen: rows[periods - 1]?.instalmentFen ?? 0,
    totalInterestFen: fund.totalInterestFen + commercial.totalInterestFen,
    pressTotalInterestFen: fund.pressTotalInterestFen + commercial.pressTotalInterestFen,
    periods,
  };
}
