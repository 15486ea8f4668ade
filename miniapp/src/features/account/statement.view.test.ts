import type { Account, StatementReply } from '@anju/shared/contract';
import { firstYear, fundYearsOf, statementAccount, sumLines, yearLabel } from './statement.view.ts';

const source = { id: 'national/account-interest-2016', title: '利率通知', date: null, seenOn: '2026-08-01' };
const reply = (part: Partial<StatementReply> = {}): StatementReply => ({
  asOf: '2026-11-21T02:00:00.000Z', fundYear: '2025', from: '2025-07-01', to: '2026-06-30', settled: true,
  carriedFen: 8_000_000, contributedFen: 480_000, transferredInFen: 0, interestFen: 123_456, withdrawnFen: 500_000, transferredOutFen: 0, otherFen: 0, totalFen: 8_103_456,
  interestBasis: { balanceDaysFen: 1, computedFen: 123_456, parts: [{ from: '2025-06-30', to: '2026-06-29', money: 'all', balanceDaysFen: 1, annualRateMillionths: 15_000, source }] },
  years: ['2026', '2025'],
  ...part,
});
const account = (accountId: string, state: Account['state']): Account => ({
  accountId, state, numberTail: '0001', employer: null, balanceFen: 0, monthlyFen: 0, unitMonthlyFen: 0, personMonthlyFen: 0, contributionBaseFen: 0, paidThrough: '2026-10', openedOn: '2020-01-01',
});

describe('the column of a statement', () => {
  it('reads as a sum that holds', () => {
    expect(sumLines(reply()).map(({ sign, label, fen }) => `${sign}${label} ${fen}`)).toEqual(['上年结转 8000000', '+缴存 480000', '+利息 123456', '−提取 500000', '=本息合计 8103456']);
  });

  it.each([
    [reply({ transferredInFen: 700, transferredOutFen: 300, otherFen: -20, totalFen: 8_103_836 })],
    [reply({ withdrawnFen: -500, otherFen: 20, totalFen: 8_103_456 + 500_000 + 500 + 20 })],
  ])('holds with transfers, corrections and a withdrawal that came back', (given) => {
    const lines = sumLines(given);
    const sum = lines.slice(0, -1).reduce((so, { sign, fen }) => (sign === '−' ? so - fen : so + fen), 0);
    expect(sum).toBe(given.totalFen);
    expect(lines.slice(1).every(({ fen }) => fen >= 0)).toBe(true);
  });

  it('says up to when open interest counts', () => {
    const parts = [{ from: '2026-06-30', to: '2026-11-20', money: 'all' as const, balanceDaysFen: 1, annualRateMillionths: 15_000, source }];
    expect(sumLines(reply({ settled: false, interestBasis: { balanceDaysFen: 1, computedFen: 1, parts } }))[2]?.label).toBe('利息（算到11月20日）');
  });
});

describe('the fund year', () => {
  it('shown first is the last one that is over', () => {
    expect(fundYearsOf('2024-03-05', '2026-11-21')).toEqual(['2026', '2025', '2024', '2023']);
    expect(firstYear(fundYearsOf('2024-03-05', '2026-11-21'))).toBe('2025');
    expect(firstYear(fundYearsOf('2026-09-05', '2026-11-21'))).toBe('2026');
    expect(fundYearsOf('2027-09-05', '2026-11-21')).toEqual(['2026']);
  });

  it('is named by its months', () => {
    expect(yearLabel('2025')).toBe('2025年7月至2026年6月');
  });
});

describe('the account of the statement', () => {
  const accounts = [account('gone', 'closed'), account('sealed', 'sealed'), account('open', 'normal')];

  it('is the one asked for, else the first in order', () => {
    expect(statementAccount(accounts, 'gone')?.accountId).toBe('gone');
    expect(statementAccount(accounts, '')?.accountId).toBe('open');
    expect(statementAccount(accounts.slice(0, 2), '')?.accountId).toBe('sealed');
    expect(statementAccount(accounts.slice(0, 1), '')?.accountId).toBe('gone');
    expect(statementAccount(accounts, 'another')).toBeNull();
    expect(statementAccount([], '')).toBeNull();
  });
});
