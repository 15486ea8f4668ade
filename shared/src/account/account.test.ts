import fc from 'fast-check';
import { accountPermissions, ACCOUNT_STATES, contributionGaps, isGone } from './index.ts';

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
      }),
    );
  });

  it('are months: another text is none', () => {
    expect(() => contributionGaps(['2026-13'], '2026-03')).toThrow();
  });
});
