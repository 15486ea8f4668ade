import { birthDateIn, checkEighteen, checkResidentId, hasValidCheck, refuse } from './resident-id.ts';
import type { DocumentCheck } from './resident-id.ts';

/** The documents Anju takes; JGJ/T 320 A.1 files them as 01, 99, 04, 03. */
export type IdType = 'resident-id' | 'hmt-residence-permit' | 'foreign-permanent-resident-id' | 'passport';

export const ID_TYPES: readonly IdType[] = ['resident-id', 'hmt-residence-permit', 'foreign-permanent-resident-id', 'passport'];

/** 港澳台居民居住证 (国办发〔2018〕81号): region 810000, 820000 or 830000, the check of GB 11643. */
function checkResidencePermit(text: string): DocumentCheck {
  return checkEighteen(text, (region) => region === '810000' || region === '820000' || region === '830000');
}

/**
 * 外国人永久居留身份证: the five-star card of 2023-12 (9, province, country by ISO numeric, birth, sequence, check of GB 11643;
 * tells no sex), or the old card of three letters and twelve digits, which has no usable check.
 */
function checkPermanentResidentId(text: string): DocumentCheck {
  if (/^[A-Z]{3}\d{12}$/.test(text)) return { ok: true, normalised: text };
  if (!/^\d{17}[\dX]$/.test(text)) return refuse('format');
  if (text.charAt(0) !== '9') return refuse('region');
  const birthDate = birthDateIn(text);
  if (birthDate === null) return refuse('birth-date');
  if (!hasValidCheck(text)) return refuse('check-digit');
  return { ok: true, normalised: text, birthDate };
}

/** Passports, Chinese and foreign: letters and digits, 5 to 17 of them (ZJHM holds 18); no check character to hold them against. */
function checkPassport(text: string): DocumentCheck {
  return /^[A-Z0-9]{5,17}$/.test(text) && /\d/.test(text) ? { ok: true, normalised: text } : refuse('format');
}

/** Holds a document number against the rules of its kind. Never throws, whatever the text. */
export function checkDocument(idType: IdType, number: string): DocumentCheck {
  const text = number.trim().toUpperCase();
  if (text.length > 18) return refuse('format');
  switch (idType) {
    case 'resident-id':
      return checkResidentId(text);
    case 'hmt-residence-permit':
      return checkResidencePermit(text);
    case 'foreign-permanent-resident-id':
      return checkPermanentResidentId(text);
    case 'passport':
      return checkPassport(text);
  }
}
