const SOI = 0xd8;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
/** Adobe's segment says how the colours are to be read. */
const APP14 = 0xee;
const LAST_APP = 0xef;
const COMMENT = 0xfe;

/**
 * A JPEG inside a PDF without its notes (EXIF, XMP, comments), its picture untouched; `placed` when there was an EXIF or XMP segment.
 * Undefined for bytes that are no JPEG.
 */
export function withoutNotes(jpeg: Uint8Array): { readonly bytes: Uint8Array; readonly placed: boolean } | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== SOI) return undefined;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let placed = false;
  let at = 2;
  while (at + 4 <= jpeg.length) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff) return undefined;
    if (marker === SOS) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + ((jpeg[at + 2] ?? 0) << 8) + (jpeg[at + 3] ?? 0);
    placed ||= marker === APP1;
    if (!isNote(marker)) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  kept.push(jpeg.subarray(at));
  return { bytes: Buffer.concat(kept), placed };
}

const isNote = (marker: number): boolean => marker === COMMENT || (marker > APP0 && marker <= LAST_APP && marker !== APP14);
