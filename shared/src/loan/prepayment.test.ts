import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { addDays, addMonths, daysBetween } from '../calendar/index.ts';
import { equalInstalment, partPeriodInterest, periodInterest } from './instalment.ts';
import { checkPrepayment, prepaymentOptions } from './prepayment.ts';
import type { PrepaymentOption } from './prepayment.ts';
import type { RunningLoan } from './running-loan.ts';
import { buildSchedule } from './schedule.ts';
import { ScheduleInputError } from './schedule-input.ts';

const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP });
/** 1,000,000 at 2.60 % over 360 months, 12 instalments paid. */
const loan: RunningLoan = {
  balanceFen: 97_769_465, annualRateMillionths: 26_000, method: 'equal-instalment', periodsLeft: 348, nextDueOn: '2026-12-20', instalmentFen: 400_340,
};
const optionOf = (one: RunningLoan, amountFen: number | undefined, onDay: string, keep: PrepaymentOption['keep']): PrepaymentOption => {
  const option = prepaymentOptions(one, amountFen, onDay).options.find((each) => each.keep === keep);
  if (option === undefined) throw new Error(`no option ${keep}`);
  return option;
};

describe('a prepayment of 200,000 in the middle of a month', () => {
  const quote = prepaymentOptions(loan, 20_000_000, '2026-12-05');

  it('is paid with the interest of the balance from the last due day, on 360 days', () => {
    expect(quote).toMatchObject({
      onDay: '2026-12-05', amountFen: 20_000_000, accruedInterestFen: 105_917, toPayFen: 20_105_917, balanceAfterFen: 77_769_465,
    });
    expect(quote.accruedInterestFen).toBe(partPeriodInterest(97_769_465, 26_000, 15));
    expect(quote.options.map((option) => option.keep)).toEqual(['instalment', 'term']);
  });

  it('keeps the instalment and ends sooner, or keeps the term and lowers the instalment', () => {
    expect(quote.options[0]).toEqual({ keep: 'instalment', savedInterestFen: 18_251_724, pressSavedInterestFen: 18_251_721, instalmentFen: 400_340, periodsLeft: 253, lastDueOn: '2047-12-20' });
    expect(quote.options[1]).toEqual({ keep: 'term', savedInterestFen: 8_477_589, pressSavedInterestFen: 8_477_594, instalmentFen: 318_445, periodsLeft: 348, lastDueOn: '2055-11-20' });
    expect(quote.options[1]?.instalmentFen).toBe(equalInstalment(77_769_465, 26_000, 348));
  });

  it('saves what the two schedules differ by', () => {
    const rest = { annualRateMillionths: 26_000, months: 348, method: 'equal-instalment' as const, firstDueOn: '2026-12-20', grantedOn: '2026-12-05' };
    const [without, withIt] = [buildSchedule({ ...rest, principalFen: 97_769_465 }), buildSchedule({ ...rest, principalFen: 77_769_465 })];
    expect(optionOf({ ...loan, instalmentFen: equalInstalment(97_769_465, 26_000, 348) }, 20_000_000, '2026-12-05', 'term').savedInterestFen).toBe(without.totalInterestFen - withIt.totalInterestFen);
  });

  it('keeps the parts of 等额本金 or spreads them anew', () => {
    const principals: RunningLoan = { ...loan, method: 'equal-principal' };
    const [instalment, term] = prepaymentOptions(principals, 20_000_000, '2026-12-05').options;
    expect(instalment).toMatchObject({ keep: 'instalment', periodsLeft: 277, instalmentFen: 280_947 + periodInterest(77_769_465, 26_000) });
    expect(term).toMatchObject({ keep: 'term', periodsLeft: 348, instalmentFen: 223_475 + periodInterest(77_769_465, 26_000) });
    expect(instalment?.lastDueOn).toBe(addMonths('2026-12-20', 276));
  });
});

describe('a prepayment of the whole balance', () => {
  it('settles the loan that day', () => {
    const whole = prepaymentOptions(loan, undefined, '2026-12-05');
    expect(whole).toMatchObject({ amountFen: 97_769_465, accruedInterestFen: 105_917, toPayFen: 97_875_382, balanceAfterFen: 0 });
    expect(whole.options).toEqual([{ keep: 'whole', savedInterestFen: 41_442_773, pressSavedInterestFen: 41_442_778, instalmentFen: 0, periodsLeft: 0, lastDueOn: '2026-12-05' }]);
    expect(prepaymentOptions(loan, 97_769_465, '2026-12-05')).toEqual(whole);
  });
});

