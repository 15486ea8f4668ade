import type { Notice } from '@anju/shared/contract';
import { CASE_STAGES, isNotified } from '@anju/shared/progress';
import { mergeNotices } from './notices.merge.ts';
import { noticeWords } from './notice.words.ts';

const notice = (part: Partial<Notice>): Notice => ({
  noticeId: 'n1', at: '2026-11-21T07:49:30Z', read: false, kind: 'case-stage', caseId: 'k1', number: 'T1', route: 'repay-fund-loan', stage: 'paid', amountFen: 578_032, alsoBy: 'sms', ...part,
});

describe('a notice', () => {
  it('says what, how much and how it was also sent', () => {
    expect(noticeWords(notice({}), true)).toEqual({ title: '偿还公积金贷款 · 已到账', text: '5,780.32\u2009元已到账，转到了哪里请点开看。', small: '编号 T1 · 已同时短信通知' });
  });
  it('calls a card the person\'s only where the money goes to one', () => {
    const paid = (route: Notice['route']): string => noticeWords(notice({ route }), true).text;
    expect(paid('rent')).toContain('已转入您的银行卡');
    for (const route of ['repay-fund-loan', 'down-payment'] as const) expect(paid(route)).not.toContain('您的银行卡');
  });
  it('hides the amount with the eye', () => {
    expect(noticeWords(notice({}), false).text).not.toMatch(/\d/);
  });
  it('does not claim a message that was not sent', () => {
    expect(noticeWords(notice({ alsoBy: 'none' }), true).small).toBe('编号 T1');
  });
  it('is worded for who borrows too: no card, account or task of the applicant is called theirs', () => {
    const told = (stage: Notice['stage'], role: 'applicant' | 'co-borrower' = 'co-borrower') => noticeWords(notice({ route: 'loan-pre-application', stage, role }), true).text;
    const stages = CASE_STAGES.filter((stage) => isNotified(stage, 'loan-pre-application', 'co-borrower'));
    expect(stages.length).toBeGreaterThan(5);
    for (const stage of stages) {
      expect(told(stage)).toMatch(/您参与的|申请人/);
      expect(told(stage)).not.toMatch(/您的|请约|收款卡|重新申请/);
      expect(told(stage)).not.toBe(told(stage, 'applicant'));
    }
    expect(told('signing')).toContain('由申请人约面签时间');
    expect(noticeWords(notice({ route: 'loan-pre-application', stage: 'signing', role: 'co-borrower' }), false).text).not.toMatch(/\d/);
  });
  it('stands once when the first page has been renewed', () => {
    expect(mergeNotices([notice({ noticeId: 'n2' }), notice({})], [notice({}), notice({ noticeId: 'n0' })]).map((one) => one.noticeId)).toEqual(['n2', 'n1', 'n0']);
  });
});
