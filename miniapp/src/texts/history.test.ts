import { findingSentence } from './history.ts';
import type { HistoryFinding } from '@anju/shared/contract';

const sentence = (code: HistoryFinding['code'], from: string, to: string, params: HistoryFinding['params']): string => findingSentence({ code, from, to, params: params ?? {} });

describe('what stands out, in words', () => {
  it.each([
    ['gap', '2025-03', '2025-03', { months: 1, resumedIn: '2025-04' }, '2025年3月没有缴存记录，连续缴存从2025年4月重新算起。'],
    ['gap', '2025-01', '2025-03', { months: 3, resumedIn: '2025-04' }, '2025年1月至3月没有缴存记录，共 3 个月，连续缴存从2025年4月重新算起。'],
    ['gap', '2024-12', '2025-01', { months: 2, resumedIn: '2025-02' }, '2024年12月至2025年1月没有缴存记录，共 2 个月，连续缴存从2025年2月重新算起。'],
    ['gap', '2026-09', '2026-09', { months: 1 }, '2026年9月没有缴存记录，到现在还没有续上。'],
    ['double', '2026-01', '2026-01', { times: 2, totalFen: 480_000, employers: 1 }, '2026年1月缴了 2 次，一共 4,800.00\u2009元，多缴的可以请单位向中心申请退回。'],
    ['double', '2026-01', '2026-01', { times: 2, totalFen: 340_000, employers: 2 }, '2026年1月有 2 家单位缴存，一共 3,400.00\u2009元。'],
    ['late', '2026-04', '2026-05', { bookedOn: '2026-07-01', months: 2 }, '2026年4月至5月的缴存，到2026年7月1日才入账。'],
    ['base-change', '2026-06', '2026-06', { beforeFen: 240_000, afterFen: 300_000 }, '2026年6月调整了缴存基数，每月缴存由 2,400.00\u2009元变为 3,000.00\u2009元。'],
    ['base-change', '2026-06', '2026-06', {}, '2026年6月调整了缴存基数。'],
    ['amount-change', '2026-07', '2026-07', { beforeFen: 240_000, afterFen: 250_000, why: 'july' }, '2026年7月起每月缴存由 2,400.00\u2009元变为 2,500.00\u2009元，每年7月按上年工资重新核定。'],
    ['amount-change', '2026-05', '2026-05', { beforeFen: 240_000, afterFen: 250_000, why: 'new-employer' }, '2026年5月起每月缴存由 2,400.00\u2009元变为 2,500.00\u2009元，同时换了缴存单位。'],
    ['amount-change', '2026-05', '2026-05', { beforeFen: 240_000, afterFen: 250_000, why: 'none' }, '2026年5月起每月缴存由 2,400.00\u2009元变为 2,500.00\u2009元。'],
  ] as const)('%s from %s to %s', (code, from, to, params, expected) => {
    expect(sentence(code, from, to, params)).toBe(expected);
  });

  it('hide amounts where the person hides them', () => {
    expect(findingSentence({ code: 'base-change', from: '2026-06', to: '2026-06', params: { beforeFen: 1, afterFen: 2 } }, () => '***')).not.toMatch(/0\.0\d/);
  });
});
