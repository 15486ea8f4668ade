import type { Notice } from '@anju/shared/contract';
import { mergeNotices } from './notices.merge.ts';
import { noticeWords } from './notice.words.ts';

const notice = (part: Partial<Notice>): Notice => ({
  noticeId: 'n1', at: '2026-11-21T07:49:30Z', read: false, kind: 'case-stage', caseId: 'k1', number: 'T1', route: 'repay-fund-loan', stage: 'paid', amountFen: 578_032, alsoBy: 'sms', ...part,
});

describe('a notice', () => {
  it('says what, how much and how it was also sent', () => {
    expect(noticeWords(notice({}), true)).toEqual({ title: '偿还公积金贷款 · 已到账', text: '5,780.32\u2009元已转入您的银行卡。', small: '编号 T1 · 已同时短信通知' });
  });
  it('hides the amount with the eye', () => {
    expect(noticeWords(notice({}), false).text).not.toMatch(/\d/);
  });
  it('does not claim a message that was not sent', () => {
    expect(noticeWords(notice({ alsoBy: 'none' }), true).small).toBe('编号 T1');
  });
  it('stands once when the first page has been renewed', () => {
    expect(mergeNotices([notice({ noticeId: 'n2' }), notice({})], [notice({}), notice({ noticeId: 'n0' })]).map((one) => one.noticeId)).toEqual(['n2', 'n1', 'n0']);
  });
});
