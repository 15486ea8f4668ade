import fc from 'fast-check';
import { checkConversion, conversionGain } from './conversion.ts';
import type { ConversionInput } from './conversion.ts';
import { scheduleSummary } from './schedule.ts';
import { ScheduleInputError } from './schedule-input.ts';

const input: ConversionInput = {
  commercial: { balanceFen: 100_000_000, annualRateMillionths: 35_000, monthsLeft: 300, method: 'equal-instalment' },
  fund: { amountFen: 80_000_000, annualRateMillionths: 26_000, months: 300, method: 'equal-instalment' },
  costsFen: 500_000,
};

describe('turning a commercial loan into a fund loan', () => {
  it('keeps with the bank what the fund does not cover, and tells what is saved by both conventions', () => {
    const gain = conversionGain(input);
    const before = scheduleSummary({ principalFen: 100_000_000, annualRateMillionths: 35_000, months: 300, method: 'equal-instalment' });
    const fund = scheduleSummary({ principalFen: 80_000_000, annualRateMillionths: 26_000, months: 300, method: 'equal-instalment' });
    const commercial = scheduleSummary({ principalFen: 20_000_000, annualRateMillionths: 35_000, months: 300, method: 'equal-instalment' });
    expect(gain).toEqual({
      before,
      after: {
        firstInstalmentFen: fund.firstInstalmentFen + commercial.firstInstalmentFen,
        totalInterestFen: fund.totalInterestFen + commercial.totalInterestFen,
        pressTotalInterestFen: fund.pressTotalInterestFen + commercial.pressTotalInterestFen,
        fund,
        keptCommercialFen: 20_000_000,
        commercial,
      },
      savedInterestFen: 11_269_012,
      pressSavedInterestFen: 11_268_975,
      gainFen: 10_769_012,
      instalmentFallsFen: 37_563,
    });
  });

  it('of the whole balance leaves nothing with the bank', () => {
    const whole = conversionGain({ commercial: input.commercial, fund: { ...input.fund, amountFen: 100_000_000 } });
    expect(whole.after).toMatchObject({ keptCommercialFen: 0, commercial: null });
    expect(whole.gainFen).toBe(whole.savedInterestFen);
    expect(whole.after.totalInterestFen).toBe(whole.after.fund.totalInterestFen);
  });

  it('over many more months can cost more than it saves, and says so', () => {
    const longer = conversionGain({
      commercial: { ...input.commercial, monthsLeft: 60 }, fund: { amountFen: 100_000_000, annualRateMillionths: 26_000, months: 360, method: 'equal-principal' },
    });
    expect(longer.savedInterestFen).toBeLessThan(0);
    expect(longer.instalmentFallsFen).toBeGreaterThan(0);
  });

  it('at the same rate, months and method changes nothing but the rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500_000_000 }), fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 360 }), fc.integer({ min: 1, max: 1_000_000 }), (balanceFen, annualRateMillionths, months, part) => {
        const amountFen = Math.max(1, Math.floor((balanceFen * part) / 1_000_000));
        const gain = conversionGain({
          commercial: { balanceFen, annualRateMillionths, monthsLeft: months, method: 'equal-principal' }, fund: { amountFen, annualRateMillionths, months, method: 'equal-principal' },
        });
        expect(Math.abs(gain.savedInterestFen)).toBeLessThanOrEqual(2 * months);
        expect(Math.abs(gain.pressSavedInterestFen)).toBeLessThanOrEqual(1);
        expect(gain.after.keptCommercialFen + amountFen).toBe(balanceFen);
      }),
    );
  });

  const faults = (wrong: ConversionInput): string[] => checkConversion(wrong).map((fault) => `${fault.field} ${fault.rule}`);
  it.each<[string, ConversionInput, string[]]>([
    ['a fund loan above the balance', { ...input, fund: { ...input.fund, amountFen: 100_000_001 } }, ['fund.amountFen above-balance']],
    ['no fund loan', { ...input, fund: { ...input.fund, amountFen: 0 } }, ['fund.amountFen range']],
    ['no balance', { ...input, commercial: { ...input.commercial, balanceFen: 0 } }, ['commercial.balanceFen range']],
    ['no months', { ...input, commercial: { ...input.commercial, monthsLeft: 0 }, fund: { ...input.fund, months: 0 } }, ['commercial.monthsLeft range', 'fund.months range']],
    ['another method', { ...input, fund: { ...input.fund, method: 'x' as 'equal-principal' } }, ['fund.method choice']],
    ['a rate that is no number', { ...input, commercial: { ...input.commercial, annualRateMillionths: Number.NaN } }, ['commercial.annualRateMillionths range']],
    ['negative costs', { ...input, costsFen: -1 }, ['costsFen range']],
    ['huge costs', { ...input, costsFen: 10_000_000_001 }, ['costsFen range']],
    ['nothing of the bank', { fund: input.fund } as ConversionInput, ['commercial record']],
    ['nothing of the fund', { commercial: input.commercial } as ConversionInput, ['fund record']],
    ['nothing at all', null as unknown as ConversionInput, ['commercial record']],
  ])('with %s is refused, naming the field', (_what, wrong, expected) => {
    expect(faults(wrong)).toEqual(expected);
    expect(() => conversionGain(wrong)).toThrow(ScheduleInputError);
  });

  it('with costs at the limits is taken', () => {
    expect(faults({ ...input, costsFen: 0 })).toEqual([]);
    expect(faults({ ...input, costsFen: 10_000_000_000 })).toEqual([]);
  });
});
