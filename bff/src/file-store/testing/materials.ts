import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A one-page document that needs no library. */
export const A_PDF = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>']);

/** A document of these objects, numbered from 1; the first is its catalog. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const starts = body.map((_, at) => 9 + body.slice(0, at).join('').length);
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const text = `%PDF-1.4\n${body.join('')}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<</Root 1 0 R/Size ${count}${trailer}>>\nstartxref\n${9 + body.join('').length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const PLACE = { GPSLatitudeRef: 'N', GPSLatitude: '24/1 28/1 47/1', GPSLongitudeRef: 'E', GPSLongitude: '118/1 5/1 22/1' };

/** A photograph as a phone takes it: held sideways (red left, blue right; upright: red on top), with its place, maker and an ICC profile. */
export async function aPhotograph(format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
  const left = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#cc2222' } }).png().toBuffer();
  const picture = sharp({ create: { width: 80, height: 30, channels: 3, background: '#2222cc' } }).composite([{ input: left, left: 0, top: 0 }]);
  return picture.withMetadata({ orientation: 6 }).withIccProfile('p3').withExif({ IFD0: { Make: 'Anju Phone' }, IFD3: PLACE }).toFormat(format).toBuffer();
}

/**
 * 96 x 64 pixels (green left, a gold disc), EXIF with maker and place. Made once: a JPEG with that EXIF by sharp, then
 * `heif-enc -q 60 a.jpg -o with-place.heic` of Debian's libheif-examples 1.15.1, since nothing in the house writes HEIC.
 */
export const anHeic = (): Buffer => readFileSync(join(__dirname, 'with-place.heic'));

/** A PNG whose header promises so many pixels; the little that follows is honest. */
export function aPngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.min((width * 3 + 1) * height, 64 * 1024 * 1024)), { level: 9 });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** A zlib stream that unpacks to so many times 64 MiB of zeros: the same packed piece again and again. */
export function packedZeros(times: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(64 * 1024 * 1024), { level: 1, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from('7801', 'hex'), ...Array.from({ length: times }, () => piece), Buffer.from('030000000001', 'hex')]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function crc32(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

/** A document with a page of text, changed before it is written. */
export async function aDocument(change: (document: PDFDocument) => unknown = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 200]);
  page.drawText('Deed 2026-001', { x: 20, y: 100, font: await document.embedFont(StandardFonts.Helvetica) });
  document.setAuthor('Somebody of Xiamen');
  await change(document);
  return Buffer.from(await document.save());
}

/** With a photograph on its page, the file of the photograph as it is. */
export async function withPhotograph(document: PDFDocument): Promise<void> {
  document.getPage(0).drawImage(await document.embedJpg(await aPhotograph()), { x: 0, y: 0, width: 80, height: 30 });
}

/** With a signature field, as an electronic invoice has one. */
export function signed(document: PDFDocument): void {
  const { context } = document;
  const value = context.register(context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', ByteRange: [0, 10, 20, 10], Contents: PDFHexString.of('00'.repeat(64)) }));
  const field = context.register(context.obj({ FT: 'Sig', T: PDFString.of('stamp'), V: value, Type: 'Annot', Subtype: 'Widget', Rect: [0, 0, 0, 0] }));
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }));
}
