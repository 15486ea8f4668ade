import type { CaseReply, CaseStep } from '@anju/shared/contract';
import { isOthers, nextDayOf, timelineLines, turnSentence } from './case.timeline.ts';

const step = (stage: CaseStep['stage'], state: CaseStep['state'], part: Partial<CaseStep> = {}): CaseStep => ({ stage, state, ...part });
const reply: CaseReply = {
  caseId: 'k1', number: 'T1', route: 'purchase', amountFen: 100, stage: 'under-review', submittedAt: '2026-11-20T15:04:00Z', updatedAt: '2026-11-21T00:41:00Z',
  holder: '审核岗', dueAt: '2026-11-21T09:30:00Z', overdue: false,
  steps: [
    step('submitted', 'done', { at: '2026-11-20T15:04:00Z' }),
    step('accepted', 'done', { at: '2026-11-21T00:41:00Z', post: '受理岗', limitWorkingDays: 1, usedMinutes: 11 }),
    step('under-review', 'current', { post: '审核岗', limitWorkingDays: 1, dueAt: '2026-11-21T09:30:00Z' }),
    step('approved', 'ahead', { post: '审批岗', limitWorkingDays: 1 }),
    step('paid', 'ahead'),
  ],
  checks: [], payee: { bank: '建设银行', tail: '1496' }, canCancel: true, awaitingCore: false, now: '2026-11-21T03:30:00Z',
};

describe('the timeline', () => {
  const lines = timelineLines(reply);
  it('gives post, limit and the time used of a stage that is done', () => {
    expect(lines[1]).toMatchObject({ title: '已受理', notes: ['受理岗 · 限\u00a01\u00a0个工作日，用时\u00a011\u2009分钟'], aside: { kind: 'moment', text: '11月21日\u00a008:41' } });
  });
  it('gives how long is left of the one under way', () => {
    expect(lines[2]).toMatchObject({ aside: { kind: 'left', text: '还剩\u20096\u2009小时' }, title: '审核中', notes: ['审核岗 · 限\u00a01\u00a0个工作日，11月21日\u00a017:30\u00a0前办结'] });
  });
  it('promises nothing after the bank has sent the money back', () => {
    const failed: CaseReply = { ...reply, stage: 'payment-failed', steps: [step('submitted', 'done'), step('payment-failed', 'stopped'), step('paid', 'ahead')] };
    expect(timelineLines(failed).map((line) => line.key)).toEqual(['submitted', 'payment-failed']);
    expect(turnSentence({ ...failed, fix: { item: 'card', resubmit: true } })).toContain('换一张卡，就能再付一次');
    expect(turnSentence({ ...failed, origin: 'order' })).toContain('请到“按月自动办理”换一张收款卡');
    expect([turnSentence({ ...failed, origin: 'centre' }), turnSentence(failed)].map((text) => text.includes('请换一张卡另外申请'))).toEqual([true, true]);
    expect(turnSentence({ ...failed, resubmittedAs: 'k2' })).toBe('银行没有收下这笔款，钱已退回您的公积金账户。');
  });
  it('shows the limits of what lies ahead, and where the money will go', () => {
    expect(lines[3]?.notes).toEqual(['审批岗 · 限\u00a01\u00a0个工作日']);
    expect(lines[4]?.notes).toEqual(['建设银行 ****\u00a01496（本人）']);
  });
  it('never says of a stage under way that it is done', () => {
    const waiting = timelineLines({ ...reply, stage: 'submitted', steps: [step('submitted', 'done'), step('accepted', 'current'), step('under-review', 'ahead'), step('approved', 'ahead'), step('paid', 'ahead')] });
    expect(waiting.map((line) => line.title)).toEqual(['已提交', '受理中', '审核', '审批', '到账']);
  });
  it('says so when the limit has passed', () => {
    expect(timelineLines({ ...reply, now: '2026-11-22T03:30:00Z' })[2]?.aside).toEqual({ kind: 'late', text: '已超时限' });
  });
});

describe('whose turn it is', () => {
  it('is said by post and time', () => {
    expect(turnSentence(reply)).toBe('审核岗办理，还剩\u20096\u2009小时。');
  });
  it('is ours while the core has not confirmed receipt', () => {
    expect(turnSentence({ ...reply, awaitingCore: true })).toContain('编号 T1');
  });
  it('speaks of a run of the offset as of the loan, from its way to its end', () => {
    const run: CaseReply = { ...reply, route: 'repay-fund-loan', origin: 'order', payee: null, stage: 'approved', steps: [step('approved', 'done'), step('paid', 'current')] };
    expect(turnSentence(run)).toContain('还入您的公积金贷款');
    expect(timelineLines(run).at(-1)?.title).toBe('还入贷款中');
    expect(timelineLines({ ...run, stage: 'paid', steps: [step('paid', 'done')] }).at(-1)?.title).toBe('已还入贷款');
    const { origin: _order, ...own } = run;
    expect(timelineLines({ ...own, stage: 'paid', steps: [step('paid', 'done')] }).at(-1)?.title).toBe('已到账');
  });
  it('names 12329 when it is late', () => {
    expect(turnSentence({ ...reply, overdue: true })).toContain('12329');
  });
  it('names the day of the next one while it lies ahead', () => {
    expect([nextDayOf({ ...reply, nextEligibleOn: '2026-11-22' }), nextDayOf({ ...reply, nextEligibleOn: '2026-11-21' }), nextDayOf(reply)]).toEqual(['2026-11-22', null, null]);
  });
  it.each(['submitted', 'accepted', 'approved', 'paid', 'refused', 'cancelled', 'payment-failed', 'unknown'] as const)('has a sentence for %s without a post', (stage) => {
    const sentence = turnSentence({ ...reply, stage, holder: null, dueAt: null });
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toContain('处理中');
  });
  it('does not claim a card it does not know', () => {
    expect(turnSentence({ ...reply, stage: 'paid', payee: null })).toBe('已转入您的银行卡。');
    expect(turnSentence({ ...reply, route: 'repay-fund-loan', origin: 'order', stage: 'paid', payee: null })).toBe('已用于还您的公积金贷款。');
    expect(turnSentence({ ...reply, route: 'down-payment', stage: 'paid', payee: null })).toBe('已转入资金监管账户。');
    expect(turnSentence({ ...reply, route: 'down-payment', stage: 'paid' })).toBe('已转入建设银行 ****\u00a01496（资金监管账户）。');
    expect(turnSentence({ ...reply, route: 'down-payment', stage: 'payment-failed' })).not.toContain('换一张卡');
  });
});

