import { CORE_REFUSALS, WITHDRAWAL_REASON_CODES } from '@anju/shared/withdrawal';
import { reasonSentence, reasonWords } from './withdrawal-reasons.ts';

const FULL = {
  date: '2027-01-01', earliest: '2027-01-01', latest: '2032-01-01', from: '2026-11-01', to: '2026-11-30', route: 'rent', months: 6, needed: 3, periods: 2,
  balanceFen: 100, mustStayFen: 10_000, since: '2026-10-01', line: 'family-left', missing: 'area', what: 'permit', state: 'closed',
};

describe('a sentence for each reason', () => {
  it.each([...new Set<string>([...WITHDRAWAL_REASON_CODES, ...CORE_REFUSALS])].map((code) => [code]))('%s is plain Chinese, with its figures and without', (code) => {
    for (const params of [FULL, undefined]) {
      const sentence = reasonSentence(params === undefined ? { code } : { code, params });
      expect(sentence).toMatch(/[\u4e00-\u9fff]{4}/);
      expect(sentence).not.toMatch(/undefined|NaN|null|[a-z]|[。,;:!?]$|\(|\)/);
      expect(sentence).not.toBe('暂时不能办，原因请拨打 12329 询问');
    }
  });

  it('names the day, the months and the missing paper', () => {
    expect(reasonSentence({ code: 'proof-too-new', params: { months: 6, date: '2027-01-05' } })).toContain('满 6 个月');
    expect(reasonSentence({ code: 'before-next-date', params: { date: '2027-01-05', months: 3 } })).toContain('不满\u00a03\u00a0个月');
    expect(reasonSentence({ code: 'before-next-date', params: { date: '2027-01-05' } })).toBe('上次提取后还没到时间，2027年01月05日起可以办');
    expect(reasonSentence({ code: 'proof-needed', params: { missing: 'certificate' } })).toContain('不动产权证');
    expect(reasonSentence({ code: 'period-taken', params: { route: 'repay-fund-loan', from: '2026-11-01', to: '2026-11-30' } })).toContain('按还贷');
    expect(reasonSentence({ code: 'fund-loan-first' })).toBe('公积金贷款还清前，提取只能用于还这笔贷款');
    expect(reasonSentence({ code: 'fund-loan-first', params: { role: 'co-borrower' } })).toBe('您是共同借款人，公积金贷款还清前，提取只能用于还这笔贷款');
    expect(reasonSentence({ code: 'loan-in-arrears', params: { periods: 1, role: 'co-borrower' } })).toContain('您是共同借款人，贷款有');
    expect(reasonSentence({ code: 'borrower-signs' })).toContain('共同借款人');
    expect(reasonWords({ code: 'ground-not-yet', params: { date: '2026-09-20' } }).kind).toBe('wait');
  });
});
