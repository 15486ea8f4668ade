import { householdHead } from './household.view.ts';

describe('above the house', () => {
  const joined = { state: 'joined', partner: { maskedName: '施*峥', joinedAt: '2026-11-26T15:05:00.000Z' } } as const;
  it('stands the spouse once joined, and no code is asked for any more', () => {
    expect(householdHead(joined, 'ready')).toEqual({ kind: 'partner', maskedName: '施*峥' });
    expect(householdHead(joined, 'stale')).toEqual({ kind: 'partner', maskedName: '施*峥' });
  });
  it('stands the way in with a code for who is alone, and where nobody can tell', () => {
    expect(householdHead({ state: 'none' }, 'ready')).toEqual({ kind: 'code' });
    expect(householdHead(null, 'failed')).toEqual({ kind: 'code' });
    expect(householdHead(null, 'loading')).toEqual({ kind: 'waiting' });
  });
});
