import type { CaseReply, CaseStage } from '@anju/shared/contract';
import { loanResultWords, noticeWords } from './result.words.ts';

const awaiting = { awaitingCore: true } as CaseReply;

describe('what became of it', () => {
  it.each<[string, CaseStage, string, string]>([
    ['loan-pre-application', 'submitted', 'done', '预受理已提交'],
    ['loan-pre-application', 'refused', 'stop', '没有通过'],
    ['loan-prepayment', 'submitted', 'wait', '提前还款已提交'],
    ['loan-prepayment', 'paid', 'done', '已还入贷款'],
    ['loan-prepayment', 'payment-failed', 'stop', '扣款没有成功'],
    ['loan-prepayment', 'unknown', 'wait', '已收下'],
    ['loan-pre-application', 'cancelled', 'stop', '已撤回'],
  ])('%s at %s', (matter, stage, mark, title) => {
    expect(loanResultWords(matter, stage, null)).toMatchObject({ mark, title });
  });
  it('promises a message only for the stages at which one goes out', () => {
    expect(noticeWords('loan-pre-application', 'h5')).toBe('等面签、放款和没有通过时，短信通知您；其余进展在“我的”通知里看');
    expect(noticeWords('loan-prepayment', 'weapp')).toBe('有结果时微信通知您一次，“我的”通知里也会留一条');
    for (const matter of ['loan-pre-application', 'loan-prepayment']) expect(noticeWords(matter, 'h5')).not.toContain('每一步');
  });
  it('never says that it is done while the core has not confirmed receipt', () => {
    expect(loanResultWords('loan-pre-application', 'submitted', awaiting).mark).toBe('wait');
  });
});
