import type { FormReply, Loan, LoansReply } from '@anju/shared/contract';
import { firstMonthly, firstOffset } from './first-run.ts';

const AS_OF = '2026-11-26T01:30:00.000Z';
const loan = (part: Partial<Loan>): Loan => ({
  loanId: 'l', numberTail: '1', grantedFen: 1, balanceFen: 1, annualRateMillionths: 26_000, method: 'equal-instalment', months: 360, grantedOn: '2021-09-15',
  nextDueOn: '2026-12-15', nextDueFen: 242_031, overduePeriods: 0, overdueFen: 0, offset: { state: 'none' }, ...part,
});
const loans = (...value: Loan[]): LoansReply => ({ loans: { state: 'fresh', asOf: AS_OF, value } });
const form = (eligible: boolean): FormReply => ({ prefilledFen: 150_000, verdict: { eligible } }) as unknown as FormReply;

describe('the first run of the offset', () => {
  it('is the next instalment of the own loan', () => {
    expect(firstOffset(loans(loan({ role: 'co-borrower', nextDueOn: '2026-12-01' }), loan({})), AS_OF)).toEqual({ on: '12月15日', amountFen: 242_031 });
  });
  it('has no figure while the loan is not known, or its instalment falls due today', () => {
    for (const given of [null, loans(), loans(loan({ nextDueOn: '2026-11-26' }))]) expect(firstOffset(given, AS_OF)).toEqual({ on: '下一个还款日', amountFen: null });
  });
});

describe('the first monthly run', () => {
  it('is the first such day, by what the route would pay today', () => {
    expect(firstMonthly(form(true), 5, AS_OF)).toEqual({ on: '12月05日', amountFen: 150_000 });
  });
  it('has no figure where the route pays nothing today, or nobody has said', () => {
    expect(firstMonthly(form(false), 5, AS_OF).amountFen).toBeNull();
    expect(firstMonthly(null, 5, AS_OF).amountFen).toBeNull();
  });
});
