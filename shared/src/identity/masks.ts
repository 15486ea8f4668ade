const stars = (count: number): string => '*'.repeat(Math.max(0, count));

/** Two-unit characters (rare ones lie beyond the basic plane) stay whole. */
const charactersOf = (text: string): string[] => Array.from(text.trim());

/** 张*三, 张*, 阿**江; a single character stays hidden whole. */
export function maskName(name: string): string {
  const characters = charactersOf(name);
  const first = characters[0];
  const last = characters[characters.length - 1];
  if (first === undefined || last === undefined) return '';
  if (characters.length === 1) return '*';
  return characters.length === 2 ? `${first}*` : `${first}${stars(characters.length - 2)}${last}`;
}

/** Four and four stay of a long number; of one up to 12 (a passport) the first and the last two; of fewer than five only the last. */
export function maskIdNumber(number: string): string {
  const length = number.length;
  if (length > 12) return `${number.slice(0, 4)}${stars(length - 8)}${number.slice(-4)}`;
  return length > 4 ? `${number.slice(0, 1)}${stars(length - 3)}${number.slice(-2)}` : `${stars(length - 1)}${number.slice(-1)}`;
}

/** 138****1234. */
export function maskMobile(mobile: string): string {
  return mobile.length === 11 ? `${mobile.slice(0, 3)}****${mobile.slice(-4)}` : `${stars(mobile.length - 2)}${mobile.slice(-2)}`;
}
