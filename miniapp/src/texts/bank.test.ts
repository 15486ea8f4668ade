import { bankName, ownCardText } from './bank.ts';

describe('the name of a bank', () => {
  it.each([
    ['中国建设银行厦门分行', '建设银行'],
    ['中国银行厦门市分行', '中国银行'],
    ['厦门银行股份有限公司', '厦门银行'],
    ['建设银行', '建设银行'],
    ['同安区农村信用合作联社', '同安区农村信用合作联社'],
  ])('of %s is %s', (whole, short) => {
    expect(bankName(whole)).toBe(short);
  });
  it('stands before the tail of the card, which is never torn from its stars', () => {
    expect(ownCardText('中国建设银行厦门分行', '6377')).toBe('建设银行 ****\u00a06377（本人）');
  });
});
