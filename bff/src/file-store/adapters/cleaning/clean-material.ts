import { fileTypeFromBuffer } from 'file-type';
import { MAX_MATERIAL_BYTES } from '../../domain/material.ts';
import type { Verdict } from './verdict.ts';
import { Unfit } from './verdict.ts';

/** Runs in the child: bytes of anybody's making in, a clean material or a code out. */
export async function cleanMaterial(bytes: Buffer): Promise<Verdict> {
  try {
    const verdict = await cleaned(bytes);
    return verdict.kind === 'clean' && verdict.bytes.length > MAX_MATERIAL_BYTES ? { kind: 'refused', code: 'file.too-large' } : verdict;
  } catch (error) {
    return { kind: 'refused', code: error instanceof Unfit ? error.code : 'file.damaged' };
  }
}

/** What reads a kind is loaded with the first of it, so that the child is there soon. */
async function cleaned(bytes: Buffer): Promise<Verdict> {
  switch (await mediaTypeOf(bytes)) {
    case 'image/jpeg':
      return { kind: 'clean', ...(await (await import('./clean-picture.ts')).cleanPicture(bytes, 'jpeg')) };
    case 'image/png':
      return { kind: 'clean', ...(await (await import('./clean-picture.ts')).cleanPicture(bytes, 'png')) };
    case 'image/heic':
    case 'image/heif':
      return { kind: 'clean', mediaType: 'image/jpeg', bytes: await (await import('./clean-heic.ts')).cleanHeic(bytes) };
    case 'application/pdf':
      return { kind: 'clean', mediaType: 'application/pdf', bytes: await (await import('./clean-pdf.ts')).cleanPdf(bytes) };
    default:
      return { kind: 'refused', code: 'file.type-not-allowed' };
  }
}

/** By the first bytes, as the file-type library knows them; what it stumbles over is no type we know. */
async function mediaTypeOf(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    return undefined;
  }
}
