import type { CaseStage } from '@anju/shared/contract';
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
    expect(resultWords(stage, null)).toMatchObject({ mark, title });
  });
  it('never says of a case that came to nothing that news will follow', () => {
    const coming = resultWords('submitted', null).lead;
    for (const stage of ['refused', 'cancelled', 'payment-failed'] as const) expect(resultWords(stage, null).lead).not.toBe(coming);
  });
});
