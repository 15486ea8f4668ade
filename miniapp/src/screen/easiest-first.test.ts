import type { RouteVerdict } from '@anju/shared/contract';
import { easiestFirst } from './easiest-first.ts';

const verdict = (route: RouteVerdict['route'], part: Partial<RouteVerdict> = {}): RouteVerdict => ({
  route, servedBy: 'online', eligible: true, maxFen: null, reasons: [], decided: 'by-clerk', uploads: 0, ...part,
});

describe('the order of routes', () => {
  it('begins with what needs nothing, ends with what needs papers and a clerk, and keeps its order otherwise, as among what is closed', () => {
    const listed = [
      verdict('purchase', { decided: 'at-once', uploads: 1 }), verdict('build-or-repair', { questions: 3 }), verdict('renovation', { uploads: 1 }),
      verdict('illness', { eligible: false, uploads: 2 }), verdict('retirement', { eligible: false, decided: 'at-once' }),
      verdict('rent', { decided: 'at-once' }), verdict('emigration'), verdict('repay-fund-loan', { decided: 'at-once', questions: 0 }),
    ];
    expect(easiestFirst(listed).map((one) => one.route)).toEqual(['rent', 'repay-fund-loan', 'emigration', 'purchase', 'build-or-repair', 'renovation', 'illness', 'retirement']);
    expect(easiestFirst([...listed, verdict('lift', { eligible: false, runningCaseId: 'k1' })])[0]?.route).toBe('lift');
    expect(listed[0]?.route).toBe('purchase');
  });
});
