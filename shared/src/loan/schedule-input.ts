import { isPlainDate } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';

export type RepaymentMethod = 'equal-instalment' | 'equal-principal';

export interface RateChange {
  readonly from: PlainDate;
  readonly annualRateMillionths: number;
}
export interface Prepayment {
  readonly afterPeriod: number;
  readonly amountFen: number;
  readonly keep: 'term' | 'instalment';
}
export interface ScheduleInput {
  readonly principalFen: number;
  readonly annualRateMillionths: number;
  readonly months: number;
  readonly method: RepaymentMethod;
  readonly firstDueOn?: PlainDate;
  readonly rateChanges?: readonly RateChange[];
  readonly prepayments?: readonly Prepayment[];
}

/** A field that is refused, by its path, why as a code, and a sentence a person can act on. */
export interface FieldFault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** Limits of a schedule: 1 to 360 months, 1 fen to 100,000,000.00 yuan, 0 to 24 % a year, 120 changes of rate, 360 prepayments. */
export const SCHEDULE_LIMITS = { months: 360, principalFen: 10_000_000_000, rateMillionths: 240_000, rateChanges: 120, prepayments: 360 } as const;

/** Thrown by buildSchedule for input that checkScheduleInput would have refused. */
export class ScheduleInputError extends Error {
  override readonly name = 'ScheduleInputError';
  readonly faults: readonly FieldFault[];
  constructor(faults: readonly FieldFault[]) {
    super(`schedule input: ${faults.map((fault) => `${fault.field} ${fault.rule}`).join(', ')}`);
    this.faults = faults;
  }
}

/** An integer within limits, or the fault. */
export function integerFault(field: string, value: number, least: number, most: number, message: string): FieldFault[] {
  return Number.isSafeInteger(value) && value >= least && value <= most ? [] : [{ field, rule: 'range', message }];
}

const RATE_WORDS = '年利率应在 0 到 24% 之间';

function rateChangeFaults(input: ScheduleInput): FieldFault[] {
  const changes = input.rateChanges ?? [];
  const faults: FieldFault[] = [];
  if (changes.length > 0 && input.firstDueOn === undefined) {
    faults.push({ field: 'firstDueOn', rule: 'required', message: '有利率调整时，请填写首期还款日' });
  }
  if (changes.length > SCHEDULE_LIMITS.rateChanges) return [...faults, { field: 'rateChanges', rule: 'size', message: '利率调整次数过多' }];
  changes.forEach((change, at) => {
    const field = `rateChanges.${at}`;
    if (!isPlainDate(change.from)) faults.push({ field: `${field}.from`, rule: 'date', message: '请填写有效的利率调整日期' });
    faults.push(...integerFault(`${field}.annualRateMillionths`, change.annualRateMillionths, 0, SCHEDULE_LIMITS.rateMillionths, RATE_WORDS));
    if (changes.findIndex((other) => other.from === change.from) !== at) {
      faults.push({ field: `${field}.from`, rule: 'duplicate', message: '同一天只能调整一次利率' });
    }
  });
  return faults;
}

function prepaymentFaults(input: ScheduleInput): FieldFault[] {
  const prepayments = input.prepayments ?? [];
  if (prepayments.length > SCHEDULE_LIMITS.prepayments) return [{ field: 'prepayments', rule: 'size', message: '提前还款次数过多' }];
  const faults: FieldFault[] = [];
  prepayments.forEach((prepayment, at) => {
    const field = `prepayments.${at}`;
    faults.push(...integerFault(`${field}.afterPeriod`, prepayment.afterPeriod, 1, Math.max(1, input.months - 1), '提前还款的期次应在第 1 期之后、最后一期之前'));
    faults.push(...integerFault(`${field}.amountFen`, prepayment.amountFen, 1, SCHEDULE_LIMITS.principalFen, '提前还款金额应大于 0 且不超过贷款余额'));
    if (prepayment.keep !== 'term' && prepayment.keep !== 'instalment') {
      faults.push({ field: `${field}.keep`, rule: 'choice', message: '请选择期限不变或月供不变' });
    }
    if (prepayments.findIndex((other) => other.afterPeriod === prepayment.afterPeriod) !== at) {
      faults.push({ field: `${field}.afterPeriod`, rule: 'duplicate', message: '同一期只能提前还款一次' });
    }
  });
  return faults;
}

/** What the fields say by themselves; whether a prepayment exceeds the balance only the schedule knows. */
export function fieldFaults(input: ScheduleInput): FieldFault[] {
  const faults = [
    ...integerFault('principalFen', input.principalFen, 1, SCHEDULE_LIMITS.principalFen, '贷款金额应在 0.01 元到 1 亿元之间'),
    ...integerFault('annualRateMillionths', input.annualRateMillionths, 0, SCHEDULE_LIMITS.rateMillionths, RATE_WORDS),
    ...integerFault('months', input.months, 1, SCHEDULE_LIMITS.months, '期限应在 1 到 360 个月之间'),
  ];
  if (input.method !== 'equal-instalment' && input.method !== 'equal-principal') {
    faults.push({ field: 'method', rule: 'choice', message: '请选择等额本息或等额本金' });
  }
  if (input.firstDueOn !== undefined && !(isPlainDate(input.firstDueOn) && input.firstDueOn < '2160-01-01')) {
    faults.push({ field: 'firstDueOn', rule: 'date', message: '请填写有效的首期还款日' });
  }
  return [...faults, ...rateChangeFaults(input), ...prepaymentFaults(input)];
}