describe('a pre-application for a loan', () => {
  const loan: CaseReply = {
    ...reply, route: 'loan-pre-application', stage: 'signing', holder: null, dueAt: null, payee: null, canCancel: true,
    steps: [
      step('submitted', 'done'), step('accepted', 'done', { post: '受理岗', limitWorkingDays: 1, usedMinutes: 30 }),
      step('under-review', 'done', { post: '审核岗', limitWorkingDays: 3, usedMinutes: 60 }), step('approved', 'done', { post: '审批岗', limitWorkingDays: 3, usedMinutes: 60 }),
      step('signing', 'current', { post: '受托银行' }), step('mortgage', 'ahead', { post: '不动产登记中心', outside: true, limitWorkingDays: 5 }), step('paid', 'ahead', { post: '资金岗', limitWorkingDays: 2 }),
    ],
  };
  const lines = timelineLines(loan);
  it('waits for the person at the signing, on nobody\'s clock', () => {
    expect(lines[4]).toMatchObject({ title: '待面签', aside: { kind: 'yours' }, notes: ['受托银行'] });
  });
  it('shows the mortgage registration apart, without a limit of ours', () => {
    expect(lines[5]).toMatchObject({ title: '抵押登记', aside: { kind: 'outside', text: '不计入我们的时限' }, notes: ['不动产登记中心'] });
  });
  it('ends with the loan being paid out, by post and limit', () => {
    expect(lines[6]).toMatchObject({ title: '放款', notes: ['资金岗 · 限\u00a02\u00a0个工作日'] });
  });
  it('does not wait for the person any more once a time is booked', () => {
    const signing: CaseReply = { ...reply, route: 'loan-pre-application', stage: 'signing', steps: [step('signing', 'current')] };
    expect(timelineLines(signing, '明天 09:30')[0]?.aside).toEqual({ kind: 'left', text: '已约好' });
    expect(timelineLines(signing)[0]?.aside).toEqual({ kind: 'yours', text: '等您来签' });
  });
  it('leaves the booking to the applicant where it is another\'s case', () => {
    const signing: CaseReply = { ...reply, route: 'loan-pre-application', stage: 'signing' };
    expect([isOthers(signing), isOthers({ role: 'applicant' }), isOthers({ role: 'co-borrower' })]).toEqual([false, false, true]);
    // Nobody is called to book while it is not known what is booked; a time that is known is told.
    expect(turnSentence(signing, null, true)).not.toContain('请约');
    expect(turnSentence(signing, '明天 09:30', true)).toContain('已约好');
    expect(turnSentence({ ...signing, role: 'co-borrower' })).toContain('请申请人约');
    expect(turnSentence({ ...signing, role: 'co-borrower' }, '明天 09:30')).toContain('已约好');
  });
  it('says that the contract is signed at the bank or the counter, and when it is booked', () => {
    expect(turnSentence(loan)).toContain('合同在银行或中心柜台当面签');
    expect(turnSentence(loan, '明天\u00a009:00')).toBe('已约好明天\u00a009:00\u00a0面签，请按时到场。');
    expect(turnSentence(loan, '11月27日\u00a009:00')).toBe('已约好\u00a011月27日\u00a009:00\u00a0面签，请按时到场。');
  });
  it('promises no card of one\'s own for a loan that is paid out', () => {
    expect(turnSentence({ ...loan, stage: 'paid', payee: { bank: '建设银行', tail: '1496' } })).toContain('贷款已经发放');
  });
});

describe('a prepayment', () => {
  const prepayment: CaseReply = { ...reply, route: 'loan-prepayment', stage: 'payment-failed', steps: [step('submitted', 'done'), step('payment-failed', 'stopped')] };
  it('that failed has moved no money and no fund account', () => {
    expect(turnSentence(prepayment)).toContain('贷款没有变化');
    expect(timelineLines(prepayment)[1]?.title).toBe('扣款未成功');
  });
  it('that is done is paid into the loan', () => {
    expect(timelineLines({ ...prepayment, stage: 'paid', steps: [step('paid', 'done')] })[0]?.title).toBe('已还入贷款');
  });
});
