import type { Notice } from '@anju/shared/contract';
import { CASE_STAGES, isNotified } from '@anju/shared/progress';
import { noticeWords } from './notice.words.ts';

const notice = (part: Partial<Notice>): Notice => ({
  noticeId: 'n1', at: '2026-11-21T07:49:30Z', read: false, kind: 'case-stage', caseId: 'k1', number: 'T1', route: 'repay-fund-loan', stage: 'paid', amountFen: 578_032, alsoBy: 'sms', ...part,
});

describe('a notice', () => {
  it('says what, how much and how it was also sent', () => {
    expect(noticeWords(notice({}), true)).toEqual({ title: '提取·偿还公积金贷款 · 已到账', text: '5,780.32\u2009元已转入您的银行卡。', small: '编号 T1 · 已同时短信通知' });
  });
  it('calls a card the person\'s only where the money goes to one', () => {
    const paid = (part: Partial<Notice>): string => noticeWords(notice(part), true).text;
    for (const part of [{ route: 'rent' }, { route: 'rent', origin: 'order' }, { route: 'repay-fund-loan' }, { origin: 'centre' }] as const) expect(paid(part)).toContain('已转入您的银行卡');
    for (const part of [{ origin: 'order' }, { route: 'down-payment' }] as const) expect(paid(part)).not.toContain('您的银行卡');
  });
  it('hides the amount with the eye', () => {
    expect(noticeWords(notice({}), false).text).not.toMatch(/\d/);
  });
  it('says of a run of the offset that it went into the loan, and of a down payment that it went to the supervised account', () => {
    expect(noticeWords(notice({ origin: 'order' }), true)).toMatchObject({ title: '冲还贷 · 已还入贷款', text: '5,780.32\u2009元已用于还您的公积金贷款。' });
    expect(noticeWords(notice({ route: 'down-payment' }), true).text).toContain('资金监管账户');
  });
  it('never calls a run of what was signed something that was applied for', () => {
    for (const stage of CASE_STAGES.filter((one) => isNotified(one, 'repay-fund-loan', 'applicant'))) expect(noticeWords(notice({ origin: 'order', stage }), true).text).not.toContain('申请');
  });
  it.each([
    [{ cause: '收款账户已销户' }, '原因：收款账户已销户。点开换一张卡，就能再付一次。'],
    [{ cause: '收款人户名不符。' }, '原因：收款人户名不符。点开换一张卡，就能再付一次。'],
    [{}, '已回到您的公积金账户。点开换一张卡，就能再付一次。'],
    [{ origin: 'order' }, '已回到您的公积金账户。请拨打 12329 核对还款。'],
    [{ route: 'rent', origin: 'order', cause: '收款账户已销户' }, '请到“按月自动办理”换一张收款卡，下次按新卡付。'],
    [{ origin: 'centre' }, '请换一张卡另外申请，或到柜台办理。'],
    [{ route: 'down-payment', cause: '账户状态异常' }, '已回到您的公积金账户。原因：账户状态异常。点开看怎么办。'],
    [{ route: 'loan-prepayment', cause: '余额不足' }, '没有扣款成功，贷款没有变化。原因：余额不足。请换一张卡再申请。'],
  ] as const)('says why a payment did not arrive, and the way that there is: %j', (part, ending) => {
    const { text } = noticeWords(notice({ stage: 'payment-failed', ...part }), true);
    expect(text.slice(-ending.length)).toBe(ending);
    expect(text).not.toContain('重新申请');
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
});
