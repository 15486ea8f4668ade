/** What is typed: words, digits, a document's number, a mobile, a code of digits, yuan, a search. */
export type TextKind = 'text' | 'digits' | 'id' | 'mobile' | 'code' | 'money' | 'search';

const FULL_WIDTH_ZERO = '０'.charCodeAt(0);

/** Takes out what the kind of field cannot hold; full-width digits become plain ones, money keeps two decimals. */
export function cleanText(kind: TextKind, typed: string): string {
  const text = typed.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO)).replace(/．|。/g, kind === 'money' ? '.' : '。');
  if (kind === 'digits' || kind === 'mobile' || kind === 'code') return text.replace(/\D/g, '');
  if (kind === 'id') return text.replace(/[\s-]/g, '').toUpperCase();
  if (kind !== 'money') return text;
  const [yuan = '', ...rest] = text.replace(/[^\d.]/g, '').split('.');
  const whole = yuan.replace(/^0+(?=\d)/, '');
  return rest.length === 0 ? whole : `${whole === '' ? '0' : whole}.${rest.join('').slice(0, 2)}`;
}
