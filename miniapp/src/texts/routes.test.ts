import { progressTexts } from './progress-tab.ts';
import { caseTitle } from './routes.ts';

describe('the name of a case', () => {
  it('tells which way its money goes', () => {
    expect(caseTitle({ route: 'repay-fund-loan' })).toBe('提取·偿还公积金贷款');
    expect(caseTitle({ route: 'repay-fund-loan', origin: 'centre' })).toBe('提取·偿还公积金贷款');
    expect(caseTitle({ route: 'repay-fund-loan', origin: 'order' })).toBe('冲还贷');
    expect(caseTitle({ route: 'loan-prepayment' })).toBe('提前还款（扣款）');
  });
  it('says 提取 once', () => {
    expect([caseTitle({ route: 'rent', origin: 'order' }), caseTitle({ route: 'loan-pre-application' }), caseTitle({ route: 'unheard-of' })]).toEqual(['租房提取', '贷款预受理', '提取']);
  });
  it('comes with who began it: only what the person handed in here was 提交', () => {
    expect([progressTexts.begunOn('11月26日'), progressTexts.begunOn('11月26日', 'order'), progressTexts.begunOn('11月26日', 'centre')]).toEqual(['11月26日提交', '11月26日按约办理', '11月26日柜台办理']);
  });
});
