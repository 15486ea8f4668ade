import { fixWhat } from './withdrawal-fix.ts';

describe('what is to be put right', () => {
  it('names the paper where it is known', () => {
    expect(fixWhat({ item: 'papers', field: 'paymentVoucher', resubmit: true })).toBe('只要重新上传付款凭证。');
    expect(fixWhat({ item: 'papers', resubmit: true })).toBe('只要重新上传这一份材料。');
    expect(fixWhat({ item: 'card', field: 'paymentVoucher', resubmit: true })).toBe('换一张本人名下的一类银行卡，再交一次。');
  });
  it('is nothing where the case cannot be handed in again', () => {
    expect(fixWhat({ item: 'card', resubmit: false })).toBe('这件不能再交，请看看还能办什么。');
  });
});
