/** Luhn sum of digits (ISO/IEC 7812); `doubleLast` says whether the last digit is doubled. */
function luhnSum(digits: string, doubleLast: boolean): number {
  let sum = 0;
  for (let at = digits.length - 1, twice = doubleLast; at >= 0; at -= 1, twice = !twice) {
    const value = Number(digits.charAt(at)) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}

/** A card number of 13 to 19 digits whose Luhn check holds. Says nothing about whether the card exists: the core knows that. */
export function isBankCardNumber(text: string): boolean {
  return /^\d{13,19}$/.test(text) && luhnSum(text, false) % 10 === 0;
}

/** Adds the Luhn digit. @throws RangeError unless it gets 12 to 18 digits */
export function bankCardWithCheck(digits: string): string {
  if (!/^\d{12,18}$/.test(digits)) throw new RangeError('identity: 12 to 18 digits are needed');
  return `${digits}${(10 - (luhnSum(digits, true) % 10)) % 10}`;
}

/** Beginnings of cards of the banks most people are paid by, as they are printed on the cards; a help to who types, never a check. */
const BEGINNINGS: readonly (readonly [bank: string, beginnings: readonly string[]])[] = [
  ['工商银行', ['622200', '622202', '622203', '622208', '621225', '621226', '621558', '621722', '955880']],
  ['农业银行', ['622845', '622846', '622848', '622849', '623052', '95595', '95596', '95597', '95598', '95599']],
  ['中国银行', ['621660', '621661', '621663', '621667', '621668', '621669', '621756', '621785', '456351', '601382']],
  ['建设银行', ['621700', '622700', '622280', '623668', '436742', '621081', '621284']],
  ['交通银行', ['622258', '622259', '622260', '622261', '622262', '621002', '621069', '405512']],
  ['邮储银行', ['621096', '621098', '621797', '621799', '622150', '622151', '622188', '622199', '623218', '955100']],
  ['招商银行', ['621286', '621483', '621485', '621486', '622580', '622588', '622609', '410062', '468203', '95555']],
  ['兴业银行', ['622908', '622909', '966666', '438588', '438589']],
  ['中信银行', ['622690', '622691', '622696', '622698', '621768', '621771', '433670']],
  ['浦发银行', ['622521', '622522', '622523', '621792', '621793', '621795', '621796', '984301']],
  ['民生银行', ['622615', '622616', '622617', '622618', '622622', '415599', '421393']],
  ['光大银行', ['622660', '622661', '622662', '622663', '622664', '622666', '622670', '622673', '303']],
];

/** The bank a card's number begins like, or null: unknown, or not enough typed. */
export function bankOfCard(digits: string): string | null {
  if (!/^\d{6,19}$/.test(digits)) return null;
  return BEGINNINGS.find(([, beginnings]) => beginnings.some((beginning) => digits.startsWith(beginning)))?.[0] ?? null;
}
