import type { CaseReply, CaseStage } from '@anju/shared/contract';
import { resultWords } from './result.words.ts';

describe('what a person is told first after pressing', () => {
  it.each<[CaseStage, string, string]>([
    ['paid', 'done', '已到账'],
    ['submitted', 'wait', '已提交'],
    ['under-review', 'wait', '已受理'],
    ['unknown', 'wait', '已收下'],
    ['refused', 'stop', '没有通过'],
    ['cancelled', 'stop', '已撤回'],
    ['payment-failed', 'stop', '付款没有成功'],
  ])('%s: %s, %s', (stage, mark, title) => {
    expect(resultWords(stage, null, 'rent')).toMatchObject({ mark, title });
  });
  it('never says of a case that came to nothing that news will follow', () => {
    const coming = resultWords('submitted', null, 'rent').lead;
    for (const stage of ['refused', 'cancelled', 'payment-failed'] as const) expect(resultWords(stage, null, 'rent').lead).not.toBe(coming);
  });
  it('says of a payment that came back where the money is, and names the button for the way out', () => {
    const back = (part: Partial<CaseReply>): string => resultWords('payment-failed', { route: 'rent', ...part } as CaseReply, 'rent').lead;
    expect(back({ fix: { item: 'card', resubmit: true } })).toBe('银行没有收下这笔款，钱已退回您的公积金账户。换一张卡，就能再付一次。');
    expect([back({}), resultWords('payment-failed', null, 'rent').lead]).toEqual(Array(2).fill('银行没有收下这笔款，钱已退回您的公积金账户。'));
    expect(resultWords('payment-failed', null, 'down-payment').lead).toContain('请拨打 12329 核对监管账户');
    expect([resultWords('payment-failed', null, 'rent').button, resultWords('paid', null, 'rent').button]).toEqual(['看怎么办', '查看进度']);
  });
  it('says where the money went: to the own card, or for a down payment to the account that is watched over', () => {
    const payee = { bank: '中国建设银行厦门分行', tail: '1496' };
    const lead = (route: CaseReply['route'], to: CaseReply['payee'], part: Partial<CaseReply> = {}): string => resultWords('paid', { ...part, route, payee: to } as CaseReply, route).lead;
    expect(lead('rent', payee)).toBe('已转入建设银行 ****\u00a01496（本人）');
    expect(lead('down-payment', payee)).toBe('已转入建设银行 ****\u00a01496（资金监管账户）');
    expect(lead('repay-fund-loan', null, { origin: 'order' })).toBe('已用于还您的公积金贷款。');
    expect([resultWords('paid', null, 'rent').lead, resultWords('paid', null, 'down-payment').lead]).toEqual(['已转入您的银行卡', '已转入资金监管账户。']);
  });
});
