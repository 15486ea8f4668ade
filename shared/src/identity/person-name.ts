/** What of a name carries no meaning when two records are compared: blanks and the kind of middle dot. */
export function normaliseName(name: string): string {
  return name.replace(/\s/g, '').replace(/[•‧・∙⋅.．]/g, '·').toUpperCase();
}

/** A name a document can carry: 2 to 50 characters, letters of any script and middle dots, no digits, signs or pictures. */
export function isPersonName(name: string): boolean {
  const trimmed = name.trim();
  const length = Array.from(trimmed).length;
  return length >= 2 && length <= 50 && !/[\u0000-\u001f\u007f-\u009f\u2028-\u202f\ufe0f0-9<>"'`\\/{}[\]|;:!?@#$%^&*()_+=~]/.test(trimmed) && !hasPicture(trimmed);
}

/** Emoji and other pictures; Chinese characters beyond the basic plane (U+20000 and up) are letters. */
function hasPicture(text: string): boolean {
  return Array.from(text).some((character) => {
    const point = character.codePointAt(0) ?? 0;
    return (point >= 0x2600 && point <= 0x27bf) || (point >= 0x1f000 && point <= 0x1faff) || (point >= 0xd800 && point <= 0xdfff);
  });
}
