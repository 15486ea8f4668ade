import fc from 'fast-check';
import { accountPermissions, ACCOUNT_STATES, accruedInterest, balanceDays, consecutiveMonths, contributionGaps, isGone, simpleInterest } from './index.ts';

const yuan = (value: number): number => Math.round(value * 100);

describe('account states', () => {
  it('let a normal account do everything but leave, a sealed one everything but grow', () => {
    expect(accountPermissions('normal')).toEqual({ contribute: true, withdrawPart: true, withdrawAndClose: true, transferOut: false, applyForLoan: true });
    expect(accountPermissions('sealed')).toEqual({ contribute: false, withdrawPart: true, withdrawAndClose: true, transferOut: true, applyForLoan: false });
  });

  it.each(['frozen', 'merged', 'transferred-out', 'closed', 'other'] as const)('let a %s account do nothing', (state) => {
    expect(Object.values(accountPermissions(state)).some(Boolean)).toBe(false);
  });

  it('know which accounts are gone', () => {
    expect(ACCOUNT_STATES.filter(isGone)).toEqual(['merged', 'transferred-out', 'closed']);
  });
});

describe('interest', () => {
  it('accrues on 360 days: 10,000 yuan for 365 days at 1.50 % is 152.08', () => {
    expect(simpleInterest(yuan(10_000), 365, 15_000)).toBe(yuan(152.08));
    expect(accruedInterest([{ from: '2025-07-01', balanceFen: yuan(10_000) }], '2026-07-01', 15_000)).toBe(yuan(152.08));
  });

  it('counts each balance for the days it stood and rounds once', () => {
    const balances = [{ from: '2025-07-01', balanceFen: yuan(10_000) }, { from: '2025-07-11', balanceFen: yuan(20_000) }];
    expect(balanceDays(balances, '2025-07-21')).toBe(yuan(300_000));
    expect(accruedInterest(balances, '2025-07-21', 15_000)).toBe(yuan(12.5));
    expect(balanceDays(balances, '2025-06-01')).toBe(yuan(100_000));
  });
});

describe('contribution months', () => {
  it('name each gap with both its ends', () => {
    expect(contributionGaps(['2026-01', '2026-02', '2026-05', '2026-06'], '2026-06')).toEqual([{ from: '2026-03', to: '2026-04', months: 2 }]);
    expect(contributionGaps(['2026-01'], '2026-03')).toEqual([{ from: '2026-02', to: '2026-03', months: 2 }]);
    expect(contributionGaps([], '2026-03')).toEqual([]);
  });

  it('do not mind order or a month paid twice', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['2025-11', '2025-12', '2026-01', '2026-02', '2026-02'], { minLength: 5 }), (paid) => {
        expect(contributionGaps(paid, '2026-02')).toEqual([]);
        expect(consecutiveMonths(paid)).toBe(4);
      }),
    );
  });

  it('count without a break back from the last', () => {
    expect(consecutiveMonths(['2026-01', '2026-03', '2026-04'])).toBe(2);
    expect(consecutiveMonths([])).toBe(0);
    expect(() => consecutiveMonths(['2026-13'])).toThrow();
  });
});
