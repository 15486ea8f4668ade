import { checkSource } from './progress.ts';

describe('the card of a case', () => {
  it('is charged by a prepayment and paid to by everything else', () => {
    expect(checkSource('bank', 'loan-prepayment')).toBe('扣款银行卡');
    expect(checkSource('bank', 'purchase')).toBe('收款银行卡');
    expect(checkSource('core', 'loan-prepayment')).toBe('公积金账户');
  });
});
