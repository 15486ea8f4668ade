import type { RoutesReply, RouteVerdict } from '@anju/shared/contract';
import { repayWay } from './repay.way.ts';

const verdict: RouteVerdict = { route: 'repay-fund-loan', servedBy: 'online', eligible: true, maxFen: 100, reasons: [], decided: 'at-once', uploads: 0 };
const said = (...value: RouteVerdict[]): RoutesReply => ({ routes: { state: 'fresh', asOf: '2026-11-26T01:00:00.000Z', value } });

describe('from a loan to its withdrawal', () => {
  it('is the day where it cannot be had before, and the case where one is on its way', () => {
    expect(repayWay(said({ ...verdict, eligible: false, eligibleFrom: '2027-11-26' }))).toEqual({ kind: 'later', from: '2027-11-26' });
    expect(repayWay(said({ ...verdict, eligible: false, eligibleFrom: '2027-11-26', runningCaseId: 'k1' }))).toEqual({ kind: 'running', caseId: 'k1' });
    expect(repayWay(said({ ...verdict, eligible: false, reasons: [{ code: 'loan-in-arrears' }] }))).toEqual({ kind: 'not-now' });
  });
  it('is open where it can be had, and where nobody knows', () => {
    expect(repayWay(said({ ...verdict, route: 'rent', eligible: false, eligibleFrom: '2027-01-01' }, verdict))).toEqual({ kind: 'open' });
    for (const reply of [null, said(), { routes: { state: 'unknown', reason: 'core-down' } } as RoutesReply]) expect(repayWay(reply)).toEqual({ kind: 'open' });
  });
});
