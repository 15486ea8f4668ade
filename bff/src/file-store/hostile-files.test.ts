import { createHash, randomBytes } from 'node:crypto';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { SilentLog } from '../platform/index.ts';
import { ChildCleaner } from './adapters/child-cleaner.ts';
import { SignatureScan } from './adapters/signature-scan.ts';
import type { MediaType } from './domain/stored-file.ts';
import { A_PDF, aDocument, aPhotograph, aPngOf, anHeic, packedZeros, pdfOf, signed, withPhotograph } from './testing/materials.ts';
import { UploadFile } from './use-cases/upload-file.ts';

const me = '11111111-1111-4111-8111-111111111111';
const ZIP_TAIL = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.from('META-INF/MANIFEST.MF'), Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The whole way in, over the real cleaner and the local scan; what is written is kept in memory. */
const cleaner = new ChildCleaner(new SilentLog());
const vault = new Map<string, Buffer>();
const nothing = async (): Promise<number> => 0;
const upload = new UploadFile(
  new SignatureScan(), cleaner, { unusedOf: nothing, caselessOf: nothing, add: nothing } as never, { put: async (id: string, bytes: Buffer) => vault.set(id, bytes), remove: nothing } as never,
  { record: nothing } as never, { complete: nothing } as never, { run: (work: () => unknown) => work() } as never, { now: () => new Date(0) } as never, new SilentLog(),
);

