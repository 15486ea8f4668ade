import { buildSchedule, checkScheduleInput } from './schedule.ts';
import { ScheduleInputError, within } from './schedule-input.ts';
import type { Prepayment, ScheduleInput } from './schedule-input.ts';

const million: ScheduleInput = { principalFen: 100_000_000, annualRateMillionths: 26_000, months: 360, method: 'equal-instalment' };

describe('input of a schedule', () => {
  const faults = (change: Partial<ScheduleInput>): string[] => checkScheduleInput({ ...million, ...change }).map((fault) => `${fault.field} ${fault.rule}`);
  const change = { from: '2026-01-01', annualRateMillionths: 26_000 };
  const prepayment: Prepayment = { afterPeriod: 12, amountFen: 1, keep: 'term' };

  it('within the limits is taken', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ principalFen: 1, months: 1, annualRateMillionths: 0 })).toEqual([]);
    expect(faults({ principalFen: 10_000_000_000, annualRateMillionths: 240_000 })).toEqual([]);
    expect(faults({ method: 'equal-principal', split: 'whole-period', rateChanges: [], prepayments: [] })).toEqual([]);
    expect(faults({ prepayments: Array.from({ length: 359 }, (_, at) => ({ ...prepayment, afterPeriod: at + 1 })) })).toEqual([]);
    expect(faults({ firstDueOn: '1900-01-01' })).toEqual([]);
    expect(faults({ firstDueOn: '2159-12-31' })).toEqual([]);
    expect(faults({ firstDueOn: '2026-04-20', grantedOn: '2026-01-20', dueDay: 20, endsOn: '2056-03-20', split: 'by-days' })).toEqual([]);
    expect(faults({ firstDueOn: '2026-02-28', dueDay: 29 })).toEqual([]);
    expect(faults({ months: 1, firstDueOn: '2026-04-20', endsOn: '2026-03-21' })).toEqual([]);
    expect(faults({ months: 1, firstDueOn: '2026-04-20', grantedOn: '2026-02-20', endsOn: '2026-02-21' })).toEqual([]);
    expect(faults({ firstDueOn: '2026-01-01', rateChanges: Array.from({ length: 120 }, (_, at) => ({ from: `${2026 + at}`.slice(0, 4) + '-01-01', annualRateMillionths: 1 })) })).toEqual([]);
  });

  it('says in its error which fields are wrong, and how', () => {
    const error = new ScheduleInputError([{ field: 'months', rule: 'range', message: '' }, { field: 'method', rule: 'choice', message: '' }]);
    expect([error.name, error.message]).toEqual(['ScheduleInputError', 'schedule input: months range, method choice']);
    expect(checkScheduleInput(null as unknown as ScheduleInput)).toMatchObject([{ field: 'principalFen', rule: 'range' }]);
    expect(within('fund', [{ field: 'months', rule: 'range', message: '期限' }])).toEqual([{ field: 'fund.months', rule: 'range', message: '期限' }]);
  });

  it('without changes or prepayments may leave their lists out', () => {
    const { firstDueOn: _day, rateChanges: _changes, prepayments: _prepayments, ...bare } = million;
    expect(checkScheduleInput(bare)).toEqual([]);
  });

  it.each<[string, Partial<ScheduleInput>, string[]]>([
    ['no principal', { principalFen: 0 }, ['principalFen range']],
    ['a fraction of a fen', { principalFen: 1.5 }, ['principalFen range']],
    ['a negative principal', { principalFen: -1 }, ['principalFen range']],
    ['more than 100 million yuan', { principalFen: 10_000_000_001 }, ['principalFen range']],
    ['a rate above 24 %', { annualRateMillionths: 240_001 }, ['annualRateMillionths range']],
    ['a negative rate', { annualRateMillionths: -1 }, ['annualRateMillionths range']],
    ['no months', { months: 0 }, ['months range']],
    ['more than 30 years', { months: 361 }, ['months range']],
    ['two wrong fields', { months: 0, principalFen: Number.NaN }, ['principalFen range', 'months range']],
    ['another method', { method: 'bullet' as ScheduleInput['method'] }, ['method choice']],
    ['a first day that does not exist', { firstDueOn: '2026-02-30' }, ['firstDueOn date']],
    ['a first day beyond the calendar', { firstDueOn: '2190-01-01' }, ['firstDueOn date']],
    ['a change of rate without days', { rateChanges: [change] }, ['firstDueOn required']],
    ['a change on no day', { firstDueOn: '2026-01-01', rateChanges: [{ ...change, from: 'soon' }] }, ['rateChanges.0.from date']],
    ['a change to a wrong rate', { firstDueOn: '2026-01-01', rateChanges: [{ ...change, annualRateMillionths: 999_999 }] }, ['rateChanges.0.annualRateMillionths range']],
    ['two changes on a day', { firstDueOn: '2026-01-01', rateChanges: [change, change] }, ['rateChanges.1.from duplicate']],
    ['too many changes', { firstDueOn: '2026-01-01', rateChanges: Array.from({ length: 121 }, () => change) }, ['rateChanges size']],
    ['a prepayment before the first period', { prepayments: [{ ...prepayment, afterPeriod: 0 }] }, ['prepayments.0.afterPeriod range']],
    ['a prepayment after the last', { prepayments: [{ ...prepayment, afterPeriod: 360 }] }, ['prepayments.0.afterPeriod range']],
    ['a prepayment of nothing', { prepayments: [{ ...prepayment, amountFen: 0 }] }, ['prepayments.0.amountFen range']],
    ['a prepayment above the balance', { prepayments: [{ ...prepayment, amountFen: 99_000_000 }] }, ['prepayments.0.amountFen above-balance']],
    ['a prepayment that keeps nothing', { prepayments: [{ ...prepayment, keep: 'both' as Prepayment['keep'] }] }, ['prepayments.0.keep choice']],
    ['two prepayments in a period', { prepayments: [prepayment, prepayment] }, ['prepayments.1.afterPeriod duplicate']],
    ['too many prepayments', { prepayments: Array.from({ length: 361 }, () => prepayment) }, ['prepayments size']],
    ['a first day before the calendar', { firstDueOn: '1899-12-31' }, ['firstDueOn date']],
    ['the first day beyond the calendar', { firstDueOn: '2160-01-01' }, ['firstDueOn date']],
    ['a wrong first day, whatever the grant', { firstDueOn: 'x', grantedOn: 'x' }, ['firstDueOn date']],
    ['an end and too many months', { months: 361, firstDueOn: '2026-01-20', endsOn: 'x' }, ['months range']],
    ['an end and half a month', { months: 1.5, firstDueOn: '2026-01-20', endsOn: 'x' }, ['months range']],
    ['an end before the due day before, whatever the grant', { months: 12, firstDueOn: '2026-01-20', grantedOn: '2026-01-01', endsOn: '2026-11-01' }, ['endsOn date']],
    ['a day that is no text', { firstDueOn: ['2026-01-20'] as unknown as string }, ['firstDueOn date']],
    ['a grant without a first due day', { grantedOn: '2026-01-01' }, ['firstDueOn required']],
    ['an end without a first due day', { endsOn: '2026-01-01' }, ['firstDueOn required']],
    ['a day of the month without a first due day', { dueDay: 20 }, ['firstDueOn required']],
    ['a grant on the first due day', { firstDueOn: '2026-01-20', grantedOn: '2026-01-20' }, ['grantedOn date']],
    ['a grant on no day', { firstDueOn: '2026-01-20', grantedOn: 'x' }, ['grantedOn date']],
    ['a grant more than three months before', { firstDueOn: '2026-04-20', grantedOn: '2026-01-19' }, ['grantedOn date']],
    ['an end on no day', { firstDueOn: '2026-01-20', endsOn: 'x' }, ['endsOn date']],
    ['an end in the month before the last', { months: 12, firstDueOn: '2026-01-20', endsOn: '2026-11-20' }, ['endsOn date']],
    ['an end after the last due day', { months: 12, firstDueOn: '2026-01-20', endsOn: '2026-12-21' }, ['endsOn date']],
    ['an end before the grant', { months: 1, firstDueOn: '2026-01-20', grantedOn: '2026-01-10', endsOn: '2026-01-10' }, ['endsOn date']],
    ['an end and no months', { months: 0, firstDueOn: '2026-01-20', endsOn: '2026-11-20' }, ['months range']],
    ['a wrong grant and a wrong end', { months: 1, firstDueOn: '2026-01-20', grantedOn: 'x', endsOn: 'x' }, ['grantedOn date', 'endsOn date']],
    ['the 32nd', { firstDueOn: '2026-01-20', dueDay: 32 }, ['dueDay range']],
    ['the day nought', { firstDueOn: '2026-01-20', dueDay: 0 }, ['dueDay range']],
    ['another day of the month', { firstDueOn: '2026-01-20', dueDay: 21 }, ['dueDay differs']],
    ['another split', { split: 'half' as unknown as 'by-days' }, ['split choice']],
    ['changes that are no list', { rateChanges: 'x' as unknown as [] }, ['rateChanges list']],
    ['a change that is nothing', { firstDueOn: '2026-01-20', rateChanges: [null, change] as unknown as [] }, ['rateChanges.0 record']],
    ['prepayments that are no list', { prepayments: {} as unknown as [] }, ['prepayments list']],
    ['a prepayment that is a number', { prepayments: [prepayment, 5] as unknown as [] }, ['prepayments.1 record']],
    [
      'a prepayment after the loan ended',
      { prepayments: [{ afterPeriod: 1, amountFen: 99_000_000, keep: 'instalment' }, { ...prepayment, afterPeriod: 300 }] },
      ['prepayments.1.afterPeriod after-end'],
    ],
  ])('with %s is refused, naming the field', (_what, wrong, expected) => {
    expect(faults(wrong)).toEqual(expected);
    expect(() => buildSchedule({ ...million, ...wrong })).toThrow(ScheduleInputError);
  });
});
