import type { CaseReply, CaseStage } from '@anju/shared/contract';
import { loanResultWords } from './result.words.ts';

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
  it('never says that it is done while the core has not confirmed receipt', () => {
    expect(loanResultWords('loan-pre-application', 'submitted', awaiting).mark).toBe('wait');
  });
});
