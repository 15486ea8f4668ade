import { testBlindIndex } from '../../platform/testing/index.ts';
import { aLoan, anOverview } from '../../withdrawal/testing/an-overview.ts';
import { accountsOf, loanOf, tailOf } from './account-views.ts';
import { OpaqueIds } from './opaque-ids.ts';

const ids = new OpaqueIds(testBlindIndex());

describe('the tail of a number', () => {
  it.each([
    ['GR3502000000000001', '0001'],
    ['厦公积贷2021第01083号', '1083'],
    ['HT-12', '12'],
  ])('of %s is figures only: %s', (number, tail) => {
    expect(tailOf(number)).toBe(tail);
  });
});

describe('what the owner is shown', () => {
  it('of an account is both sides of the contribution, and no number of the core', () => {
    const [account] = accountsOf(anOverview(), 'p1', ids);
    expect(account).toEqual({
      accountId: expect.stringMatching(/^[0-9a-f]{24}$/), numberTail: '0001', state: 'normal', employer: '厦门某某科技有限公司', balanceFen: 8_641_235,
      monthlyFen: 240_000, unitMonthlyFen: 120_000, personMonthlyFen: 120_000, contributionBaseFen: 1_000_000, paidThrough: '2026-10', openedOn: '2015-07-01',
    });
  });

  it('of a loan is what the contract names, whether the account pays it among it', () => {
    expect(loanOf(aLoan({ offset: { state: 'signed', since: '2024-03-01' } }), 'p1', ids)).toEqual({
      loanId: expect.stringMatching(/^[0-9a-f]{24}$/), numberTail: '0001', grantedFen: 60_000_000, balanceFen: 41_000_000, annualRateMillionths: 26_000,
      method: 'equal-instalment', months: 360, grantedOn: '2018-05-10', nextDueOn: '2026-12-10', nextDueFen: 240_000, overduePeriods: 0, overdueFen: 0,
      offset: { state: 'signed', since: '2024-03-01' },
    });
    expect(loanOf(aLoan({ method: null }), 'p1', ids)).toBeUndefined();
  });
});