describe('the day of a prepayment', () => {
  it('may be the last due day: nothing has accrued, and the next month is whole', () => {
    const quote = prepaymentOptions(loan, 20_000_000, '2026-11-20');
    expect(quote.accruedInterestFen).toBe(0);
    const whole = buildSchedule({ principalFen: 77_769_465, annualRateMillionths: 26_000, months: 348, method: 'equal-instalment', firstDueOn: '2026-12-20' });
    expect(quote.options[1]).toMatchObject({ instalmentFen: whole.firstInstalmentFen, periodsLeft: 348 });
  });

  it('may be the next due day or later: what is due until then counts as repaid', () => {
    const onDue = prepaymentOptions(loan, 20_000_000, '2026-12-20');
    expect(onDue).toMatchObject({ accruedInterestFen: 0, balanceAfterFen: 97_769_465 - (400_340 - periodInterest(97_769_465, 26_000)) - 20_000_000 });
    expect(onDue.options[1]).toMatchObject({ periodsLeft: 347, lastDueOn: '2055-11-20' });
    const later = prepaymentOptions(loan, 20_000_000, '2027-02-25');
    expect(later.options[1]).toMatchObject({ periodsLeft: 345, lastDueOn: '2055-11-20' });
    expect(later.accruedInterestFen).toBe(partPeriodInterest(later.balanceAfterFen + 20_000_000, 26_000, 5));
  });

  it('in the first period counts from the grant', () => {
    const young: RunningLoan = { ...loan, balanceFen: 100_000_000, periodsLeft: 360, grantedOn: '2026-12-01' };
    expect(prepaymentOptions(young, 1_000_000, '2026-12-11').accruedInterestFen).toBe(partPeriodInterest(100_000_000, 26_000, 10));
    const longFirst: RunningLoan = { ...young, grantedOn: '2026-11-01', runsSince: '2026-11-01' };
    expect(prepaymentOptions(longFirst, 1_000_000, '2026-12-11').accruedInterestFen).toBe(partPeriodInterest(100_000_000, 26_000, 40));
    expect(prepaymentOptions(longFirst, 1_000_000, '2026-12-25').accruedInterestFen).toBe(partPeriodInterest(100_000_000 - (400_340 - 216_667), 26_000, 5));
    expect(prepaymentOptions({ ...young, grantedOn: '2025-01-01' }, 1_000_000, '2026-11-30').accruedInterestFen).toBe(partPeriodInterest(100_000_000, 26_000, 10));
  });

  it('at the end of a month keeps to the day the loan has', () => {
    const last: RunningLoan = { ...loan, nextDueOn: '2027-02-28', dueDay: 31 };
    expect(prepaymentOptions(last, 1_000_000, '2027-02-01').accruedInterestFen).toBe(partPeriodInterest(97_769_465, 26_000, 1));
    expect(optionOf(last, 1_000_000, '2027-02-01', 'term').lastDueOn).toBe('2056-01-31');
    const january: RunningLoan = { ...loan, nextDueOn: '2027-01-31' };
    expect(prepaymentOptions(january, 1_000_000, '2027-01-31')).toMatchObject({ accruedInterestFen: 0 });
    expect(optionOf(january, 1_000_000, '2027-01-31', 'term').lastDueOn).toBe('2055-12-31');
  });

  it('with a change of rate ahead counts it from then on', () => {
    const changing: RunningLoan = { ...loan, rateChanges: [{ from: '2027-01-01', annualRateMillionths: 20_000 }] };
    expect(optionOf(changing, 20_000_000, '2026-12-05', 'term').instalmentFen).toBe(318_445);
    const then = prepaymentOptions(changing, 20_000_000, '2027-01-25');
    const balanceFen = then.balanceAfterFen + 20_000_000;
    expect(then.accruedInterestFen).toBe(partPeriodInterest(balanceFen, 20_000, 5));
    expect(then.options[0]?.instalmentFen).toBe(equalInstalment(97_769_465 - (400_340 - periodInterest(97_769_465, 26_000)), 20_000, 347));
  });

  it('splits a month by days where the centre does', () => {
    const split: RunningLoan = { ...loan, nextDueOn: '2027-01-20', split: 'by-days', rateChanges: [{ from: '2027-01-01', annualRateMillionths: 20_000 }] };
    const exact = new Exact(97_769_465).mul(26_000 * 12 + 20_000 * 5).div(360_000_000).toDecimalPlaces(0).toNumber();
    expect(prepaymentOptions(split, 20_000_000, '2027-01-06').accruedInterestFen).toBe(exact);
  });
});

