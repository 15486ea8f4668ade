import { inflateSync } from 'node:zlib';
import { EncryptedPDFError, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { MAX_PAGES, MAX_PIXELS } from '../../domain/material.ts';
import { withoutNotes } from './jpeg-segments.ts';
import { dictsIn, dropUnreachable, filtersOf, nameOf } from './pdf-walk.ts';
import { assertPixels } from './pixels.ts';
import { Unfit } from './verdict.ts';

/** What acts when a document is opened or clicked, and what carries other files inside. */
const ACTIVE_KEYS = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent'];
const ACTIVE_KINDS = new Set([
  'JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'GoToE', 'GoToR', 'Rendition', 'RichMediaExecute', 'EmbeddedFile', 'FileAttachment', 'RichMedia', 'Movie', 'Sound', '3D',
]);
/** Harmless or refused already; a material needs none of them. */
const DROPPED_KEYS = ['A', 'AA', 'OpenAction', 'Metadata', 'PieceInfo', 'Collection'];
/** What one stream may grow to when a reader opens it. */
const MOST_UNPACKED = MAX_PIXELS * 4;

/**
 * Refuses what is locked, acts, or is absurd, and writes the rest anew: only what the pages need, from the first byte to the last, without notes on author, device or place.
 * A signed document (an electronic invoice) stays as it is, since writing it anew would break its signature, unless a place hides in it.
 * @throws Unfit with the code; any other error when it is cut off or cannot be read
 */
export async function cleanPdf(bytes: Buffer): Promise<Buffer> {
  const whole = bytes.subarray(0, endOf(bytes));
  const document = await load(whole);
  const { context } = document;
  const { signed } = assertPassive(context);
  assertPages(document);
  const placed = stripPictures(context);
  if (signed && !placed && isAllThereIs(bytes, whole)) return bytes;
  stripDocument(context);
  return Buffer.from(await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }));
}

/** Where the document ends; what hangs behind is another file. Without an end it was cut off. */
function endOf(bytes: Buffer): number {
  const text = bytes.toString('latin1');
  let end = -1;
  for (const found of text.matchAll(/startxref\s{1,4}(\d{1,10})\s{1,4}%%EOF/g)) {
    const table = Number(found[1]);
    if (table > 0 && table < found.index) end = found.index + found[0].length;
  }
  if (end < 0) throw new Error('it has no end');
  return end;
}

async function load(bytes: Buffer): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
  } catch (error) {
    if (error instanceof EncryptedPDFError || bytes.includes('/Encrypt')) throw new Unfit('file.encrypted');
    throw error;
  }
}

function assertPassive(context: PDFContext): { readonly signed: boolean } {
  let signed = false;
  for (const [, object] of context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) {
      const acts = ACTIVE_KEYS.some((key) => dict.has(PDFName.of(key))) || ['S', 'Type', 'Subtype'].some((key) => ACTIVE_KINDS.has(nameOf(dict, key) ?? ''));
      if (acts) throw new Unfit('file.active-content');
      signed ||= dict.has(PDFName.of('ByteRange'));
    }
  }
  return { signed };
}

function assertPages(document: PDFDocument): void {
  const pages = document.getPageCount();
  if (pages > MAX_PAGES) throw new Unfit('file.too-many-pages');
  if (pages === 0) throw new Error('it has no page');
  for (const page of document.getPages()) if (!(page.getWidth() > 0 && page.getHeight() > 0)) throw new Error('a page has no size');
}

/** True when a picture carried a place; it carries none now. */
function stripPictures(context: PDFContext): boolean {
  let placed = false;
  for (const [, stream] of context.enumerateIndirectObjects()) {
    if (!(stream instanceof PDFRawStream)) continue;
    const { dict } = stream;
    if (nameOf(dict, 'Subtype') === 'Image') assertPixels(numberOf(dict, 'Width'), numberOf(dict, 'Height'));
    const filters = filtersOf(dict);
    const packed = filters[0] === 'FlateDecode';
    const plain = packed ? unpacked(stream.contents) : stream.contents;
    if (plain === undefined || filters.join(' ').replace('FlateDecode ', '') !== 'DCTDecode') continue;
    const stripped = withoutNotes(plain);
    if (stripped === undefined) continue;
    placed ||= stripped.placed;
    stream.updateContents(stripped.bytes);
    dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
    if (packed) dict.delete(PDFName.of('DecodeParms'));
  }
  return placed;
}

/** undefined when it cannot be unpacked; then no reader can either. */
function unpacked(contents: Uint8Array): Buffer | undefined {
  try {
    return inflateSync(contents, { maxOutputLength: MOST_UNPACKED });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Unfit('file.too-many-pixels');
    return undefined;
  }
}

function numberOf(dict: PDFDict, key: string): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
}

/** Nothing stands behind a signed document's end, and none of its bytes spells out what the reading of it might have passed over. */
function isAllThereIs(bytes: Buffer, whole: Buffer): boolean {
  const tail = bytes.subarray(whole.length).toString('latin1');
  return tail.trim() === '' && !['/JavaScript', '/Launch', '/EmbeddedFile'].some((name) => whole.includes(name));
}

function stripDocument(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) {
      for (const key of DROPPED_KEYS) if (isDroppable(dict, key)) dict.delete(PDFName.of(key));
    }
  }
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  dropUnreachable(context);
}

/** `/A` is an action in an annotation or an outline, and something else in a picture or a structure. */
function isDroppable(dict: PDFDict, key: string): boolean {
  if (key !== 'A') return dict.has(PDFName.of(key));
  const action = dict.lookup(PDFName.of('A'));
  return action instanceof PDFDict && action.has(PDFName.of('S'));
}
