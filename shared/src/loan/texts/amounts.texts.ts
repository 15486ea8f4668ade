import { formatPercent, formatYuan } from '../../money/index.ts';

/** Yuan as formulas show it: whole yuan without decimals. */
export function yuan(amountFen: number): string {
  return formatYuan(amountFen).replace(/\.00$/, '');
}

const WAN_FEN = 1_000_000;
const HUNDRED_YUAN = 10_000;

/** An amount in a sentence: 96 万元, 59.68 万元; with more than two decimals in yuan: 596,812 元. */
export function money(amountFen: number): string {
  if (amountFen === 0 || amountFen % HUNDRED_YUAN !== 0) return `${yuan(amountFen)} 元`;
  return `${factor(Math.floor(amountFen / WAN_FEN) * 1_000_000 + (amountFen % WAN_FEN))} 万元`;
}

/** A factor in millionths as it is said: 2.9, 0.8, 16. */
export function factor(millionths: number): string {
  const whole = Math.floor(millionths / 1_000_000);
  const decimals = `${1_000_000 + (millionths % 1_000_000)}`.slice(1).replace(/0+$/, '');
  return decimals === '' ? String(whole) : `${whole}.${decimals}`;
}

/** A share in millionths: 80%. */
export function share(millionths: number): string {
  return formatPercent(millionths).replace(/\.?0+%$/, '%');
}