describe('any prepayment', () => {
  const loans = fc.record({
    principalFen: fc.integer({ min: 100_000, max: 300_000_000 }),
    annualRateMillionths: fc.oneof(fc.constantFrom(0, 21_000, 26_000, 30_750), fc.integer({ min: 0, max: 120_000 })),
    months: fc.integer({ min: 2, max: 360 }),
    method: fc.constantFrom<RunningLoan['method']>('equal-instalment', 'equal-principal'),
    paid: fc.integer({ min: 0, max: 359 }),
    due: fc.integer({ min: 0, max: 4000 }),
    ledger: fc.boolean(),
  });
  const wishes = fc.tuple(loans, fc.integer({ min: 0, max: 27 }), fc.integer({ min: 1, max: 1_000_000 })).chain(([one, day, millionths]) => {
    const { principalFen, annualRateMillionths, months, method, ledger } = one;
    const { rows, firstInstalmentFen } = buildSchedule({ principalFen, annualRateMillionths, months, method });
    const paid = one.paid % months;
    const nextDueOn = addDays('2020-01-01', one.due);
    const running: RunningLoan = {
      balanceFen: rows[paid - 1]?.balanceFen ?? principalFen, annualRateMillionths, method, periodsLeft: months - paid, nextDueOn,
      ...(ledger && method === 'equal-instalment' ? { instalmentFen: firstInstalmentFen } : {}),
    };
    const amountFen = Math.max(1, Math.floor((running.balanceFen * millionths) / 1_000_000));
    return fc.constant({ running, amountFen, onDay: addDays(addMonths(nextDueOn, -1), day) });
  });

  it('saves interest, most when the loan is settled, more when the instalment stays than when the term stays', () => {
    fc.assert(
      fc.property(wishes, ({ running, amountFen, onDay }) => {
        fc.pre(running.balanceFen > 0 && checkPrepayment(running, amountFen, onDay).length === 0);
        const { options } = prepaymentOptions(running, amountFen, onDay);
        const [whole] = prepaymentOptions(running, undefined, onDay).options;
        expect(options.every((option) => option.savedInterestFen >= 0 && option.pressSavedInterestFen >= 0 && option.savedInterestFen <= (whole?.savedInterestFen ?? -1))).toBe(true);
        const [instalment, term] = options;
        if (instalment === undefined || term === undefined) return;
        expect(instalment.savedInterestFen).toBeGreaterThanOrEqual(term.savedInterestFen);
        expect(instalment.periodsLeft).toBeLessThanOrEqual(term.periodsLeft);
        expect(instalment.lastDueOn <= term.lastDueOn).toBe(true);
        expect(term.instalmentFen).toBeLessThanOrEqual(instalment.instalmentFen);
        expect(term.periodsLeft).toBeLessThanOrEqual(running.periodsLeft);
        expect(term.lastDueOn).toBe(addMonths(running.nextDueOn, term.periodsLeft - 1));
      }),
    );
  });

  it('is paid with the interest decimal.js finds', () => {
    fc.assert(
      fc.property(wishes, ({ running, amountFen, onDay }) => {
        fc.pre(running.balanceFen > 0 && checkPrepayment(running, amountFen, onDay).length === 0);
        const { accruedInterestFen, toPayFen, balanceAfterFen } = prepaymentOptions(running, amountFen, onDay);
        const days = daysBetween(addMonths(running.nextDueOn, -1), onDay);
        expect(accruedInterestFen).toBe(new Exact(running.balanceFen).mul(running.annualRateMillionths).mul(days).div(360_000_000).toDecimalPlaces(0).toNumber());
        expect([toPayFen, balanceAfterFen]).toEqual([amountFen + accruedInterestFen, running.balanceFen - amountFen]);
      }),
    );
  });
});