async function kept(bytes: Buffer): Promise<{ mediaType: MediaType; bytes: Buffer }> {
  const reply = await upload.execute(me, { bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
  const stored = vault.get(reply.fileId) ?? Buffer.alloc(0);
  expect(reply.sizeBytes).toBe(stored.length);
  return { mediaType: reply.mediaType, bytes: stored };
}
const refusal = async (bytes: Buffer): Promise<string> => {
  const before = vault.size;
  const code = await kept(bytes).then(() => 'taken in', (error: { code?: string }) => error.code ?? String(error));
  expect(vault.size).toBe(before);
  return code;
};
const pixel = async (bytes: Buffer, left: number, top: number): Promise<readonly number[]> => [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer())];

afterAll(() => cleaner.onApplicationShutdown());

describe('ten hostile files', () => {
  it('1. another type under a borrowed name is refused', async () => {
    for (const bytes of [Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), ZIP_TAIL, Buffer.from('plain words'), gzipSync(A_PDF), Buffer.from('00000020667479706176696600000000', 'hex')]) {
      expect(await refusal(bytes)).toBe('file.type-not-allowed');
    }
  });

  it('2. two files in one: only the picture or the document is kept, and what does not begin with itself is refused', async () => {
    const photograph = await aPhotograph();
    const picture = await kept(Buffer.concat([photograph, ZIP_TAIL]));
    expect(picture.mediaType).toBe('image/jpeg');
    expect(picture.bytes.includes('META-INF')).toBe(false);
    const document = await kept(Buffer.concat([await aDocument(), ZIP_TAIL]));
    expect(document.bytes.includes('META-INF')).toBe(false);
    expect(document.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await refusal(Buffer.concat([Buffer.from('junk before'), A_PDF]))).toBe('file.type-not-allowed');
    expect(await refusal(Buffer.concat([Buffer.from('GIF89a'), ZIP_TAIL]))).toBe('file.type-not-allowed');
    expect(await refusal(Buffer.concat([photograph, Buffer.from('<?php system($_GET[0]); ?>')]))).toBe('file.infected');
    expect(await refusal(Buffer.concat([photograph, Buffer.from('<html><script>alert(1)</script>')]))).toBe('file.infected');
  });

  it('3. a decompression bomb is refused: in a picture, and in what a document packs', async () => {
    const bomb = aPngOf(60_000, 60_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toBe('file.too-many-pixels');
    const zeros = packedZeros(4);
    const page = [`<</Type/Catalog/Pages 2 0 R>>`, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>'];
    expect(await refusal(pdfOf([...page, `<</Length ${zeros.length}/Filter/FlateDecode>>stream\n${zeros.toString('latin1')}\nendstream`]))).toBe('file.too-many-pixels');
  });

  it('4. 200 megapixels are refused by their header, in each kind of file', async () => {
    expect(await refusal(aPngOf(20_000, 10_000))).toBe('file.too-many-pixels');
    const jpeg = await aPhotograph();
    const size = jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5;
    jpeg.writeUInt16BE(10_000, size);
    jpeg.writeUInt16BE(20_000, size + 2);
    expect(await refusal(jpeg)).toBe('file.too-many-pixels');
    const heic = anHeic();
    heic.writeUInt32BE(20_000, heic.indexOf('ispe') + 8);
    heic.writeUInt32BE(10_000, heic.indexOf('ispe') + 12);
    expect(await refusal(heic)).toBe('file.too-many-pixels');
    const inside = (document: PDFDocument) => document.context.register(document.context.stream('', { Type: 'XObject', Subtype: 'Image', Width: 20_000, Height: 10_000 }));
    expect(await refusal(await aDocument(inside))).toBe('file.too-many-pixels');
  });

  it('5. what was cut off is refused', async () => {
    const noise = await sharp(randomBytes(200 * 200 * 3), { raw: { width: 200, height: 200, channels: 3 } }).jpeg().toBuffer();
    const png = await sharp(noise).png().toBuffer();
    for (const bytes of [noise, png, anHeic(), await aDocument(), A_PDF, await aPhotograph()]) {
      expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).toBe('file.damaged');
    }
    expect(await refusal(Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex'))).toBe('file.damaged');
  });

  it('6. a script in an SVG is refused, however it is called', async () => {
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBe('file.infected');
    expect(await refusal(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBe('file.type-not-allowed');
  });

  it.each(['jpeg', 'png'] as const)('7. a photograph (%s) keeps its picture, upright, and loses its place', async (format) => {
    const photograph = await aPhotograph(format);
    expect((await sharp(photograph).metadata()).exif).toBeDefined();
    const { mediaType, bytes } = await kept(photograph);
    expect(mediaType).toBe(`image/${format}`);
    const { width, height, ...rest } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([30, 80]);
    expect(['exif', 'icc', 'xmp', 'iptc', 'orientation', 'comments'].filter((note) => note in rest)).toEqual([]);
    expect(bytes.includes('Anju Phone') || bytes.includes('Exif')).toBe(false);
    const [red = 0, , blueAbove = 0] = await pixel(bytes, 15, 5);
    const [redBelow = 0, , blue = 0] = await pixel(bytes, 15, 75);
    expect(red > 150 && blue > 150 && blueAbove < 100 && redBelow < 100).toBe(true);
  });

  it('7. an HEIC becomes a JPEG without its place', async () => {
    expect(anHeic().includes('Anju')).toBe(true);
    const { mediaType, bytes } = await kept(anHeic());
    expect(mediaType).toBe('image/jpeg');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 96, height: 64 });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    const [red = 255, green = 0] = await pixel(bytes, 10, 30);
    expect(green).toBeGreaterThan(red + 40);
  });

  it('7. a document loses its author, and the place of the photograph in it', async () => {
    const document = await aDocument(withPhotograph);
    expect(document.includes('Anju Phone')).toBe(true);
    const { bytes } = await kept(document);
    expect(['Anju Phone', 'Exif', 'Somebody'].filter((mark) => bytes.includes(mark))).toEqual([]);
    const again = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(again.getPageCount()).toBe(1);
    expect(again.getAuthor()).toBeUndefined();
  });

  it('8. a document under a password is refused, old and new ways of locking', async () => {
    expect(await refusal(await aDocument((document) => document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' })))).toBe('file.encrypted');
    expect(await refusal(await aDocument((document) => document.encrypt({ userPassword: '', ownerPassword: 'owner' })))).toBe('file.encrypted');
    const page = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'];
    expect(await refusal(pdfOf([...page, '<</Filter/Standard/V 1/R 2/P -4/O(x)/U(x)>>'], '/Encrypt 4 0 R'))).toBe('file.encrypted');
  });

  it('9. nothing is refused', async () => {
    expect(await refusal(Buffer.alloc(0))).toBe('file.empty');
  });

  it('10. what is above 10 MB after it was made anew is refused, and a picture is made smaller before', async () => {
    const side = 1900;
    const noise = await sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } }).png().toBuffer();
    expect(noise.length).toBeGreaterThan(10 * 1024 * 1024);
    const { mediaType, bytes } = await kept(noise);
    expect(mediaType).toBe('image/jpeg');
    expect(bytes.length).toBeLessThanOrEqual(10 * 1024 * 1024);
    const stuffed = (document: PDFDocument) => document.catalog.set(PDFName.of('Extra'), document.context.register(document.context.stream(randomBytes(11 * 1024 * 1024))));
    expect(await refusal(await aDocument(stuffed))).toBe('file.too-large');
  });
});

describe('documents that act', () => {
  const action = (entries: Record<string, unknown>) => (document: PDFDocument) => document.catalog.set(PDFName.of('OpenAction'), document.context.obj(entries as never));
  it.each<[string, (document: PDFDocument) => unknown]>([
    ['runs JavaScript', (document) => document.addJavaScript('hello', 'app.alert(1)')],
    ['spells it otherwise', action({ S: PDFName.of('J#61vaScript'), 'J#53': PDFString.of('app.alert(1)') })],
    ['launches a program', action({ S: 'Launch', F: PDFString.of('cmd.exe') })],
    ['sends a form away', action({ S: 'SubmitForm', F: PDFString.of('http://example.com') })],
    ['carries another file', (document) => document.attach(Buffer.from('MZ'), 'a.exe')],
    ['carries a form of its own', (document) => document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ XFA: PDFString.of('x') }))],
  ])('one that %s is refused', async (_what, change) => {
    expect(await refusal(await aDocument(change))).toBe('file.active-content');
  });

  it('one that only opens on a page or links elsewhere is kept without that', async () => {
    const { bytes } = await kept(pdfOf([
      '<</Type/Catalog/Pages 2 0 R/OpenAction[3 0 R/Fit]>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(http://example.com/)>>>>]>>', '(nobody asks for this)',
    ]));
    expect(['URI', 'OpenAction', 'nobody'].filter((mark) => bytes.includes(mark))).toEqual([]);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
  });

  it('one of 201 pages is refused, one without a page too', async () => {
    const pages = (count: number) => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${'3 0 R '.repeat(count)}]/Count ${count}>>`, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>']);
    expect(await refusal(pages(201))).toBe('file.too-many-pages');
    expect(await refusal(pages(0))).toBe('file.damaged');
    expect((await kept(pages(200))).mediaType).toBe('application/pdf');
  });

  it('a page tree that bites its tail is refused', async () => {
    expect(await refusal(pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']))).toBe('file.damaged');
  });

  it('a signed one stays as it is, byte for byte, unless something hangs behind it or a place is in it', async () => {
    const invoice = await aDocument(signed);
    expect((await kept(invoice)).bytes.equals(invoice)).toBe(true);
    expect((await kept(Buffer.concat([invoice, ZIP_TAIL]))).bytes.includes('META-INF')).toBe(false);
    const placed = await aDocument(async (document) => (signed(document), withPhotograph(document)));
    expect((await kept(placed)).bytes.includes('Anju Phone')).toBe(false);
  });
});

describe('the cleaner', () => {
  it('refuses the test virus wherever it lies', async () => {
    expect(await refusal(Buffer.from(EICAR))).toBe('file.infected');
    expect(await refusal(Buffer.concat([await aPhotograph(), Buffer.from(EICAR)]))).toBe('file.infected');
  });

  it('outlives what exhausts its child, and cleans the next', async () => {
    const packed = packedZeros(30);
    const bomb = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>', `<</Type/ObjStm/N 1/First 4/Length ${packed.length}/Filter/FlateDecode>>stream\n${packed.toString('latin1')}\nendstream`]);
    expect(await refusal(bomb)).toBe('file.damaged');
    expect((await kept(A_PDF)).mediaType).toBe('application/pdf');
  }, 30_000);

  it('takes many at once, in turns', async () => {
    const photograph = await aPhotograph();
    const all = await Promise.all(Array.from({ length: 6 }, () => kept(photograph)));
    expect(new Set(all.map(({ mediaType }) => mediaType))).toEqual(new Set(['image/jpeg']));
  });
});
