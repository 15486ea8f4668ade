import { addMonths, datePartsOf, daysInMonth, isPlainDate } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { usualDueDay } from './schedule-period.ts';

export type RepaymentMethod = 'equal-instalment' | 'equal-principal';
/** How the month is charged in which a rate changes: at the rate of its due day throughout, or each rate for its days on 360. */
export type RateSplit = 'whole-period' | 'by-days';

export interface RateChange {
  readonly from: PlainDate;
  readonly annualRateMillionths: number;
}
export interface Prepayment {
  readonly afterPeriod: number;
  readonly amountFen: number;
  readonly keep: 'term' | 'instalment';
}
/** A loan. Without days every period is a whole month; `grantedOn` and `endsOn` make the first and the last one a part, charged by days. */
export interface ScheduleInput {
  readonly principalFen: number;
  readonly annualRateMillionths: number;
  readonly months: number;
  readonly method: RepaymentMethod;
  readonly firstDueOn?: PlainDate;
  /** The day the money was paid out; the first period runs from it. */
  readonly grantedOn?: PlainDate;
  /** The last due day, when the loan ends before that month's usual one. */
  readonly endsOn?: PlainDate;
  /** The day of the month instalments fall due on, when the first due day, as a short month's last, does not show it. */
  readonly dueDay?: number;
  readonly rateChanges?: readonly RateChange[];
  /** Left out: `whole-period`, as long as a centre's own rule is unknown. */
  readonly split?: RateSplit;
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

/** Months from the grant to the first due day at most. */
export const LONGEST_FIRST_PERIOD = 3;
/** A schedule of 360 months from a day outside these would leave the calendar. */
const FIRST_DUE = { from: '1900-01-01', before: '2160-01-01' } as const;

/** Thrown by the loan mathematics for input that their check would have refused. */
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

/** What came over a wire may be anything. */
export const isDay = (value: unknown): value is PlainDate => typeof value === 'string' && isPlainDate(value);
export const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** A list of records within a length; its faults when it is something else. */
function listFaults(field: string, list: unknown, most: number, message: string): FieldFault[] {
  if (!Array.isArray(list)) return [{ field, rule: 'list', message: '请检查填写的内容' }];
  if (list.length > most) return [{ field, rule: 'size', message }];
  return list.flatMap((one, at) => (isRecord(one) ? [] : [{ field: `${field}.${at}`, rule: 'record', message: '请检查填写的内容' }]));
}

/** The faults of fields that belong to a part, under the part's name. */
export const within = (part: string, faults: readonly FieldFault[]): FieldFault[] => faults.map((fault) => ({ ...fault, field: `${part}.${fault.field}` }));

export const RATE_WORDS = '年利率应在 0 到 24% 之间';
export const MONTHS_WORDS = '期限应在 1 到 360 个月之间';

/** The changes of rate by themselves. */
export function rateChangeFaults(changes: readonly RateChange[] = []): FieldFault[] {
  const shape = listFaults('rateChanges', changes, SCHEDULE_LIMITS.rateChanges, '利率调整次数过多');
  if (shape.length > 0) return shape;
  return changes.flatMap((change, at) => {
    const field = `rateChanges.${at}`;
    const twice = changes.findIndex((other) => other.from === change.from) !== at;
    return [
      ...(isDay(change.from) ? [] : [{ field: `${field}.from`, rule: 'date', message: '请填写有效的利率调整日期' }]),
      ...integerFault(`${field}.annualRateMillionths`, change.annualRateMillionths, 0, SCHEDULE_LIMITS.rateMillionths, RATE_WORDS),
      ...(twice ? [{ field: `${field}.from`, rule: 'duplicate', message: '同一天只能调整一次利率' }] : []),
    ];
  });
}

function prepaymentFaults({ prepayments = [], months }: ScheduleInput): FieldFault[] {
  const shape = listFaults('prepayments', prepayments, SCHEDULE_LIMITS.prepayments, '提前还款次数过多');
  if (shape.length > 0) return shape;
  return prepayments.flatMap((prepayment, at) => {
    const field = `prepayments.${at}`;
    const keeps = prepayment.keep === 'term' || prepayment.keep === 'instalment';
    const twice = prepayments.findIndex((other) => other.afterPeriod === prepayment.afterPeriod) !== at;
    return [
      ...integerFault(`${field}.afterPeriod`, prepayment.afterPeriod, 1, Math.max(1, months - 1), '提前还款的期次应在第 1 期之后、最后一期之前'),
      ...integerFault(`${field}.amountFen`, prepayment.amountFen, 1, SCHEDULE_LIMITS.principalFen, '提前还款金额应大于 0 且不超过贷款余额'),
      ...(keeps ? [] : [{ field: `${field}.keep`, rule: 'choice', message: '请选择期限不变或月供不变' }]),
      ...(twice ? [{ field: `${field}.afterPeriod`, rule: 'duplicate', message: '同一期只能提前还款一次' }] : []),
    ];
  });
}

/** 等额本息 or 等额本金, or the fault. */
export function methodFaults(method: RepaymentMethod): FieldFault[] {
  const known = method === 'equal-instalment' || method === 'equal-principal';
  return known ? [] : [{ field: 'method', rule: 'choice', message: '请选择等额本息或等额本金' }];
}

/** How the month of a change is charged, or the fault. */
export function splitFaults(split: RateSplit | undefined): FieldFault[] {
  const known = split === undefined || split === 'whole-period' || split === 'by-days';
  return known ? [] : [{ field: 'split', rule: 'choice', message: '请选择整月计息或分段计息' }];
}

/** A due day that can begin a schedule, and the day of the month it goes with. */
export function dueDayFaults(field: string, dueOn: PlainDate, dueDay: number | undefined, message: string): FieldFault[] {
  if (!isDay(dueOn) || dueOn < FIRST_DUE.from || dueOn >= FIRST_DUE.before) return [{ field, rule: 'date', message }];
  if (dueDay === undefined) return [];
  const faults = integerFault('dueDay', dueDay, 1, 31, '每月还款日应在 1 日到 31 日之间');
  if (faults.length > 0) return faults;
  const { year, month, day } = datePartsOf(dueOn);
  return day === Math.min(dueDay, daysInMonth(year, month)) ? [] : [{ field: 'dueDay', rule: 'differs', message: '每月还款日与首期还款日不一致' }];
}

/** The days of a schedule and how they lie to each other. */
function dayFaults(input: ScheduleInput): FieldFault[] {
  const { firstDueOn, grantedOn, endsOn, dueDay, months } = input;
  if (firstDueOn === undefined) {
    const needs = grantedOn !== undefined || endsOn !== undefined || dueDay !== undefined;
    return needs ? [{ field: 'firstDueOn', rule: 'required', message: '请填写首期还款日' }] : [];
  }
  const faults = dueDayFaults('firstDueOn', firstDueOn, dueDay, '请填写有效的首期还款日');
  if (faults.length > 0) return faults;
  const granted = grantedOn === undefined || (isDay(grantedOn) && grantedOn < firstDueOn && firstDueOn <= addMonths(grantedOn, LONGEST_FIRST_PERIOD));
  if (!granted) faults.push({ field: 'grantedOn', rule: 'date', message: '放款日应早于首期还款日，且相隔不超过 3 个月' });
  if (endsOn === undefined || !Number.isSafeInteger(months) || months < 1 || months > SCHEDULE_LIMITS.months) return faults;
  const before = months === 1 && granted && grantedOn !== undefined ? grantedOn : usualDueDay(firstDueOn, dueDay, months - 2);
  const ends = isDay(endsOn) && endsOn > before && endsOn <= usualDueDay(firstDueOn, dueDay, months - 1);
  return ends ? faults : [...faults, { field: 'endsOn', rule: 'date', message: '到期日应在最后一个还款月之内' }];
}

/** What the fields say by themselves; whether a prepayment exceeds the balance only the schedule knows. */
export function fieldFaults(input: ScheduleInput): FieldFault[] {
  if (!isRecord(input)) return [{ field: 'principalFen', rule: 'range', message: '请填写贷款金额' }];
  const undated = input.firstDueOn === undefined && Array.isArray(input.rateChanges) && input.rateChanges.length > 0;
  return [
    ...integerFault('principalFen', input.principalFen, 1, SCHEDULE_LIMITS.principalFen, '贷款金额应在 0.01 元到 1 亿元之间'),
    ...integerFault('annualRateMillionths', input.annualRateMillionths, 0, SCHEDULE_LIMITS.rateMillionths, RATE_WORDS),
    ...integerFault('months', input.months, 1, SCHEDULE_LIMITS.months, MONTHS_WORDS),
    ...methodFaults(input.method),
    ...splitFaults(input.split),
    ...dayFaults(input),
    ...(undated ? [{ field: 'firstDueOn', rule: 'required', message: '有利率调整时，请填写首期还款日' }] : []),
    ...rateChangeFaults(input.rateChanges),
    ...prepaymentFaults(input),
  ];
}
