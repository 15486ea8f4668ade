import { integerFault, isRecord, SCHEDULE_LIMITS, ScheduleInputError, within } from './schedule-input.ts';
import type { FieldFault, RepaymentMethod, ScheduleInput } from './schedule-input.ts';
import { checkScheduleInput, scheduleSummary } from './schedule.ts';
import type { ScheduleSummary } from './schedule.ts';

/** A commercial loan to be turned into a fund loan (商转公), and the fund loan that is offered for it. */
export interface ConversionInput {
  readonly commercial: { readonly balanceFen: number; readonly annualRateMillionths: number; readonly monthsLeft: number; readonly method: RepaymentMethod };
  readonly fund: { readonly amountFen: number; readonly annualRateMillionths: number; readonly months: number; readonly method: RepaymentMethod };
  /** What turning it costs: guarantee, bridge loan, registration. */
  readonly costsFen?: number;
}

/** Before and after; a saving can be negative, when the fund loan runs much longer or the costs are high. */
export interface ConversionGain {
  readonly before: ScheduleSummary;
  readonly after: {
    /** Both parts together. */
    readonly firstInstalmentFen: number;
    readonly totalInterestFen: number;
    readonly pressTotalInterestFen: number;
    readonly fund: ScheduleSummary;
    /** What the fund's quota does not cover stays with the bank, as a combined loan. */
    readonly keptCommercialFen: number;
    readonly commercial: ScheduleSummary | null;
  };
  readonly savedInterestFen: number;
  readonly pressSavedInterestFen: number;
  /** The saving of interest less the costs. */
  readonly gainFen: number;
  /** What each month gets cheaper at first; negative when it gets dearer. */
  readonly instalmentFallsFen: number;
}

function loansOf({ commercial, fund }: ConversionInput): { readonly before: ScheduleInput; readonly converted: ScheduleInput; readonly kept: ScheduleInput | null } {
  const before = {
    principalFen: commercial.balanceFen,
    annualRateMillionths: commercial.annualRateMillionths,
    months: commercial.monthsLeft,
    method: commercial.method,
  };
  const keptFen = commercial.balanceFen - fund.amountFen;
  return {
    before,
    converted: { principalFen: fund.amountFen, annualRateMillionths: fund.annualRateMillionths, months: fund.months, method: fund.method },
    kept: keptFen === 0 ? null : { ...before, principalFen: keptFen },
  };
}

/** The names of a loan's fields as they stand in this input. */
const named = (faults: readonly FieldFault[], names: Readonly<Record<string, string>>): FieldFault[] =>
  faults.map((fault) => ({ ...fault, field: names[fault.field] ?? fault.field }));

/** Every field that is wrong, by its path; empty when the gain can be computed. */
export function checkConversion(input: ConversionInput): readonly FieldFault[] {
  if (!isRecord(input) || !isRecord(input.commercial)) return [{ field: 'commercial', rule: 'record', message: '请填写商业贷款' }];
  if (!isRecord(input.fund)) return [{ field: 'fund', rule: 'record', message: '请填写公积金贷款' }];
  const { before, converted } = loansOf(input);
  const faults = [
    ...within('commercial', named(checkScheduleInput(before), { principalFen: 'balanceFen', months: 'monthsLeft' })),
    ...within('fund', named(checkScheduleInput(converted), { principalFen: 'amountFen' })),
    ...(input.costsFen === undefined ? [] : integerFault('costsFen', input.costsFen, 0, SCHEDULE_LIMITS.principalFen, '费用应在 0 到 1 亿元之间')),
  ];
  if (faults.length > 0 || input.fund.amountFen <= input.commercial.balanceFen) return faults;
  return [{ field: 'fund.amountFen', rule: 'above-balance', message: '公积金贷款金额不能超过商业贷款余额' }];
}

/**
 * What turning a commercial loan into a fund loan brings, by both conventions of total interest. @param input both loans from today on,
 * whole months @throws ScheduleInputError for what checkConversion refuses
 */
export function conversionGain(input: ConversionInput): ConversionGain {
  const faults = checkConversion(input);
  if (faults.length > 0) throw new ScheduleInputError(faults);
  const loans = loansOf(input);
  const before = scheduleSummary(loans.before);
  const fund = scheduleSummary(loans.converted);
  const commercial = loans.kept === null ? null : scheduleSummary(loans.kept);
  const both = (of: (summary: ScheduleSummary) => number): number => of(fund) + (commercial === null ? 0 : of(commercial));
  const after = {
    firstInstalmentFen: both((one) => one.firstInstalmentFen),
    totalInterestFen: both((one) => one.totalInterestFen),
    pressTotalInterestFen: both((one) => one.pressTotalInterestFen),
    fund,
    keptCommercialFen: loans.kept?.principalFen ?? 0,
    commercial,
  };
  const savedInterestFen = before.totalInterestFen - after.totalInterestFen;
  return {
    before,
    after,
    savedInterestFen,
    pressSavedInterestFen: before.pressTotalInterestFen - after.pressTotalInterestFen,
    gainFen: savedInterestFen - (input.costsFen ?? 0),
    instalmentFallsFen: before.firstInstalmentFen - after.firstInstalmentFen,
  };
}