describe('a prepayment that cannot be', () => {
  const faults = (change: Partial<RunningLoan>, amountFen: number | undefined = 20_000_000, onDay = '2026-12-05'): string[] =>
    checkPrepayment({ ...loan, ...change }, amountFen, onDay).map((fault) => `${fault.field} ${fault.rule}`);
  const change = { from: '2027-01-01', annualRateMillionths: 1 };

  it.each<[string, Partial<RunningLoan>, number | undefined, string, string[]]>([
    ['of nothing', {}, 0, '2026-12-05', ['amountFen range']],
    ['below nothing', {}, -1, '2026-12-05', ['amountFen range']],
    ['of a fraction', {}, 0.5, '2026-12-05', ['amountFen range']],
    ['of no number', {}, Number.NaN, '2026-12-05', ['amountFen range']],
    ['as text', {}, '100' as unknown as number, '2026-12-05', ['amountFen range']],
    ['above the balance', {}, 97_769_466, '2026-12-05', ['amountFen above-balance']],
    ['above the balance of a later day', {}, 97_769_465, '2026-12-20', ['amountFen above-balance']],
    ['on no day', {}, 1, '2026-02-30', ['onDay date']],
    ['on a day that is no text', {}, 1, 20261205 as unknown as string, ['onDay date']],
    ['before the grant', { grantedOn: '2026-12-01' }, 1, '2026-11-30', ['onDay before-grant']],
    ['before the last due day', {}, 1, '2026-11-19', ['onDay before-last-due']],
    ['after the loan ended', {}, 1, '2055-11-20', ['onDay after-end']],
    ['of a loan without a balance', { balanceFen: 0 }, 1, '2026-12-05', ['balanceFen range']],
    ['of a loan above 100 million', { balanceFen: 10_000_000_001 }, 1, '2026-12-05', ['balanceFen range']],
    ['at a negative rate', { annualRateMillionths: -1 }, 1, '2026-12-05', ['annualRateMillionths range']],
    ['at more than 24 %', { annualRateMillionths: 240_001 }, 1, '2026-12-05', ['annualRateMillionths range']],
    ['with no periods left', { periodsLeft: 0 }, 1, '2026-12-05', ['periodsLeft range']],
    ['with 361 periods left', { periodsLeft: 361 }, 1, '2026-12-05', ['periodsLeft range']],
    ['by another method', { method: 'bullet' as unknown as 'equal-principal' }, 1, '2026-12-05', ['method choice']],
    ['due on no day', { nextDueOn: 'x' }, 1, '2026-12-05', ['nextDueOn date']],
    ['due on another day of the month', { dueDay: 21 }, 1, '2026-12-05', ['dueDay differs']],
    ['granted after the next due day', { grantedOn: '2026-12-20' }, 1, '2026-12-05', ['grantedOn date']],
    ['granted on no day', { grantedOn: 'x' }, 1, '2026-12-05', ['grantedOn date']],
    ['running since before the grant', { grantedOn: '2026-12-01', runsSince: '2026-11-30' }, 1, '2026-12-05', ['runsSince date']],
    ['running since the next due day', { runsSince: '2026-12-20' }, 1, '2026-12-05', ['runsSince date']],
    ['running since no day', { runsSince: 'x' }, 1, '2026-12-05', ['runsSince date']],
    ['running for more than three months', { runsSince: '2026-09-19' }, 1, '2026-12-05', ['runsSince date']],
    ['with a monthly amount of nothing', { instalmentFen: 0 }, 1, '2026-12-05', ['instalmentFen range']],
    ['with a monthly amount that is the interest', { instalmentFen: periodInterest(97_769_465, 26_000) }, 1, '2026-12-05', ['instalmentFen below-interest']],
    ['with another split', { split: 'x' as unknown as 'by-days' }, 1, '2026-12-05', ['split choice']],
    ['with two changes on a day', { rateChanges: [change, change] }, 1, '2026-12-05', ['rateChanges.1.from duplicate']],
  ])('%s is refused, naming the field', (_what, wrong, amountFen, onDay, expected) => {
    expect(faults(wrong, amountFen, onDay)).toEqual(expected);
    expect(() => prepaymentOptions({ ...loan, ...wrong }, amountFen, onDay)).toThrow(ScheduleInputError);
  });

  it('at the limits is taken', () => {
    expect(faults({}, 97_769_465)).toEqual([]);
    expect(faults({}, undefined, '2026-11-20')).toEqual([]);
    expect(faults({}, 1, '2055-11-19')).toEqual([]);
    expect(faults({ runsSince: '2026-09-20' }, 1, '2026-09-20')).toEqual([]);
    expect(faults({ grantedOn: '2026-12-01', runsSince: '2026-12-01' }, 1, '2026-12-01')).toEqual([]);
    expect(faults({ instalmentFen: periodInterest(97_769_465, 26_000) + 1 })).toEqual([]);
    expect(faults({ balanceFen: 10_000_000_000, annualRateMillionths: 240_000, periodsLeft: 360, instalmentFen: undefined as unknown as number }, 1)).toEqual([]);
    expect(checkPrepayment(null as unknown as RunningLoan, 1, '2026-12-05')).toMatchObject([{ field: 'balanceFen' }]);
  });

  it('is refused or taken whatever comes, and nothing else', () => {
    const odd = fc.oneof(fc.anything(), fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom('2026-12-05', '2026-12-20', 'equal-principal'));
    const record = fc.record(
      { balanceFen: odd, annualRateMillionths: odd, method: odd, periodsLeft: odd, nextDueOn: odd, dueDay: odd, grantedOn: odd, runsSince: odd, instalmentFen: odd, rateChanges: odd, split: odd },
      { requiredKeys: [] },
    );
    const changed = record.map((change_) => ({ ...loan, ...change_ }));
    fc.assert(
      fc.property(fc.oneof(changed, record, odd), odd, odd, (one, amount, day) => {
        const args = [one as RunningLoan, amount as number, day as string] as const;
        if (checkPrepayment(...args).length > 0) expect(() => prepaymentOptions(...args)).toThrow(ScheduleInputError);
        else expect(prepaymentOptions(...args).options.length).toBeGreaterThan(0);
      }),
    );
  });
});
