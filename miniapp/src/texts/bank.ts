/** `建设银行` of `中国建设银行厦门分行`: as people call it; 中国银行 keeps its name. */
export function bankName(bank: string): string {
  const whole = /^.*?银行/.exec(bank)?.[0] ?? bank;
  return whole.length > 4 && whole.startsWith('中国') ? whole.slice(2) : whole;
}

/** `建设银行 **** 1496（本人）`: the tail stays with its stars. */
export const ownCardText = (bank: string, tail: string): string => `${bankName(bank)} ****\u00a0${tail}（本人）`;

/** Where the money of a case goes: a down payment to the account that is watched over, which is nobody's own. @param matter what the case is about */
export const payeeText = (bank: string, tail: string, matter: string): string => (matter === 'down-payment' ? `${bankName(bank)} ****\u00a0${tail}（资金监管账户）` : ownCardText(bank, tail));
