import { checkedFor, checkSource, resultWord } from './progress.ts';

describe('the card of a case', () => {
  it('is charged by a prepayment and paid to by everything else', () => {
    expect(checkSource('bank', 'loan-prepayment')).toBe('扣款银行卡');
    expect(checkSource('bank', 'purchase')).toBe('收款银行卡');
    expect(checkSource('core', 'loan-prepayment')).toBe('公积金账户');
  });
  it('is said to have been in order only then, once the payment came back', () => {
    expect(checkedFor('bank', 'rent', 'payment-failed')).toBe('本人一类卡，可以收款。这是提交时查的，后来付款没有成功');
    expect(checkedFor('bank', 'loan-prepayment', 'payment-failed')).toContain('后来扣款没有成功');
    expect([checkedFor('bank', 'rent', 'paid'), checkedFor('core', 'rent', 'payment-failed')]).toEqual(['本人一类卡，可以收款', '账户状态、余额和上次提取']);
    expect([resultWord({ source: 'bank', result: 'matched' }, 'payment-failed'), resultWord({ source: 'core', result: 'matched' }, 'payment-failed')]).toEqual(['当时一致', '一致']);
  });
});
