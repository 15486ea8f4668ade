const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

function weighted(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0);
}

/** Check character of an organisation code, GB 11714: 11 − Σ mod 11, where 10 is X and 11 is 0. */
function organisationCheck(first8: string): string {
  const value = 11 - (weighted(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  return value === 10 ? 'X' : value === 11 ? '0' : String(value);
}

/** 统一社会信用代码, GB 32100-2015: alphabet without I O S V Z, its own check and the organisation code's inside. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(text)) return false;
  const check = (31 - (weighted(text, ALPHABET, WEIGHTS) % 31)) % 31;
  return ALPHABET.charAt(check) === text.charAt(17) && organisationCheck(text.slice(8, 16)) === text.charAt(16);
}

/**
 * Adds both check characters: the first 16 characters (registration, category, region, first eight of the organisation code).
 * @throws RangeError unless it gets 16 characters of the alphabet
 */
export function creditCodeWithChecks(first16: string): string {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{16}$/.test(first16)) throw new RangeError('identity: 16 characters are needed');
  const first17 = `${first16}${organisationCheck(first16.slice(8, 16))}`;
  return `${first17}${ALPHABET.charAt((31 - (weighted(first17, ALPHABET, WEIGHTS) % 31)) % 31)}`;
}
