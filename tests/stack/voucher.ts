const OBJECTS = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'];

/** A PDF of one empty page, whole enough for whoever looks at it closely. */
export const VOUCHER = voucher();

function voucher(): string {
  let text = '%PDF-1.4\n';
  const starts = OBJECTS.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  return `${text}xref\n0 4\n0000000000 65535 f \n${starts.join('')}trailer\n<</Root 1 0 R/Size 4>>\nstartxref\n${text.length}\n%%EOF\n`;
}
