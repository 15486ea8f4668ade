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
