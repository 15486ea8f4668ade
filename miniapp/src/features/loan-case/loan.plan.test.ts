import type { PlanRow, PrepaymentQuoteReply } from '@anju/shared/contract';
import { EMPTY_PREPAYMENT } from './loan.draft.ts';
import { isJoint, openYear, planYears, usualAfterNext, yearsAround } from './loan.plan.ts';
import { chosenOption, leastOf, quoteAsked } from './prepayment.view.ts';

const row = (period: number, dueOn: string, state: PlanRow['state']): PlanRow => ({ period, dueOn, state, instalmentFen: 300_000, principalFen: 200_000, interestFen: 100_000, balanceFen: 1_000_000 });

describe('a plan by year', () => {
  const rows = [row(1, '2025-11-20', 'paid'), row(2, '2025-12-20', 'paid'), row(3, '2026-01-20', 'paid'), row(4, '2026-02-20', 'ahead'), row(5, '2027-01-20', 'ahead')];
  const years = planYears(rows);
  it('sums what each calendar year costs, to the fen', () => {
    expect(years.map((one) => [one.year, one.rows.length, one.totalFen, one.interestFen, one.state])).toEqual([['2025', 2, 600_000, 200_000, 'paid'], ['2026', 2, 600_000, 200_000, 'part'], ['2027', 1, 300_000, 100_000, 'ahead']]);
  });
  it('opens where the next is due; an overdue one comes first', () => {
    expect(openYear(years)).toBe('2026');
    expect(openYear(planYears([...rows.slice(0, 3), row(4, '2026-02-20', 'overdue'), row(5, '2027-01-20', 'ahead')]))).toBe('2026');
    expect(openYear(planYears(rows.slice(0, 2)))).toBe('2025');
    expect(openYear([])).toBeNull();
  });
  it('shows three years around the one that stands open, and all when there are no more', () => {
    const many = planYears(['2024', '2025', '2026', '2027', '2028'].map((year, at) => row(at + 1, `${year}-01-20`, 'ahead')));
    const around = (year: string | null) => yearsAround(many, year).map((one) => one.year);
    expect([around('2026'), around('2024'), around('2028'), around(null)]).toEqual([['2025', '2026', '2027'], ['2024', '2025', '2026'], ['2026', '2027', '2028'], ['2024', '2025', '2026']]);
    expect(yearsAround(many.slice(0, 2), '2025')).toHaveLength(2);
    expect(yearsAround([], null)).toEqual([]);
  });
});

describe('a loan owed together', () => {
  it('is told by its mark; without one it is the person\'s own', () => {
    expect([isJoint({ role: 'co-borrower' }), isJoint({ role: 'applicant' }), isJoint({})]).toEqual([true, false, false]);
  });
});

describe('the next instalment after a prepayment', () => {
  const rows = [row(1, '2026-11-20', 'paid'), { ...row(2, '2026-12-20', 'ahead'), instalmentFen: 260_000 }, row(3, '2027-01-20', 'ahead')];
  it('is told with what is due from then on, where it is less', () => {
    expect(usualAfterNext(rows, 5_000_000)).toBe(300_000);
  });
  it('needs no word without a prepayment, where it is the usual one, or the last', () => {
    expect(usualAfterNext(rows, 0)).toBeNull();
    expect(usualAfterNext([row(2, '2026-12-20', 'ahead'), row(3, '2027-01-20', 'ahead')], 5_000_000)).toBeNull();
    expect(usualAfterNext(rows.slice(0, 2), 5_000_000)).toBeNull();
  });
});

describe('an earlier repayment', () => {
  it('asks for the whole without an amount', () => {
    expect(quoteAsked({ ...EMPTY_PREPAYMENT, keep: 'whole', amount: 'x' }, 5_000_000)).toEqual({ body: {} });
  });
  it('asks for a part within what the centre takes and what is left', () => {
    expect(quoteAsked({ ...EMPTY_PREPAYMENT, amount: '10000' }, 5_000_000)).toEqual({ body: { amountFen: 1_000_000 } });
    expect(quoteAsked({ ...EMPTY_PREPAYMENT, amount: '49999.99' }, 5_000_000)).toEqual({ body: { amountFen: 4_999_999 } });
  });
  it.each([['', null], ['0', '请填金额'], ['1.234', '最多两位小数'], ['-500', '不能是负数'], ['三万', '只能填数字'], ['9'.repeat(16), '数字太大了'], ['1', '一次最少还 10,000.00\u2009元'], ['5000', '一次最少还 10,000.00\u2009元'], ['9999.99', '一次最少还'], ['50000', '不能超过剩余本金'], ['99999999', '不能超过剩余本金']])('says what is wrong with %s', (amount, words) => {
    const asked = quoteAsked({ ...EMPTY_PREPAYMENT, amount }, 5_000_000);
    expect('error' in asked).toBe(true);
    if ('error' in asked) {
      if (words === null) expect(asked.error).toBeNull();
      else expect(asked.error).toContain(words);
    }
  });
  it('says the least before anything is asked; of a small rest no more than the rest', () => {
    expect([leastOf(5_000_000), leastOf(400_000)]).toEqual([1_000_000, 400_000]);
  });
  it('goes by the option that was chosen, else by the one there is', () => {
    const option = (keep: 'instalment' | 'term' | 'whole') => ({ keep, savedInterestFen: 1, instalmentFen: 2, periodsLeft: 3, lastDueOn: '2030-01-20' });
    const quote: PrepaymentQuoteReply = { asOf: '', onDay: '2026-11-21', amountFen: 1, accruedInterestFen: 0, toPayFen: 1, balanceAfterFen: 0, leastFen: 1, options: [option('instalment'), option('term')] };
    expect(chosenOption(quote, 'term')?.keep).toBe('term');
    expect(chosenOption({ ...quote, options: [option('whole')] }, 'term')?.keep).toBe('whole');
    expect(chosenOption({ ...quote, options: [] }, 'term')).toBeNull();
  });
});
